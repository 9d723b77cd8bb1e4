//! The states of a sponsorship, each with the ways out of it.

use chrono::{DateTime, Utc};

use super::{Gift, Reason, Recipient};
use crate::{id::Id, organizations::Organization};

/// A sponsorship in state `S`. A way out consumes it, so nobody keeps the old state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct In<S> {
    /// What it is, whatever its state.
    pub gift: Gift,
    /// What the state knows.
    pub state: S,
}

impl<S> In<S> {
    /// `gift`, in `state`.
    pub fn new(gift: Gift, state: S) -> Self {
        Self { gift, state }
    }

    fn enter<T>(mut self, state: T, now: DateTime<Utc>) -> In<T> {
        self.gift.since = now;
        self.gift.refusal = None;
        In { gift: self.gift, state }
    }
}

/// Self-hosted: the cloud has not heard of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requested;

/// The recipient has, or gets, a mail with a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered;

/// A Families organization is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Active {
    /// Which; the self-hosted server does not learn it, and it may have been deleted.
    pub families: Option<Id<Organization>>,
    /// The end of the period it is free for.
    pub until: Option<DateTime<Utc>>,
}

/// It stays free until the period ends, and costs then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// Which Families organization.
    pub families: Option<Id<Organization>>,
    /// When it costs.
    pub until: Option<DateTime<Utc>>,
    /// Why.
    pub reason: Reason,
}

/// Self-hosted: taken back before anyone redeemed it, which the cloud has not heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removing {
    /// Why.
    pub reason: Reason,
}

/// Over; kept for a while so that the other side learns of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Until when it was free, if it ever was.
    pub until: Option<DateTime<Utc>>,
    /// Why.
    pub reason: Reason,
}

/// A free Families organization, offered or given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sponsorship {
    /// Waits for the cloud to hear of it.
    Requested(In<Requested>),
    /// Waits for the recipient.
    Offered(In<Offered>),
    /// In use.
    Active(In<Active>),
    /// In use until its end.
    Ending(In<Ending>),
    /// Waits for the cloud to hear that it is taken back.
    Removing(In<Removing>),
    /// Over.
    Ended(In<Ended>),
}

/// The sponsorship is in a state that does not allow this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongState {
    /// It has been redeemed.
    #[error("This sponsorship has been redeemed already.")]
    Redeemed,
    /// It is over.
    #[error("This sponsorship is over.")]
    Over,
    /// Nothing was taken back.
    #[error("This sponsorship was not taken back.")]
    NotTakenBack,
    /// The recipient gave it up, and only they may change their mind.
    #[error("The recipient gave this sponsorship up.")]
    GivenUp,
    /// The cloud has yet to hear of it.
    #[error("This sponsorship waits for the next sync.")]
    Waiting,
}

/// What becomes of an open offer that is taken back.
pub type Withdraw = fn(In<Offered>, Reason, DateTime<Utc>) -> Sponsorship;

impl WrongState {
    /// A stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Redeemed => "redeemed",
            Self::Over => "over",
            Self::NotTakenBack => "not_taken_back",
            Self::GivenUp => "given_up",
            Self::Waiting => "waiting",
        }
    }
}

impl In<Requested> {
    /// The cloud heard of it and mailed the offer.
    pub fn acknowledge(self, now: DateTime<Utc>) -> In<Offered> {
        self.enter(Offered, now)
    }

    /// Takes it back before anybody heard of it.
    pub fn forget(self, reason: Reason, now: DateTime<Utc>) -> In<Ended> {
        self.enter(Ended { until: None, reason }, now)
    }

    /// For someone else.
    #[must_use]
    pub fn readdress(mut self, recipient: Recipient, now: DateTime<Utc>) -> Self {
        self.gift.recipient = recipient;
        self.enter(Requested, now)
    }
}

