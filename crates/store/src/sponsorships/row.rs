//! A sponsorship as it lies in the database.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    sponsorships::{
        Active, Ended, Ending, Gift, In, Offered, Reason, Recipient, Removing, Requested,
        Sponsorship,
    },
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::StoreError;

#[derive(FromRow)]
pub(super) struct SponsorshipRow {
    id: Uuid,
    sponsoring_organization_id: Option<Uuid>,
    sponsoring_member_id: Uuid,
    sponsored_organization_id: Option<Uuid>,
    friendly_name: Option<String>,
    offered_to_email: Option<String>,
    recipient_email: String,
    notes: Option<String>,
    admin_initiated: bool,
    state: i64,
    reason: Option<i64>,
    since: DateTime<Utc>,
    valid_until: Option<DateTime<Utc>>,
    last_sync_at: Option<DateTime<Utc>>,
    sponsor_gone_at: Option<DateTime<Utc>>,
    reminded_days: Option<i64>,
    revision: i64,
    peer_revision: i64,
    unsent: bool,
    refusal: Option<String>,
    mailings: i64,
    created_at: DateTime<Utc>,
}

impl TryFrom<SponsorshipRow> for Sponsorship {
    type Error = StoreError;

    fn try_from(row: SponsorshipRow) -> Result<Self, StoreError> {
        let (families, until) = (row.sponsored_organization_id.map(Id::new), row.valid_until);
        let reason = row.reason.and_then(Reason::from_number);
        let gift = Gift {
            id: Id::new(row.id),
            organization: row.sponsoring_organization_id.map(Id::new),
            member: Id::new(row.sponsoring_member_id),
            admin_initiated: row.admin_initiated,
            recipient: Recipient {
                email: row.offered_to_email.unwrap_or(row.recipient_email),
                friendly_name: row.friendly_name,
                notes: row.notes,
            },
            since: row.since,
            last_sync_at: row.last_sync_at,
            sponsor_gone_at: row.sponsor_gone_at,
            reminded_days: row.reminded_days,
            revision: row.revision,
            peer_revision: row.peer_revision,
            unsent: row.unsent,
            refusal: row.refusal,
            mailings: row.mailings,
            created_at: row.created_at,
        };
        Ok(match (row.state, reason) {
            (0, None) => Self::Requested(In::new(gift, Requested)),
            (1, None) => Self::Offered(In::new(gift, Offered)),
            (2, None) => Self::Active(In::new(gift, Active { families, until })),
            (3, Some(reason)) => Self::Ending(In::new(gift, Ending { families, until, reason })),
            (4, Some(reason)) => Self::Removing(In::new(gift, Removing { reason })),
            (5, Some(reason)) => Self::Ended(In::new(gift, Ended { until, reason })),
            _ => return Err(StoreError::Inconsistent { table: "sponsorships", id: row.id }),
        })
    }
}

pub(super) fn read(rows: Vec<SponsorshipRow>) -> Result<Vec<Sponsorship>, StoreError> {
    rows.into_iter().map(Sponsorship::try_from).collect()
}
