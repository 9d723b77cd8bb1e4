//! Measured tables: what a sync costs, on real servers built as they are shipped.

mod installations;
mod sync;
mod usage;

pub use installations::daily;
pub use sync::{Sizes, sync};
pub use usage::Usage;
