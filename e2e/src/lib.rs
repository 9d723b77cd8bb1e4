//! Two real servers and the people who use them, seen from outside.

pub mod bench;
pub mod certificates;
pub mod crypto;
pub mod fault_proxy;
pub mod http;
pub mod official_cli;
pub mod person;
pub mod servers;
pub mod story;
