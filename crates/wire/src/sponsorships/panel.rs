//! Everything there is to see of an organization's syncs.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::runs::SyncRunResponse;
use crate::object::SyncPanelObject;

/// Everything there is to see of an organization's syncs.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncPanelResponse {
    /// Always `syncPanel`.
    pub object: SyncPanelObject,
    /// How they stand: `ok`, `waiting`, `running`, `failing`, `late`, `never`, `off`,
    /// `notConnected`, `disabled`, `noToken` or `newToken`.
    pub status: &'static str,
    /// Whether a sync begins here; else the server of the organization's own begins it, and there
    /// is nothing to press.
    pub begins_here: bool,
    /// When a sync last succeeded.
    pub last_success: Option<DateTime<Utc>>,
    /// When one was last tried.
    pub last_try: Option<DateTime<Utc>>,
    /// When the next one begins by itself.
    pub next_run: Option<DateTime<Utc>>,
    /// How many changes the cloud has not answered.
    pub pending: i64,
    /// How often it failed in a row.
    pub failures: i64,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// The run that goes on.
    pub running_run_id: Option<Uuid>,
    /// Whether this server may talk to its cloud.
    pub cloud_communication: bool,
    /// The connection, where a sync begins.
    pub connection: Option<SyncConnectionPart>,
    /// The billing sync token, on the cloud.
    pub token: Option<SyncTokenPart>,
    /// The steps of the last run, in their order.
    pub steps: Vec<SyncStepPart>,
    /// The last 30 runs, the newest first.
    pub runs: Vec<SyncRunResponse>,
}

/// The connection of an organization to its cloud organization.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncConnectionPart {
    /// Which.
    pub id: Uuid,
    /// Whether it is switched on.
    pub enabled: bool,
    /// The organization at the other end.
    pub cloud_organization_id: Uuid,
    /// Whether licences are fetched without anyone asking.
    pub automatic_license: bool,
    /// When the licence was last fetched.
    pub last_license_sync: Option<DateTime<Utc>>,
}

/// The billing sync token of an organization; never the token itself.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncTokenPart {
    /// Its last four characters.
    pub last_four: String,
    /// When it was made or replaced.
    pub revision_date: DateTime<Utc>,
    /// Until when the one before works.
    pub previous_valid_until: Option<DateTime<Utc>>,
    /// When it was last used.
    pub last_used_date: Option<DateTime<Utc>>,
    /// By which installation.
    pub last_used_by: Option<Uuid>,
}

/// A step of a sync.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncStepPart {
    /// Which: `setUp`, `reach`, `signIn`, `token`, `sponsorships` or `license`.
    pub step: &'static str,
    /// How it went: `ok`, `waiting`, `running` or `failed`.
    pub state: &'static str,
    /// Why it failed, as a code.
    pub code: Option<String>,
    /// Why it failed, in words.
    pub cause: Option<String>,
    /// What to do about it, in words.
    pub cure: Option<String>,
}
