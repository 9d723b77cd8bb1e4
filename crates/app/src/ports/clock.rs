//! Time and chance.

use chrono::{DateTime, Utc};

/// Tells the time; tests set it.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;
}

/// Makes what nobody can guess; tests count instead.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}
