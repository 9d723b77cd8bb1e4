//! The machine's clock, and the chance of the operating system.

use app::ports::{Clock, Random};
use aws_lc_rs::rand::{SecureRandom as _, SystemRandom};
use chrono::{DateTime, Utc};

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the port everyone else asks")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The chance of the operating system.
#[derive(Debug, Default)]
pub struct SystemChance(SystemRandom);

impl SystemChance {
    /// Chance, ready to be drawn from.
    pub fn new() -> Self {
        Self(SystemRandom::new())
    }
}

impl Random for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        // A server that cannot make secrets must not make guessable ones.
        if self.0.fill(bytes).is_err() {
            tracing::error!("the operating system gives no randomness; stopping");
            std::process::abort();
        }
    }
}
