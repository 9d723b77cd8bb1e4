//! The second kind of sync: by id and revision, with an answer to every item and the cloud's own
//! changes since a cursor.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    sponsorships::{
        Reason, Recipient,
        sync::{self, Change, Item, ItemAnswer, Standing, Wanted},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::SponsorshipSyncObject;

/// What a self-hosted server sends.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncV2Request {
    /// The organization's billing sync token.
    pub billing_sync_key: Option<String>,
    /// The organization on the cloud.
    pub sponsoring_organization_cloud_id: Uuid,
    /// Names this request: made again, it is answered again and nothing is done twice.
    pub request_id: Uuid,
    /// The last of the cloud's changes the server has followed; 0 asks for all.
    pub cursor: i64,
    /// What changed on the server; at most 1,000.
    #[serde(default)]
    pub items: Vec<SyncV2Item>,
}

impl std::fmt::Debug for SyncV2Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = self.items.len();
        write!(f, "SyncV2Request({} {count} items …)", self.sponsoring_organization_cloud_id)
    }
}

/// A sponsorship, on its way to the cloud.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncV2Item {
    /// Which.
    pub id: Uuid,
    /// The member who gives it.
    pub sponsoring_organization_user_id: Uuid,
    /// `given` or `removed`.
    pub state: String,
    /// Why it is removed.
    pub reason: Option<String>,
    /// The server's count of changes when this changed.
    pub revision: i64,
    /// The cloud's count of changes the server has seen of it.
    pub seen_revision: i64,
    /// When the cloud answered it before, if it did.
    pub last_sync_date: Option<DateTime<Utc>>,
    /// To whom.
    pub offered_to_email: String,
    /// What the sponsor calls the recipient.
    pub friendly_name: Option<String>,
    /// Encrypted for the organization.
    pub notes: Option<String>,
    /// Given in the organization's name.
    pub is_admin_initiated: bool,
}

impl From<&Item> for SyncV2Item {
    fn from(item: &Item) -> Self {
        let (state, reason) = match item.wanted {
            Wanted::Given => ("given", None),
            Wanted::Removed(reason) => ("removed", Some(reason.word().to_owned())),
        };
        Self {
            id: item.id.uuid(),
            sponsoring_organization_user_id: item.member.uuid(),
            state: state.to_owned(),
            reason,
            revision: item.revision,
            seen_revision: item.seen,
            last_sync_date: item.last_sync_at,
            offered_to_email: item.recipient.email.clone(),
            friendly_name: item.recipient.friendly_name.clone(),
            notes: item.recipient.notes.clone(),
            is_admin_initiated: item.admin_initiated.unwrap_or(false),
        }
    }
}

impl From<&SyncV2Item> for Item {
    fn from(item: &SyncV2Item) -> Self {
        let reason = item.reason.as_deref().and_then(Reason::from_word);
        Self {
            id: Id::new(item.id),
            member: Id::new(item.sponsoring_organization_user_id),
            wanted: if item.state == "removed" {
                Wanted::Removed(reason.unwrap_or(Reason::TakenBack))
            } else {
                Wanted::Given
            },
            recipient: Recipient {
                email: item.offered_to_email.trim().to_owned(),
                friendly_name: item.friendly_name.clone(),
                notes: item.notes.clone(),
            },
            admin_initiated: Some(item.is_admin_initiated),
            revision: item.revision,
            seen: item.seen_revision,
            last_sync_at: item.last_sync_date,
        }
    }
}

/// What the cloud answers.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncV2Response {
    /// Always `sponsorshipSync`.
    pub object: SponsorshipSyncObject,
    /// What the answer says.
    #[serde(flatten)]
    pub answer: SyncV2Answer,
}

/// What the cloud answers, besides its name.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncV2Answer {
    /// What became of each item.
    #[serde(default)]
    pub results: Vec<SyncV2Result>,
    /// The cloud's changes since the cursor, the oldest first.
    #[serde(default)]
    pub changes: Vec<SyncV2Change>,
    /// The last of them.
    pub cursor: i64,
    /// Whether there are more.
    pub more: bool,
    /// Whether the cloud does not know the cursor (it was set back), and told everything anew.
    #[serde(default)]
    pub reset: bool,
}

/// What became of an item.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncV2Result {
    /// Which, as it was sent.
    pub id: Uuid,
    /// Which it is on the cloud.
    pub cloud_id: Uuid,
    /// The revision that was sent.
    pub revision: i64,
    /// `created`, `updated`, `unchanged`, `removed` or `refused`.
    pub result: String,
    /// Why it was refused, as a code.
    pub reason: Option<String>,
}

impl From<&SyncV2Result> for sync::Result {
    fn from(result: &SyncV2Result) -> Self {
        Self {
            id: Id::new(result.id),
            cloud_id: Id::new(result.cloud_id),
            revision: result.revision,
            answer: match result.result.as_str() {
                "removed" => ItemAnswer::Removed,
                "refused" => {
                    ItemAnswer::Refused(result.reason.clone().unwrap_or_else(|| "refused".into()))
                }
                _ => ItemAnswer::Taken,
            },
        }
    }
}

/// A sponsorship as the cloud has it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncV2Change {
    /// Which.
    pub id: Uuid,
    /// The cloud's count of changes when it changed.
    pub revision: i64,
    /// `offered`, `active`, `ending` or `ended`.
    pub state: String,
    /// Why it is ending or ended.
    pub reason: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when the Families organization is free.
    pub valid_until: Option<DateTime<Utc>>,
    /// The member who gives it.
    pub sponsoring_organization_user_id: Uuid,
    /// To whom.
    pub recipient_email: String,
    /// What the sponsor calls the recipient.
    pub friendly_name: Option<String>,
    /// Encrypted for the organization.
    pub notes: Option<String>,
    /// Given in the organization's name.
    pub is_admin_initiated: bool,
}

impl From<&Change> for SyncV2Change {
    fn from(change: &Change) -> Self {
        let (state, reason) = match change.standing {
            Standing::Offered => ("offered", None),
            Standing::Active => ("active", None),
            Standing::Ending(reason) => ("ending", Some(reason)),
            Standing::Ended(reason) => ("ended", Some(reason)),
        };
        Self {
            id: change.id.uuid(),
            revision: change.revision,
            state: state.to_owned(),
            reason: reason.map(|reason| reason.word().to_owned()),
            since: change.since,
            valid_until: change.until,
            sponsoring_organization_user_id: change.member.uuid(),
            recipient_email: change.recipient.email.clone(),
            friendly_name: change.recipient.friendly_name.clone(),
            notes: change.recipient.notes.clone(),
            is_admin_initiated: change.admin_initiated,
        }
    }
}

impl From<&SyncV2Change> for Change {
    fn from(change: &SyncV2Change) -> Self {
        let reason = change.reason.as_deref().and_then(Reason::from_word);
        let reason = reason.unwrap_or(Reason::Unknown);
        Self {
            id: Id::new(change.id),
            revision: change.revision,
            standing: match change.state.as_str() {
                "active" => Standing::Active,
                "ending" => Standing::Ending(reason),
                "ended" => Standing::Ended(reason),
                _ => Standing::Offered,
            },
            until: change.valid_until,
            since: change.since,
            recipient: Recipient {
                email: change.recipient_email.clone(),
                friendly_name: change.friendly_name.clone(),
                notes: change.notes.clone(),
            },
            member: Id::new(change.sponsoring_organization_user_id),
            admin_initiated: change.is_admin_initiated,
        }
    }
}
