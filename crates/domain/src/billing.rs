//! What organizations pay for: plans, and subscriptions to them.

pub mod plans;
mod prices;
pub mod subscription;

pub use plans::{PlanType, Tier};
pub use prices::{Plan, SecretsManagerOffer, StorageOffer};
pub use subscription::{Status, Subscription};

/// An amount of money, in hundredths of a dollar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cents(pub i64);
