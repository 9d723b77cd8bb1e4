//! A line between two servers that can be cut, held and falsified.

mod line;

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

/// What happens on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: everything gets through.
    None,
    /// Nobody answers the door.
    Unreachable,
    /// The door opens, and nobody says anything.
    Blackhole,
    /// The line breaks after that many bytes of any answer.
    CutAnswer(usize),
    /// From the `nth` request on whose line contains `to`, they do not arrive, counted from 1.
    LoseRequest {
        /// Part of the request line.
        to: &'static str,
        /// The first of them.
        nth: usize,
    },
    /// The server works on them, and from the `nth` on its answers are lost.
    LoseAnswer {
        /// Part of the request line.
        to: &'static str,
        /// The first of them.
        nth: usize,
    },
    /// The server works on the `nth`, and its answer is held until the fault is gone.
    HoldAnswer {
        /// Part of the request line.
        to: &'static str,
        /// Which one.
        nth: usize,
    },
    /// Answers say that it is so many seconds later than it is.
    WrongDate(i64),
}

/// What the line knows at any time.
#[derive(Debug)]
struct Situation {
    fault: Fault,
    /// The lines of the requests that came, since the fault was set.
    requests: Vec<String>,
    /// Whether the fault has done its work.
    struck: bool,
}

/// The line. It closes with this value.
#[derive(Debug)]
pub struct FaultProxy {
    address: SocketAddr,
    situation: Arc<Mutex<Situation>>,
    changed: watch::Sender<()>,
    accepting: JoinHandle<()>,
}

impl FaultProxy {
    /// A line to `port` on this machine.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub async fn to(port: u16) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let situation = Situation { fault: Fault::None, requests: Vec::new(), struck: false };
        let situation = Arc::new(Mutex::new(situation));
        let changed = watch::Sender::new(());
        let shared = line::Shared { situation: Arc::clone(&situation), changed: changed.clone() };
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(line::carry(client, port, shared.clone()));
            }
        });
        Ok(Self { address, situation, changed, accepting })
    }

    /// Where it is reached.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Changes what happens on the line, also for what is on it just now.
    pub fn set(&self, fault: Fault) {
        {
            let mut situation = self.situation.lock().unwrap_or_else(PoisonError::into_inner);
            *situation = Situation { fault, requests: Vec::new(), struck: false };
        }
        self.changed.send_replace(());
    }

    /// How many requests whose line contains `to` came since the fault was set.
    pub fn requests(&self, to: &str) -> usize {
        let situation = self.situation.lock().unwrap_or_else(PoisonError::into_inner);
        situation.requests.iter().filter(|line| line.contains(to)).count()
    }

    /// Waits until the `nth` request whose line contains `to` has come since the fault was set.
    ///
    /// # Errors
    ///
    /// When it does not within a minute.
    pub async fn came(&self, to: &str, nth: usize) -> Result<()> {
        let mut changed = self.changed.subscribe();
        let waiting = changed.wait_for(|()| self.requests(to) >= nth);
        tokio::time::timeout(Duration::from_mins(1), waiting)
            .await
            .with_context(|| format!("only {} requests to {to} came", self.requests(to)))??;
        Ok(())
    }

    /// The lines of the requests that came since the fault was set.
    pub fn lines(&self) -> Vec<String> {
        self.situation.lock().unwrap_or_else(PoisonError::into_inner).requests.clone()
    }

    /// Waits until the fault has done its work on a request.
    ///
    /// # Errors
    ///
    /// When it does not within a minute.
    pub async fn struck(&self) -> Result<()> {
        let mut changed = self.changed.subscribe();
        let waiting = changed
            .wait_for(|()| self.situation.lock().unwrap_or_else(PoisonError::into_inner).struck);
        tokio::time::timeout(Duration::from_mins(1), waiting)
            .await
            .context("nothing came that the fault is for")??;
        Ok(())
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

#[cfg(test)]
mod tests;
