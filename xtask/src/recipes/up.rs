//! `cargo xtask up`: a cloud and a self-hosted server, side by side.

use anyhow::{Result, bail};

/// A server of the pair.
pub struct Server {
    /// Where it listens without TLS.
    pub port: u16,
}

/// The vendor's side.
pub const CLOUD: Server = Server { port: 8080 };
/// The customer's side.
pub const SELF_HOSTED: Server = Server { port: 8090 };

pub fn run(_: &[String]) -> Result<()> {
    bail!("the server cannot be run yet")
}
