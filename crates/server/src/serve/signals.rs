//! What the operator wishes of the running server, by signal.

use anyhow::Result;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::listeners::Listeners;

/// A wish.
pub enum Wish {
    /// End.
    End,
    /// End and start anew.
    Restart,
    /// Take up changed settings.
    Reload,
    /// No wish: a listener failed.
    Failed(std::io::Error),
}

/// The signals the server hears.
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
    restart: Signal,
}

impl Signals {
    /// Starts to hear them.
    pub fn listen() -> Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup: signal(SignalKind::hangup())?,
            restart: signal(SignalKind::user_defined2())?,
        })
    }

    /// The next wish.
    pub async fn next(&mut self, listeners: &mut Listeners) -> Wish {
        tokio::select! {
            _ = self.terminate.recv() => Wish::End,
            _ = self.interrupt.recv() => Wish::End,
            _ = self.hangup.recv() => Wish::Reload,
            _ = self.restart.recv() => Wish::Restart,
            error = listeners.failed() => Wish::Failed(error),
        }
    }
}
