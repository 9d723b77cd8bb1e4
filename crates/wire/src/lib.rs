//! The Bitwarden JSON contract: shapes and conversions, no rules.

pub mod case;
pub mod error;
pub mod events;
pub mod list;
pub mod object;
