//! Two real servers and the people who use them, seen from outside.

pub mod crypto;
pub mod http;
pub mod person;
