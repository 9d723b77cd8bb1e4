//! One connection on the line.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::watch,
};

use super::{Fault, Situation};

#[derive(Clone)]
pub struct Shared {
    pub situation: Arc<Mutex<Situation>>,
    pub changed: watch::Sender<()>,
}

/// What becomes of an answer.
enum Verdict {
    Pass,
    Lose,
    Hold,
    CloseAfter(usize),
    Date(i64),
}

impl Shared {
    fn fault(&self) -> Fault {
        self.situation.lock().unwrap_or_else(PoisonError::into_inner).fault.clone()
    }

    /// Notes a request. Says what becomes of its answer, or nothing when it must not arrive.
    fn request(&self, line: String) -> Option<Verdict> {
        let decided = self.decide(line);
        self.changed.send_replace(());
        decided
    }

    fn decide(&self, line: String) -> Option<Verdict> {
        let mut situation = self.situation.lock().unwrap_or_else(PoisonError::into_inner);
        situation.requests.push(line);
        // Which of those to `to` this one is; nothing when it is none of them.
        let place = |to: &str| {
            let hits = situation.requests.iter().filter(|line| line.contains(to)).count();
            situation.requests.last().filter(|line| line.contains(to)).map(|_| hits)
        };
        let from = |to: &str, nth: usize| place(to).is_some_and(|place| place >= nth);
        Some(match &situation.fault {
            Fault::LoseRequest { to, nth } if from(to, *nth) => return None,
            Fault::Unreachable | Fault::Blackhole => return None,
            Fault::LoseAnswer { to, nth } if from(to, *nth) => Verdict::Lose,
            Fault::HoldAnswer { to, nth } if place(to) == Some(*nth) => Verdict::Hold,
            Fault::CutAnswer(after) => Verdict::CloseAfter(*after),
            Fault::WrongDate(seconds) => Verdict::Date(*seconds),
            _ => Verdict::Pass,
        })
    }

    fn strike(&self) {
        self.situation.lock().unwrap_or_else(PoisonError::into_inner).struck = true;
        self.changed.send_replace(());
    }

    /// Waits until the fault is another one.
    async fn relieved(&self) {
        let before = self.fault();
        let mut changed = self.changed.subscribe();
        // An error means that the line is closed, which is a relief as well.
        let _ = changed.wait_for(|()| self.fault() != before).await;
    }
}

/// Carries a connection to `port` for as long as the faults allow.
pub async fn carry(mut client: TcpStream, port: u16, shared: Shared) {
    match shared.fault() {
        Fault::Unreachable => return shared.strike(),
        Fault::Blackhole => {
            shared.strike();
            return shared.relieved().await;
        }
        _ => {}
    }
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)).await else { return };
    // An error on either side ends the connection, which the other side sees.
    let _ = exchange(&mut client, &mut server, &shared).await;
}

async fn exchange(
    client: &mut TcpStream,
    server: &mut TcpStream,
    shared: &Shared,
) -> std::io::Result<()> {
    let (mut request, mut answer) = (vec![0; 65_536], vec![0; 65_536]);
    let mut verdict = Verdict::Pass;
    // No client begins a request before the answer to the one before has come.
    let mut between = true;
    loop {
        tokio::select! {
            read = client.read(&mut request) => {
                let came = request.get(..read?).unwrap_or_default();
                if came.is_empty() {
                    return Ok(());
                }
                if between {
                    between = false;
                    let Some(decided) = shared.request(first_line(came)) else {
                        shared.strike();
                        return Ok(());
                    };
                    verdict = decided;
                }
                server.write_all(came).await?;
            }
            read = server.read(&mut answer) => {
                let came = answer.get(..read?).unwrap_or_default();
                if came.is_empty() {
                    return Ok(());
                }
                between = true;
                match &mut verdict {
                    Verdict::Pass => client.write_all(came).await?,
                    Verdict::Lose => {
                        shared.strike();
                        return Ok(());
                    }
                    Verdict::Hold => {
                        shared.strike();
                        shared.relieved().await;
                        client.write_all(came).await?;
                        verdict = Verdict::Pass;
                    }
                    Verdict::CloseAfter(left) => {
                        let part = came.get(..*left).unwrap_or(came);
                        client.write_all(part).await?;
                        *left -= part.len();
                        if *left == 0 {
                            shared.strike();
                            return Ok(());
                        }
                    }
                    Verdict::Date(seconds) => {
                        shared.strike();
                        client.write_all(&dated(came, *seconds)).await?;
                        verdict = Verdict::Pass;
                    }
                }
            }
        }
    }
}

fn first_line(bytes: &[u8]) -> String {
    let line = bytes.split(|byte| *byte == b'\r').next().unwrap_or_default();
    String::from_utf8_lossy(line).into_owned()
}

/// The beginning of an answer, with another time in it.
fn dated(came: &[u8], seconds: i64) -> Vec<u8> {
    let text = String::from_utf8_lossy(came);
    let Some(at) = text.to_lowercase().find("\r\ndate: ").map(|at| at + "\r\ndate: ".len()) else {
        return came.to_vec();
    };
    let Some((head, rest)) = text.split_at_checked(at) else { return came.to_vec() };
    let Some((date, rest)) = rest.split_once('\r') else { return came.to_vec() };
    let Ok(date) = DateTime::parse_from_rfc2822(date) else { return came.to_vec() };
    let date = date.with_timezone(&Utc) + TimeDelta::seconds(seconds);
    format!("{head}{}\r{rest}", date.format("%a, %d %b %Y %H:%M:%S GMT")).into_bytes()
}
