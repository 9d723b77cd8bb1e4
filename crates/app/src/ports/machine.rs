//! The machine the server runs on, and what can be reached from it.

use chrono::{DateTime, Utc};
use domain::admin::health::Space;

use super::Answer;
use crate::settings::Egress;

/// A stage on the way to a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Its name is known.
    Name,
    /// It takes connections.
    Connection,
    /// It is who it says it is.
    Protection,
    /// It answers.
    Answer,
}

impl Stage {
    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "dns",
            Self::Connection => "tcp",
            Self::Protection => "tls",
            Self::Answer => "answer",
        }
    }
}

/// How a stage went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Which.
    pub stage: Stage,
    /// What was seen, or what went wrong.
    pub outcome: Result<String, String>,
    /// How long it took.
    pub milliseconds: i64,
    /// What to do about it, when it went wrong.
    pub cure: Option<String>,
}

/// The machine the server runs on.
pub trait Machine: Send + Sync {
    /// Room on the disk of the data folder; none when it cannot be measured.
    fn space(&self) -> Option<Space>;

    /// Until when the server's own certificate is good, or why nobody knows; none when TLS ends
    /// elsewhere.
    fn certificate(&self) -> Option<Result<DateTime<Utc>, String>>;

    /// Goes the way to a host, stage by stage, up to the first that fails. Nothing is asked of it
    /// but whether it is there.
    fn reach<'a>(&'a self, host: &'a Egress) -> Answer<'a, Vec<Probe>>;
}
