//! Installations and the licences they hold.

/// A self-hosted server, as the cloud knows it.
#[derive(Debug, Clone, Copy)]
pub struct Installation;
