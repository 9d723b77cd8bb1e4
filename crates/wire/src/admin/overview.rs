//! How the server is doing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{audit::ActionResponse, sent};

sent! {
    /// How the server is doing.
    OverviewResponse {
        /// Its version.
        version: &'static str,
        /// The version of the protocol it speaks.
        protocol_version: String,
        /// Where people reach it.
        vault: String,
        /// The region.
        region: &'static str,
        /// Whether it may talk to its cloud.
        cloud_communication: bool,
        /// Its installation.
        installation_id: Option<Uuid>,
        /// Whether anyone may make an account.
        registration_open: bool,
        /// Whether letters are sent.
        mail: bool,
        /// Organizations.
        organizations: i64,
        /// Accounts.
        users: i64,
        /// Installations.
        installations: i64,
        /// Work that is not done: `waiting`, `running`, `givenUp`.
        jobs: BTreeMap<&'static str, i64>,
        /// Mail that has not gone out: `waiting`, `kept`, `givenUp`.
        mails: BTreeMap<&'static str, i64>,
        /// When recurring work runs next.
        schedules: Vec<ScheduleResponse>,
        /// What operators did last.
        actions: Vec<ActionResponse>,
    }

    /// When recurring work runs next.
    ScheduleResponse {
        /// Which.
        name: String,
        /// When it runs next.
        next: DateTime<Utc>,
        /// When it ran last.
        last: Option<DateTime<Utc>>,
    }
}
