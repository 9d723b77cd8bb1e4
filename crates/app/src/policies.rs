//! What organizations demand of their members.

pub(crate) mod account_recovery;
pub mod list_policies;
pub(crate) mod password_demand;
pub mod save_policy;
mod suspend_unfit;
