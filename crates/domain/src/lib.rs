//! The rules: states, transitions, policies, permissions. Pure: no I/O, no clock, no JSON.

mod flags;

pub mod accounts;
pub mod admin;
pub mod authz;
pub mod billing;
pub mod events;
pub mod id;
pub mod identity;
pub mod licensing;
pub mod organizations;
pub mod policies;
pub mod sponsorships;
pub mod vault;
