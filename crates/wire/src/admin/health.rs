//! Whether the server is well, and what it reaches.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sent;

/// Which host is tried.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckEgressRequest {
    /// Its name with the port, as the list has it; all of them unless given.
    pub host: Option<String>,
}

sent! {
    /// How the server is.
    HealthResponse {
        /// The worst of all: `ok`, `warn` or `fail`.
        state: &'static str,
        /// When it was looked at.
        date: DateTime<Utc>,
        /// What was found.
        findings: Vec<FindingLine>,
    }

    /// What a check found.
    FindingLine {
        /// What was looked at: `database`, `disk`, `certificate`, `mail`, `jobs`, `schedules`,
        /// `version`, `communication`, `reached`, `region`, `clock`, `token.installation` or
        /// `token.licensing`.
        check: &'static str,
        /// `ok`, `warn` or `fail`.
        state: &'static str,
        /// What was found, in a word for translations; `ok` when all is well.
        code: &'static str,
        /// What the words speak of, by name.
        values: BTreeMap<&'static str, String>,
        /// What was found, in words.
        detail: String,
        /// What to do about it, in words.
        cure: Option<String>,
        /// Since when.
        since: DateTime<Utc>,
    }

    /// A host this server talks to.
    EgressResponse {
        /// Its name, with the port.
        host: String,
        /// What for.
        purpose: String,
        /// `https`, `http` or `smtp`.
        protocol: String,
        /// Where its address is written in the settings.
        setting: &'static str,
    }

    /// A host, and how the way there went.
    EgressCheckLine {
        /// Its name, with the port.
        host: String,
        /// What for.
        purpose: String,
        /// Whether every stage went well.
        ok: bool,
        /// The stages, up to the first that failed.
        stages: Vec<EgressStagePart>,
    }

    /// A stage on the way to a host.
    EgressStagePart {
        /// `dns`, `tcp`, `tls` or `answer`.
        stage: &'static str,
        /// Whether it went well.
        ok: bool,
        /// What was seen, or what went wrong.
        detail: String,
        /// How long it took.
        milliseconds: i64,
        /// What to do about it, when it went wrong.
        cure: Option<String>,
    }
}
