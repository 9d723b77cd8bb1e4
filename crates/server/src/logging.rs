//! The log: to standard error, for people or as JSON.

use std::io::{IsTerminal as _, stderr};

use tracing_subscriber::EnvFilter;

use crate::config::log::{Format, Log};

/// Starts the log. A second start changes nothing.
pub fn start(log: &Log) {
    let filter = EnvFilter::try_new(&log.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    // Colours are for eyes: in a file or a journal they are noise.
    let lines = if stderr().is_terminal() { lines } else { lines.with_ansi(false) };
    let started = match log.format {
        Format::Human => lines.try_init(),
        Format::Json => lines.json().try_init(),
    };
    if let Err(error) = started {
        tracing::debug!(%error, "the log runs already");
    }
}
