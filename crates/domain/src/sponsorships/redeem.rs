//! When an offer may be redeemed.

use chrono::{DateTime, Utc};

use super::{In, OFFER_STANDS_FOR, Offered, Sponsorship};

/// An offer about to be redeemed.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
pub struct Redemption {
    /// Whether the person owns the Families organization.
    pub owns: bool,
    /// Whether a policy of the sponsoring organization forbids sponsorships.
    pub forbidden: bool,
    /// What the link leads to.
    pub sponsorship: Option<Sponsorship>,
    /// Whether the Families organization has a sponsorship already.
    pub sponsored_already: bool,
    /// Whether the protocol's number of the kind of sponsorship is known.
    pub known_type: bool,
    /// Whether it has a Families plan.
    pub families_plan: bool,
    /// When the sponsoring organization's server last synced, if it has one.
    pub sponsor_synced_at: Option<DateTime<Utc>>,
}

/// Why an offer is not redeemed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RedeemRefusal {
    /// The link is damaged, was used, or is for someone else.
    #[error("This link is not valid, or it was made for another account.")]
    BadToken,
    /// The person does not own the organization.
    #[error("Only an owner of the Families organization can accept a sponsorship for it.")]
    NotOwner,
    /// The sponsoring organization's policy forbids it.
    #[error("The sponsoring organization has switched Families sponsorships off.")]
    Forbidden,
    /// There is no offer.
    #[error("There is no open offer for this organization.")]
    NoOffer,
    /// The organization is sponsored.
    #[error("This organization is sponsored already. Remove that sponsorship first.")]
    Sponsored,
    /// The kind of sponsorship is unknown.
    #[error("This kind of sponsorship is unknown.")]
    UnknownType,
    /// The offer is too old.
    #[error("This offer has expired: it is more than half a year old.")]
    Expired,
    /// The plan is another.
    #[error("Only an organization with a Families plan can be sponsored.")]
    NotFamilies,
}

impl RedeemRefusal {
    /// A stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BadToken => "bad_token",
            Self::NotOwner => "not_owner",
            Self::Forbidden => "sponsorships_forbidden",
            Self::NoOffer => "no_offer",
            Self::Sponsored => "sponsored_already",
            Self::UnknownType => "unknown_type",
            Self::Expired => "offer_expired",
            Self::NotFamilies => "not_families",
        }
    }
}

/// When an offer ends if nobody redeems it: half a year after it was made, or, when a self-hosted
/// server gives it, half a year after that server fell silent.
pub fn offer_ends_at(
    offered: &In<Offered>,
    sponsor_synced_at: Option<DateTime<Utc>>,
) -> DateTime<Utc> {
    let gift = &offered.gift;
    let synced = gift.last_sync_at.map(|own| sponsor_synced_at.map_or(own, |at| at.max(own)));
    synced.map_or(gift.since, |at| at.max(gift.since)) + OFFER_STANDS_FOR
}

/// The offer, if it may be redeemed now. The rules are tried in the order of the protocol. An
/// expired offer is refused here and ended by whoever asked.
///
/// # Errors
///
/// The first rule that is broken.
pub fn judge_redemption(
    redemption: Redemption,
    now: DateTime<Utc>,
) -> Result<In<Offered>, RedeemRefusal> {
    if !redemption.owns {
        return Err(RedeemRefusal::NotOwner);
    }
    if redemption.forbidden {
        return Err(RedeemRefusal::Forbidden);
    }
    let Some(Sponsorship::Offered(offered)) = redemption.sponsorship else {
        return Err(RedeemRefusal::NoOffer);
    };
    if redemption.sponsored_already {
        return Err(RedeemRefusal::Sponsored);
    }
    if !redemption.known_type {
        return Err(RedeemRefusal::UnknownType);
    }
    if offer_ends_at(&offered, redemption.sponsor_synced_at) < now {
        return Err(RedeemRefusal::Expired);
    }
    if !redemption.families_plan {
        return Err(RedeemRefusal::NotFamilies);
    }
    Ok(offered)
}

#[cfg(test)]
mod tests;
