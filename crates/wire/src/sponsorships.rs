//! Sponsorships, as clients see them.

pub mod panel;
pub mod runs;
pub mod sync;
pub mod sync_v2;

use chrono::{DateTime, Utc};
use domain::sponsorships::{SeatForecast, Sponsorship, status};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::{SeatForecastObject, SponsorshipInvitationObject, SponsorshipObject};

/// An offer to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfferSponsorshipRequest {
    /// The kind of sponsorship; 0 is the only one.
    pub plan_sponsorship_type: i64,
    /// To whom.
    pub sponsored_email: String,
    /// What the sponsor calls them.
    pub friendly_name: Option<String>,
    /// In the organization's name.
    pub is_admin_initiated: Option<bool>,
    /// Encrypted for the organization.
    pub notes: Option<String>,
}

/// Many offers to be made in the organization's name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfferManyRequest {
    /// To whom; at most 500.
    pub emails: Vec<String>,
    /// The same note for each, encrypted for the organization.
    pub notes: Option<String>,
}

/// What became of one of many offers.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvitationResponse {
    /// Always `sponsorshipInvitation`.
    pub object: SponsorshipInvitationObject,
    /// To whom.
    pub email: String,
    /// The sponsorship; null when there is none.
    pub id: Option<Uuid>,
    /// Why there is none, for programs.
    pub code: Option<&'static str>,
    /// Why there is none, in words.
    pub message: Option<String>,
}

/// For whom an open offer is from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditOfferRequest {
    /// To whom.
    pub sponsored_email: String,
    /// What the sponsor calls them.
    pub friendly_name: Option<String>,
    /// Encrypted for the organization.
    pub notes: Option<String>,
}

/// For which Families organization an offer is redeemed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RedeemRequest {
    /// The kind of sponsorship; 0 is the only one.
    pub plan_sponsorship_type: i64,
    /// Which.
    pub sponsored_organization_id: Uuid,
}

/// What a link in an offer leads to. Clients know it without an `object`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfferLinkResponse {
    /// Whether it leads the caller to an open offer.
    pub is_token_valid: bool,
    /// Whether a policy of the sponsoring organization forbids sponsorships.
    pub is_free_family_policy_enabled: bool,
    /// Who sponsors.
    pub sponsoring_organization_name: Option<String>,
    /// The region the offer is for.
    pub region: Option<&'static str>,
}

/// A sponsorship.
#[expect(clippy::struct_excessive_bools, reason = "the protocol has them")]
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SponsorshipResponse {
    /// Always `organizationSponsorship`.
    pub object: SponsorshipObject,
    /// Which.
    pub id: Uuid,
    /// The member who gives it.
    pub sponsoring_organization_user_id: Uuid,
    /// What the sponsor calls the recipient.
    pub friendly_name: Option<String>,
    /// To whom; null once redeemed.
    pub offered_to_email: Option<String>,
    /// To whom, redeemed or not.
    pub recipient_email: String,
    /// The kind of sponsorship; 0 is the only one.
    pub plan_sponsorship_type: i64,
    /// When both sides last agreed on it.
    pub last_sync_date: Option<DateTime<Utc>>,
    /// Until when the Families organization is free.
    pub valid_until: Option<DateTime<Utc>>,
    /// Whether it was taken back.
    pub to_delete: bool,
    /// Whether it is given in the organization's name.
    pub is_admin_initiated: bool,
    /// Encrypted for the organization.
    pub notes: Option<String>,
    /// Always false here; clients look for it.
    pub cloud_sponsorship_removed: bool,
    /// Its state in a word: `awaitingSync`, `refused`, `sent`, `active`, `ending`,
    /// `removedAwaitingSync` or `ended`.
    pub status: &'static str,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What happens next: `sync`, `expires`, `renews`, `ends` or `nothing`.
    pub next: &'static str,
    /// When, if that is known.
    pub next_at: Option<DateTime<Utc>>,
    /// Whether the last change waits for the next sync.
    pub awaiting_sync: bool,
    /// Why it is ending.
    pub reason: Option<&'static str>,
    /// Why the cloud does not take it, as a code.
    pub refusal: Option<String>,
}

impl From<&Sponsorship> for SponsorshipResponse {
    fn from(row: &Sponsorship) -> Self {
        let (gift, shown) = (row.gift(), status(row));
        let (next, next_at) = shown.next.parts();
        Self {
            object: SponsorshipObject::Tag,
            id: gift.id.uuid(),
            sponsoring_organization_user_id: gift.member.uuid(),
            friendly_name: gift.recipient.friendly_name.clone(),
            offered_to_email: (!row.redeemed()).then(|| gift.recipient.email.clone()),
            recipient_email: gift.recipient.email.clone(),
            plan_sponsorship_type: 0,
            last_sync_date: gift.last_sync_at,
            valid_until: row.until(),
            to_delete: row.taken_back(),
            is_admin_initiated: gift.admin_initiated,
            notes: gift.recipient.notes.clone(),
            cloud_sponsorship_removed: false,
            status: shown.label.word(),
            since: shown.since,
            next,
            next_at,
            awaiting_sync: shown.awaiting_sync,
            reason: shown.reason.map(domain::sponsorships::Reason::word),
            refusal: shown.refusal,
        }
    }
}

/// How the seats of an organization are, or would be, used.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SeatForecastResponse {
    /// Always `seatForecast`.
    pub object: SeatForecastObject,
    /// How many there are; null is without limit.
    pub seats: Option<i64>,
    /// How many members take.
    pub members: i64,
    /// How many sponsorships given by administrators take.
    pub sponsored: i64,
    /// Of these, how many come free because their sponsorship is ending.
    pub ending: i64,
    /// How many are taken.
    pub occupied: i64,
    /// How many are left; below zero, that many are missing.
    pub free: Option<i64>,
    /// How many sponsorships there are in each state.
    pub counts: Vec<SponsorshipCount>,
}

/// How many sponsorships there are of a sort.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SponsorshipCount {
    /// The number of the state.
    pub state: i64,
    /// Given in the organization's name.
    pub is_admin_initiated: bool,
    /// Whether their last change waits for the next sync.
    pub awaiting_sync: bool,
    /// How many.
    pub count: i64,
}

impl SeatForecastResponse {
    /// What `seats` and `counts` say.
    pub fn new(seats: &SeatForecast, counts: Vec<SponsorshipCount>) -> Self {
        Self {
            object: SeatForecastObject::Tag,
            seats: seats.seats,
            members: seats.members,
            sponsored: seats.sponsored,
            ending: seats.ending,
            occupied: seats.occupied(),
            free: seats.free(),
            counts,
        }
    }
}
