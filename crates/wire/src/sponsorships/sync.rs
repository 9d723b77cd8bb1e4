//! The first kind of sync: what servers of the protocol send and expect, with fields of ours beside.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    sponsorships::{
        Reason, Recipient,
        sync::{Item, Wanted},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What a self-hosted server sends.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncRequest {
    /// The organization's billing sync token.
    pub billing_sync_key: Option<String>,
    /// The organization on the cloud.
    pub sponsoring_organization_cloud_id: Uuid,
    /// The sponsorships it gives.
    #[serde(default)]
    pub sponsorships_batch: Vec<SyncItem>,
}

impl std::fmt::Debug for SyncRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = self.sponsorships_batch.len();
        write!(f, "SyncRequest({} {count} items …)", self.sponsoring_organization_cloud_id)
    }
}

/// A sponsorship, on its way to the cloud.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncItem {
    /// Ours: its id; servers of others send none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<Uuid>,
    /// The member who gives it.
    pub sponsoring_organization_user_id: Uuid,
    /// What the sponsor calls the recipient.
    pub friendly_name: Option<String>,
    /// To whom.
    pub offered_to_email: Option<String>,
    /// The kind of sponsorship.
    #[serde(default)]
    pub plan_sponsorship_type: Option<i64>,
    /// When it was last synced.
    pub last_sync_date: Option<DateTime<Utc>>,
    /// Until when it is free.
    pub valid_until: Option<DateTime<Utc>>,
    /// Whether it was taken back.
    #[serde(default)]
    pub to_delete: bool,
    /// Ours: whether it is given in the organization's name.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub is_admin_initiated: Option<bool>,
    /// Ours: encrypted for the organization.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notes: Option<String>,
}

impl SyncItem {
    /// The item as the rules see it; `fresh` is its id if it brings none.
    pub fn to_item(&self, fresh: Uuid) -> Item {
        let email = self.offered_to_email.as_ref().or(self.friendly_name.as_ref());
        Item {
            id: Id::new(self.id.unwrap_or(fresh)),
            member: Id::new(self.sponsoring_organization_user_id),
            wanted: if self.to_delete { Wanted::Removed(Reason::TakenBack) } else { Wanted::Given },
            recipient: Recipient {
                email: email.map(|it| it.trim().to_owned()).unwrap_or_default(),
                friendly_name: self.friendly_name.clone(),
                notes: self.notes.clone(),
            },
            admin_initiated: self.is_admin_initiated,
            revision: 0,
            seen: 0,
            last_sync_at: self.last_sync_date,
        }
    }
}

/// What the cloud answers. Clients know it without an `object`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncAnswer {
    /// The items that were taken; those that were not are missing.
    #[serde(default)]
    pub sponsorships_batch: Vec<SyncedItem>,
}

/// An item, as the cloud answers it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncedItem {
    /// The item.
    #[serde(flatten)]
    pub item: SyncItem,
    /// Whether the cloud no longer has it.
    #[serde(default)]
    pub cloud_sponsorship_removed: bool,
}
