//! What people are shown of a sponsorship: its state in a word, since when, and what happens next.

use chrono::{DateTime, Utc};

use super::{OFFER_STANDS_FOR, Reason, Sponsorship};

/// A state in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The cloud has yet to hear of it.
    AwaitingSync,
    /// The cloud does not take it.
    Refused,
    /// The recipient has the mail.
    Sent,
    /// A Families organization is free.
    Active,
    /// It is free until a day that is known.
    Ending,
    /// Taken back, which the cloud has yet to hear.
    RemovedAwaitingSync,
    /// Over.
    Ended,
}

impl Label {
    /// The word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AwaitingSync => "awaitingSync",
            Self::Refused => "refused",
            Self::Sent => "sent",
            Self::Active => "active",
            Self::Ending => "ending",
            Self::RemovedAwaitingSync => "removedAwaitingSync",
            Self::Ended => "ended",
        }
    }
}

/// What happens next if nobody does anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The next sync tells the cloud.
    Sync,
    /// The offer waits for the recipient, and expires.
    Expires(DateTime<Utc>),
    /// It is looked at, and goes on for another period if everything is in order.
    Renews(Option<DateTime<Utc>>),
    /// The Families organization costs from then on.
    Ends(Option<DateTime<Utc>>),
    /// Nothing.
    Nothing,
}

impl Next {
    /// The word, for programs, and the day.
    pub const fn parts(self) -> (&'static str, Option<DateTime<Utc>>) {
        match self {
            Self::Sync => ("sync", None),
            Self::Expires(at) => ("expires", Some(at)),
            Self::Renews(at) => ("renews", at),
            Self::Ends(at) => ("ends", at),
            Self::Nothing => ("nothing", None),
        }
    }
}

/// What people are shown of a sponsorship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The state in a word.
    pub label: Label,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What happens next.
    pub next: Next,
    /// Whether the last change waits for the next sync.
    pub awaiting_sync: bool,
    /// Why it is ending or has ended.
    pub reason: Option<Reason>,
    /// Why the cloud does not take it, as a code.
    pub refusal: Option<String>,
}

/// What people are shown of `sponsorship`.
pub fn status(sponsorship: &Sponsorship) -> Status {
    let gift = sponsorship.gift();
    let (label, next) = match sponsorship {
        Sponsorship::Requested(_) | Sponsorship::Offered(_) if gift.refusal.is_some() => {
            (Label::Refused, Next::Sync)
        }
        Sponsorship::Requested(_) => (Label::AwaitingSync, Next::Sync),
        Sponsorship::Offered(_) if gift.unsent => (Label::AwaitingSync, Next::Sync),
        Sponsorship::Offered(_) => (Label::Sent, Next::Expires(gift.since + OFFER_STANDS_FOR)),
        Sponsorship::Active(it) => (Label::Active, Next::Renews(it.state.until)),
        Sponsorship::Ending(it) => (Label::Ending, Next::Ends(it.state.until)),
        Sponsorship::Removing(_) => (Label::RemovedAwaitingSync, Next::Sync),
        Sponsorship::Ended(_) => (Label::Ended, Next::Nothing),
    };
    Status {
        label,
        since: gift.since,
        next,
        awaiting_sync: gift.unsent,
        reason: sponsorship.reason(),
        refusal: gift.refusal.clone(),
    }
}
