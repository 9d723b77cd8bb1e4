//! What organizations demand of their members.

pub mod list_policies;
pub mod save_policy;