impl In<Offered> {
    /// The recipient took it: `families` is free until the end of its period.
    pub fn redeem(
        self,
        families: Option<Id<Organization>>,
        until: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> In<Active> {
        self.enter(Active { families, until }, now)
    }

    /// Ends the offer at once.
    pub fn withdraw(self, reason: Reason, now: DateTime<Utc>) -> In<Ended> {
        self.enter(Ended { until: None, reason }, now)
    }

    /// Takes the offer back, which the cloud must hear of.
    pub fn remove(self, reason: Reason, now: DateTime<Utc>) -> In<Removing> {
        self.enter(Removing { reason }, now)
    }

    /// For someone else: the old link dies.
    #[must_use]
    pub fn readdress(mut self, recipient: Recipient, now: DateTime<Utc>) -> Self {
        self.gift.recipient = recipient;
        self.enter(Offered, now)
    }
}

impl In<Active> {
    /// Free for another period.
    #[must_use]
    pub fn renew(mut self, until: DateTime<Utc>) -> Self {
        self.state.until = Some(until);
        self.gift.reminded_days = None;
        self
    }

    /// The period ends at another time than it was said.
    #[must_use]
    pub fn moved(mut self, until: DateTime<Utc>) -> Self {
        self.state.until = Some(until);
        self
    }

    /// Free until the period ends, and not longer.
    pub fn let_end(self, reason: Reason, now: DateTime<Utc>) -> In<Ending> {
        let Active { families, until } = self.state;
        self.enter(Ending { families, until, reason }, now)
    }
}

impl In<Ending> {
    /// The period ends at another time than it was said.
    #[must_use]
    pub fn moved(mut self, until: DateTime<Utc>) -> Self {
        self.state.until = Some(until);
        self
    }

    /// Undoes what ended it.
    pub fn reinstate(mut self, now: DateTime<Utc>) -> In<Active> {
        let Ending { families, until, .. } = self.state;
        self.gift.reminded_days = None;
        self.enter(Active { families, until }, now)
    }

    /// The period is over.
    pub fn end(self, now: DateTime<Utc>) -> In<Ended> {
        let Ending { until, reason, .. } = self.state;
        self.enter(Ended { until, reason }, now)
    }
}

impl In<Removing> {
    /// Undoes the withdrawal: the cloud still offers it.
    pub fn reinstate(self, now: DateTime<Utc>) -> In<Offered> {
        self.enter(Offered, now)
    }

    /// The cloud heard of it.
    pub fn end(self, now: DateTime<Utc>) -> In<Ended> {
        let reason = self.state.reason;
        self.enter(Ended { until: None, reason }, now)
    }

    /// The recipient was faster: it is free, and ends with its period.
    pub fn redeemed_meanwhile(
        self,
        families: Option<Id<Organization>>,
        until: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> In<Ending> {
        let reason = self.state.reason;
        self.enter(Ending { families, until, reason }, now)
    }
}

/// Does `$body` with the gift of whatever state `$sponsorship` is in.
macro_rules! whatever {
    ($sponsorship:expr, $inner:ident => $body:expr) => {
        match $sponsorship {
            Sponsorship::Requested($inner) => $body,
            Sponsorship::Offered($inner) => $body,
            Sponsorship::Active($inner) => $body,
            Sponsorship::Ending($inner) => $body,
            Sponsorship::Removing($inner) => $body,
            Sponsorship::Ended($inner) => $body,
        }
    };
}

impl Sponsorship {
    /// What it is, whatever its state.
    pub fn gift(&self) -> &Gift {
        whatever!(self, inner => &inner.gift)
    }

    /// The same, to be changed.
    pub fn gift_mut(&mut self) -> &mut Gift {
        whatever!(self, inner => &mut inner.gift)
    }

    /// The number of its state in the database.
    pub const fn number(&self) -> i64 {
        match self {
            Self::Requested(_) => 0,
            Self::Offered(_) => 1,
            Self::Active(_) => 2,
            Self::Ending(_) => 3,
            Self::Removing(_) => 4,
            Self::Ended(_) => 5,
        }
    }

    /// The word of its state, for programs and for the other side of a sync.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Requested(_) => "requested",
            Self::Offered(_) => "offered",
            Self::Active(_) => "active",
            Self::Ending(_) => "ending",
            Self::Removing(_) => "removing",
            Self::Ended(_) => "ended",
        }
    }

