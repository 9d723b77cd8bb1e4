//! What a self-hosted server and its cloud tell each other, and what each makes of it.

mod follow;
mod judge;
pub mod standing;
pub mod steps;

pub use follow::{answered, follow, recovered};
pub use judge::{Judged, Known, Matches, judge};

use chrono::{DateTime, Utc};

use super::{Reason, Recipient, Sponsorship};
use crate::{id::Id, organizations::Member};

/// The most items of one request, and the most changes of one answer.
pub const CHUNK: usize = 1_000;

/// What the self-hosted server wants of a sponsorship.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// That it is given.
    Given,
    /// That it is not, and why.
    Removed(Reason),
}

/// A sponsorship as the self-hosted server has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub id: Id<Sponsorship>,
    /// The member who gives it, by the self-hosted server's own id.
    pub member: Id<Member>,
    /// What is wanted.
    pub wanted: Wanted,
    /// For whom.
    pub recipient: Recipient,
    /// Whether an administrator gives it; not every server says so.
    pub admin_initiated: Option<bool>,
    /// The self-hosted server's count of changes when this changed.
    pub revision: i64,
    /// The cloud's count of changes that the self-hosted server has seen of it.
    pub seen: i64,
    /// When the cloud answered this sponsorship before, if it did.
    pub last_sync_at: Option<DateTime<Utc>>,
}

impl Item {
    /// What the cloud is told of `sponsorship`.
    pub fn of(sponsorship: &Sponsorship) -> Self {
        let gift = sponsorship.gift();
        Self {
            id: gift.id,
            member: gift.member,
            wanted: sponsorship.reason().map_or(Wanted::Given, Wanted::Removed),
            recipient: gift.recipient.clone(),
            admin_initiated: Some(gift.admin_initiated),
            revision: gift.revision,
            seen: gift.peer_revision,
            last_sync_at: gift.last_sync_at,
        }
    }
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)+) => {
        /// Why the cloud does not do what an item wants.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Refusal { $($(#[$doc])* $name),+ }

        impl Refusal {
            /// The code on the wire.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

refusals! {
    /// The cloud organization has no Enterprise plan.
    NotEnterprise = "not_enterprise";
    /// The cloud organization has been disabled for too long.
    SponsorDisabled = "sponsor_disabled";
    /// A policy of the cloud organization forbids sponsorships.
    Forbidden = "sponsorships_forbidden";
    /// The cloud organization may not give sponsorships to people who are not members.
    AdminSponsoringOff = "admin_sponsoring_off";
    /// The organization sponsors this address already.
    AlreadyOffered = "already_offered";
    /// The member has one of their own already.
    OneEach = "one_each";
    /// The recipient has redeemed it, so it cannot be for someone else.
    Redeemed = "redeemed";
    /// The recipient gave it up, so it cannot be reinstated.
    GivenUp = "given_up";
    /// The item has no address to send an offer to.
    NoRecipient = "no_recipient";
    /// The address is none, or what is written about the recipient is too long.
    BadRecipient = "bad_recipient";
    /// The offer has been sent to too many addresses.
    TooManyMails = "too_many_mails";
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is offered now.
    Created,
    /// It changed.
    Updated,
    /// It was so already.
    Unchanged,
    /// It is gone, or was never there.
    Removed,
    /// Nothing was done.
    Refused(Refusal),
}

impl Outcome {
    /// The word on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::Removed => "removed",
            Self::Refused(_) => "refused",
        }
    }
}

/// What the cloud answers to an item. Codes it invents later still reach the person, as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Result {
    /// Which sponsorship, as it was sent.
    pub id: Id<Sponsorship>,
    /// Which it is on the cloud, when the cloud had it under another id.
    pub cloud_id: Id<Sponsorship>,
    /// The revision that was sent.
    pub revision: i64,
    /// What became of it.
    pub answer: ItemAnswer,
}

/// An [`Outcome`], as it is read from the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemAnswer {
    /// Offered, changed, or so already.
    Taken,
    /// Gone.
    Removed,
    /// Not taken, with the code that says why.
    Refused(String),
}

/// Where a sponsorship stands on the cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Waits for the recipient.
    Offered,
    /// In use.
    Active,
    /// In use until its end.
    Ending(Reason),
    /// Over.
    Ended(Reason),
}

/// A sponsorship as the cloud has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub id: Id<Sponsorship>,
    /// The cloud's count of changes when this changed.
    pub revision: i64,
    /// Where it stands.
    pub standing: Standing,
    /// Until when a Families organization is free.
    pub until: Option<DateTime<Utc>>,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// For whom.
    pub recipient: Recipient,
    /// The member who gives it.
    pub member: Id<Member>,
    /// Whether an administrator gives it.
    pub admin_initiated: bool,
}

impl Change {
    /// What the self-hosted server is told of `sponsorship`.
    pub fn of(sponsorship: &Sponsorship) -> Self {
        let gift = sponsorship.gift();
        let reason = sponsorship.reason().unwrap_or(Reason::Unknown);
        Self {
            id: gift.id,
            revision: gift.revision,
            standing: match sponsorship {
                Sponsorship::Requested(_) | Sponsorship::Offered(_) => Standing::Offered,
                Sponsorship::Active(_) => Standing::Active,
                Sponsorship::Ending(_) => Standing::Ending(reason),
                Sponsorship::Removing(_) | Sponsorship::Ended(_) => Standing::Ended(reason),
            },
            until: sponsorship.until(),
            since: gift.since,
            recipient: gift.recipient.clone(),
            member: gift.member,
            admin_initiated: gift.admin_initiated,
        }
    }
}
