//! What happens to every request before a handler sees it.

pub mod client_address;
pub mod compressed;
pub mod cors;
pub mod fresh_keys;
pub mod held_back;
pub mod last_slash;
