//! The Bitwarden JSON contract: shapes and conversions, no rules.

pub mod accounts;
pub mod admin;
pub mod billing;
pub mod case;
pub mod config;
pub mod devices;
pub mod error;
pub mod events;
pub mod identity;
pub mod licensing;
pub mod list;
pub mod object;
pub mod organizations;
pub mod policies;
pub mod sponsorships;
pub mod vault;
