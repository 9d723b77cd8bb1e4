//! Two real servers and the people who use them, seen from outside.
#![expect(clippy::disallowed_methods, reason = "a client has a clock and chance of its own")]

pub mod crypto;
pub mod fault_proxy;
pub mod http;
pub mod person;
pub mod servers;
pub mod story;
