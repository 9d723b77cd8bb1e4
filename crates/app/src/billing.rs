//! What organizations pay for.

pub mod renew;
pub mod view_subscription;
