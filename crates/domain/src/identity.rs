//! Devices, sessions and the tokens they carry.

/// A device a person has signed in on.
#[derive(Debug, Clone, Copy)]
pub struct Device;

/// A session that can be refreshed.
#[derive(Debug, Clone, Copy)]
pub struct Session;