    /// The Families organization that is free, where it is known.
    pub const fn families(&self) -> Option<Id<Organization>> {
        match self {
            Self::Active(it) => it.state.families,
            Self::Ending(it) => it.state.families,
            Self::Requested(_) | Self::Offered(_) | Self::Removing(_) | Self::Ended(_) => None,
        }
    }

    /// Until when a Families organization is, or was, free.
    pub const fn until(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Active(it) => it.state.until,
            Self::Ending(it) => it.state.until,
            Self::Ended(it) => it.state.until,
            Self::Requested(_) | Self::Offered(_) | Self::Removing(_) => None,
        }
    }

    /// Why it is ending or has ended.
    pub const fn reason(&self) -> Option<Reason> {
        match self {
            Self::Ending(it) => Some(it.state.reason),
            Self::Removing(it) => Some(it.state.reason),
            Self::Ended(it) => Some(it.state.reason),
            Self::Requested(_) | Self::Offered(_) | Self::Active(_) => None,
        }
    }

    /// Whether it has not ended.
    pub const fn lives(&self) -> bool {
        !matches!(self, Self::Ended(_))
    }

    /// Whether a Families organization has it.
    pub const fn redeemed(&self) -> bool {
        matches!(self, Self::Active(_) | Self::Ending(_))
    }

    /// Whether it is taken back, as the protocol says it (`toDelete`).
    pub const fn taken_back(&self) -> bool {
        matches!(self, Self::Ending(_) | Self::Removing(_) | Self::Ended(_))
    }

    /// For someone else, as long as nobody redeemed it. One that was taken back is offered again.
    ///
    /// # Errors
    ///
    /// [`WrongState`] once it is redeemed or over.
    pub fn readdress(self, recipient: Recipient, now: DateTime<Utc>) -> Result<Self, WrongState> {
        match self {
            Self::Requested(it) => Ok(Self::Requested(it.readdress(recipient, now))),
            Self::Offered(it) => Ok(Self::Offered(it.readdress(recipient, now))),
            Self::Removing(it) => Ok(Self::Offered(it.reinstate(now).readdress(recipient, now))),
            Self::Active(_) | Self::Ending(_) => Err(WrongState::Redeemed),
            Self::Ended(_) => Err(WrongState::Over),
        }
    }

    /// Takes it back: what is in use stays so until its period ends, and what nobody heard of is
    /// over. What becomes of an open offer depends on the side: `withdraw` says it. Taking back
    /// twice changes nothing but the reason.
    ///
    /// # Errors
    ///
    /// [`WrongState::Over`] once it has ended.
    pub fn take_back(
        self,
        reason: Reason,
        withdraw: Withdraw,
        now: DateTime<Utc>,
    ) -> Result<Self, WrongState> {
        match self {
            Self::Requested(it) => Ok(Self::Ended(it.forget(reason, now))),
            Self::Offered(it) => Ok(withdraw(it, reason, now)),
            Self::Active(it) => Ok(Self::Ending(it.let_end(reason, now))),
            Self::Ending(mut it) => {
                it.state.reason = reason;
                Ok(Self::Ending(it))
            }
            Self::Removing(it) => Ok(Self::Removing(it)),
            Self::Ended(_) => Err(WrongState::Over),
        }
    }

    /// Undoes a withdrawal that has not taken effect yet.
    ///
    /// # Errors
    ///
    /// [`WrongState`] when there is nothing to undo, or only the recipient could.
    pub fn reinstate(self, now: DateTime<Utc>) -> Result<Self, WrongState> {
        match self {
            Self::Ending(it) if it.state.reason == Reason::GivenUp => Err(WrongState::GivenUp),
            Self::Ending(it) => Ok(Self::Active(it.reinstate(now))),
            Self::Removing(it) => Ok(Self::Offered(it.reinstate(now))),
            Self::Requested(_) | Self::Offered(_) | Self::Active(_) => {
                Err(WrongState::NotTakenBack)
            }
            Self::Ended(_) => Err(WrongState::Over),
        }
    }
}

#[cfg(test)]
mod tests;
