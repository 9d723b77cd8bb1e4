//! Time and chance, set by the test.

use std::sync::{
    Mutex,
    atomic::{AtomicU64, Ordering},
};

use app::ports::{Clock, Random};
use chrono::{DateTime, TimeDelta, Utc};

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct SetClock(Mutex<DateTime<Utc>>);

impl Default for SetClock {
    fn default() -> Self {
        Self(Mutex::new("2030-01-01T12:00:00Z".parse().unwrap()))
    }
}

impl SetClock {
    /// Moves the clock on.
    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }

    /// Sets the clock.
    pub fn set(&self, to: DateTime<Utc>) {
        *self.0.lock().unwrap() = to;
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Chance that is the same in every run: a counter, stirred.
#[derive(Debug, Default)]
pub struct CountingRandom(AtomicU64);

impl Random for CountingRandom {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let n = self.0.fetch_add(1, Ordering::Relaxed);
            let mut x = n.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            x ^= x >> 31;
            chunk.copy_from_slice(&x.to_le_bytes()[..chunk.len()]);
        }
    }
}
