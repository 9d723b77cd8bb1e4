//! Where sponsorships are decided, and where they are remembered for someone else to decide.

use domain::sponsorships::{Gift, In, Offered, Requested, Sponsorship, Withdraw};

/// What follows a change of a sponsorship.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {
    /// The recipient of a new offer is written to.
    Write,
    /// The cloud is told.
    Tell,
}

/// The desk where sponsorships are handed in.
pub trait SponsorshipDesk: Send + Sync {
    /// A gift in the state it begins in here.
    fn open(&self, gift: Gift) -> Sponsorship;

    /// What becomes here of an open offer that is taken back.
    fn withdraw(&self) -> Withdraw;

    /// What follows a change.
    fn follow_up(&self) -> FollowUp;

    /// Whether a seat may be added when none is left.
    fn adds_seats(&self) -> bool;

    /// Whether this server knows the Families organizations, and so ends what runs out.
    fn keeps_families(&self) -> bool;
}

/// Offers at once, and keeps the Families organizations.
#[derive(Debug, Clone, Copy)]
pub struct DecidingDesk;

impl SponsorshipDesk for DecidingDesk {
    fn open(&self, gift: Gift) -> Sponsorship {
        Sponsorship::Offered(In::new(gift, Offered))
    }

    fn withdraw(&self) -> Withdraw {
        |offered, reason, now| Sponsorship::Ended(offered.withdraw(reason, now))
    }

    fn follow_up(&self) -> FollowUp {
        FollowUp::Write
    }

    fn adds_seats(&self) -> bool {
        true
    }

    fn keeps_families(&self) -> bool {
        true
    }
}

/// Remembers what is wanted, and tells the cloud.
#[derive(Debug, Clone, Copy)]
pub struct RememberingDesk;

impl SponsorshipDesk for RememberingDesk {
    fn open(&self, gift: Gift) -> Sponsorship {
        Sponsorship::Requested(In::new(gift, Requested))
    }

    fn withdraw(&self) -> Withdraw {
        |offered, reason, now| Sponsorship::Removing(offered.remove(reason, now))
    }

    fn follow_up(&self) -> FollowUp {
        FollowUp::Tell
    }

    fn adds_seats(&self) -> bool {
        false
    }

    fn keeps_families(&self) -> bool {
        false
    }
}
