//! Devices, sessions, the tokens they carry, and what is asked for beside the password.

pub mod base32;
pub mod totp;
pub mod two_step;

/// A device a person has signed in on.
#[derive(Debug, Clone, Copy)]
pub struct Device;

/// A session that can be refreshed.
#[derive(Debug, Clone, Copy)]
pub struct Session;
