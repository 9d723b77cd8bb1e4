//! What a backup says of itself.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The name of the manifest within a backup; its last member.
pub const NAME: &str = "manifest.json";
/// The form of backups this server writes and reads.
pub const FORM: u32 = 1;

/// Which engine the database was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// SQLite: the database is a file.
    Sqlite,
    /// PostgreSQL: the database is a script.
    Postgres,
}

/// What a backup says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the backup.
    pub form: u32,
    /// The version of the server that wrote it.
    pub version: String,
    /// The role of that server.
    pub role: String,
    /// Where the database was taken from.
    pub engine: Engine,
    /// When it was written.
    pub made_at: DateTime<Utc>,
    /// The SHA-256 of every other member, in hexadecimal.
    pub members: BTreeMap<String, String>,
}
