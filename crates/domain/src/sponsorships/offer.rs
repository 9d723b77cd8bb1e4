//! When a sponsorship may be offered.

use chrono::TimeDelta;

use super::{Sponsorship, validity::SILENCE};

/// How long an offer can be redeemed.
pub const OFFER_STANDS_FOR: TimeDelta = SILENCE;

/// What is known of the sponsor when an offer is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sponsor<'a> {
    /// Whether the organization's policy forbids sponsorships.
    pub forbids: bool,
    /// The mail address of the member who offers.
    pub own_email: &'a str,
    /// Whether the organization has an Enterprise plan.
    pub enterprise: bool,
    /// Whether the organization may give sponsorships to people who are not members.
    pub admin_sponsoring: bool,
    /// How many seats are left, if they are counted.
    pub free_seats: Option<i64>,
}

/// An offer to be made.
#[derive(Debug, Clone, Copy)]
pub struct Offering<'a> {
    /// To whom: the mail address as it is compared.
    pub recipient: &'a str,
    /// Whether it is given in the organization's name.
    pub admin_initiated: bool,
    /// The organization's living sponsorship for the same address.
    pub same_recipient: Option<&'a Sponsorship>,
    /// The member's own living sponsorship.
    pub own: Option<&'a Sponsorship>,
}

/// Why a sponsorship is not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfferRefusal {
    /// The policy forbids it.
    #[error("Your organization's administrators have switched Families sponsorships off.")]
    Forbidden,
    /// It is the member's own address.
    #[error("You cannot sponsor yourself. Choose another email address.")]
    Yourself,
    /// The plan is another.
    #[error("Only organizations with an Enterprise plan can sponsor Families organizations.")]
    NotEnterprise,
    /// Someone in the organization sponsors this address already.
    #[error("Your organization sponsors this email address already.")]
    AlreadyOffered,
    /// The organization may not give sponsorships to others.
    #[error("Your organization cannot give sponsorships to people who are not members.")]
    AdminSponsoringOff,
    /// The member's own sponsorship is in use.
    #[error("You sponsor a Families organization already. Remove that sponsorship first.")]
    OneEach,
    /// No seat is left, and none can be added.
    #[error("There are no seats left. Each sponsorship of a person who is not a member takes one.")]
    NoSeats,
}

impl OfferRefusal {
    /// A stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Forbidden => "sponsorships_forbidden",
            Self::Yourself => "own_email",
            Self::NotEnterprise => "not_enterprise",
            Self::AlreadyOffered => "already_offered",
            Self::AdminSponsoringOff => "admin_sponsoring_off",
            Self::OneEach => "one_each",
            Self::NoSeats => "no_seats",
        }
    }
}

/// Whether `offering` may be made. The rules are tried in the order of the protocol, so that the
/// same mistake gets the same answer everywhere.
///
/// # Errors
///
/// The first rule that is broken.
pub fn judge_offer(sponsor: &Sponsor<'_>, offering: &Offering<'_>) -> Result<(), OfferRefusal> {
    if sponsor.forbids {
        return Err(OfferRefusal::Forbidden);
    }
    if sponsor.own_email.trim().to_lowercase() == offering.recipient {
        return Err(OfferRefusal::Yourself);
    }
    if !sponsor.enterprise {
        return Err(OfferRefusal::NotEnterprise);
    }
    let own = offering.own.filter(|_| !offering.admin_initiated);
    let again = own.map(|own| own.gift().id);
    if offering.same_recipient.is_some_and(|there| Some(there.gift().id) != again) {
        return Err(OfferRefusal::AlreadyOffered);
    }
    if offering.admin_initiated && !sponsor.admin_sponsoring {
        return Err(OfferRefusal::AdminSponsoringOff);
    }
    if own.is_some_and(Sponsorship::redeemed) {
        return Err(OfferRefusal::OneEach);
    }
    if offering.admin_initiated && sponsor.free_seats.is_some_and(|free| free < 1) {
        return Err(OfferRefusal::NoSeats);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
