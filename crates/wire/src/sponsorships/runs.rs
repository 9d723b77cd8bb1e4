//! How syncs go, for those who look after them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::{SyncRunObject, SyncStatusObject};

/// How an organization's syncs go.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncStatusResponse {
    /// Always `syncStatus`.
    pub object: SyncStatusObject,
    /// When it last succeeded, as clients know it.
    pub last_sync_date: Option<DateTime<Utc>>,
    /// When it last succeeded.
    pub last_success: Option<DateTime<Utc>>,
    /// When it was last tried.
    pub last_try: Option<DateTime<Utc>>,
    /// When it runs next by itself; null where another server begins.
    pub next_run: Option<DateTime<Utc>>,
    /// How many changes the cloud has not answered.
    pub pending: i64,
    /// How often it failed in a row.
    pub failures: i64,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
}

/// One sync.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncRunResponse {
    /// Always `syncRun`.
    pub object: SyncRunObject,
    /// Which; both sides know it by this.
    pub id: Uuid,
    /// On the cloud: who synced.
    pub installation_id: Option<Uuid>,
    /// What it was for: `change`, `daily`, `manual` or `peer`.
    pub trigger: String,
    /// 1 or 2.
    pub protocol: i64,
    /// `running`, `succeeded` or `failed`.
    pub outcome: String,
    /// The last step it reached.
    pub step: String,
    /// Why it failed, as a code.
    pub error_code: Option<String>,
    /// Why it failed, in words.
    pub error: Option<String>,
    /// Items sent.
    pub sent: i64,
    /// Offers the cloud made.
    pub created: i64,
    /// Sponsorships the cloud changed.
    pub updated: i64,
    /// Sponsorships that are gone.
    pub removed: i64,
    /// Items the cloud did not take.
    pub refused: i64,
    /// Changes the cloud told of.
    pub received: i64,
    /// What became of the licence, when it was synced too: `unchanged`, `updated` or `failed`.
    pub license_outcome: Option<String>,
    /// Why the licence was not synced, as a code.
    pub license_code: Option<String>,
    /// Why the licence was not synced, in words.
    pub license_error: Option<String>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// The items that were not taken.
    pub refused_items: Vec<RefusedItemResponse>,
}

/// An item the cloud did not take.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefusedItemResponse {
    /// Which sponsorship.
    pub sponsorship_id: Uuid,
    /// Why, as a code.
    pub reason: String,
}
