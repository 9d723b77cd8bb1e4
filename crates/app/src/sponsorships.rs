//! Families for Enterprise: offering, redeeming, taking back, ending.

pub mod decline_offer;
pub mod edit_offer;
mod keep;
pub mod list_sponsorships;
pub mod offer_sponsorship;
pub mod offer_sponsorships;
mod offer_token;
pub mod receive_sync;
pub mod redeem_offer;
pub mod reinstate_sponsorship;
pub mod remove_sponsorship;
pub mod resend_offer;
pub mod revoke_sponsorship;
pub mod settle_sponsorships;
pub mod sync_now;
pub mod sync_sponsorships;
pub mod validate_offer;
pub mod view_panel;
pub mod view_sync;

pub use offer_token::OfferToken;

use domain::sponsorships::{OfferRefusal, RecipientProblem, WrongState};
use store::StoreError;

use crate::fault::{Fault, Kind};

/// Why a sponsorship was not offered or changed.
#[derive(Debug, thiserror::Error)]
pub enum SponsorshipError {
    /// There is no such sponsorship in this organization.
    #[error("Your organization gives no such sponsorship.")]
    NoSuchSponsorship,
    /// The member gives none.
    #[error("You do not sponsor anybody.")]
    NothingGiven,
    /// The organization is gone.
    #[error("Resource not found.")]
    NoSuchOrganization,
    /// The person is no confirmed member.
    #[error("Only a confirmed member of an organization can sponsor for it.")]
    NotConfirmed,
    /// There is no open offer.
    #[error("There is no open offer for this recipient.")]
    NoOpenOffer,
    /// The rules forbid it.
    #[error(transparent)]
    Refused(#[from] OfferRefusal),
    /// The recipient is not described as it should be.
    #[error("The request is not valid.")]
    Recipient(RecipientProblem),
    /// The recipient got as many offers today as anyone gets.
    #[error("This recipient was sent too many offers today. Try again tomorrow.")]
    MailedOften,
    /// Too many at once.
    #[error("At most 500 people can be invited at once.")]
    TooMany,
    /// Its state does not allow it.
    #[error(transparent)]
    WrongState(#[from] WrongState),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for SponsorshipError {
    fn from(error: StoreError) -> Self {
        match error {
            // Someone else was faster with the same address: the indexes see to it.
            StoreError::Duplicate => Self::Refused(OfferRefusal::AlreadyOffered),
            other => Self::Store(other),
        }
    }
}

impl From<RecipientProblem> for SponsorshipError {
    fn from(problem: RecipientProblem) -> Self {
        Self::Recipient(problem)
    }
}

impl Fault for SponsorshipError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::NoSuchSponsorship
            | Self::NothingGiven
            | Self::NotConfirmed
            | Self::NoOpenOffer
            | Self::Refused(_)
            | Self::Recipient(_)
            | Self::TooMany
            | Self::MailedOften
            | Self::WrongState(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoSuchSponsorship => Some("no_such_sponsorship"),
            Self::NothingGiven => Some("nothing_given"),
            Self::NotConfirmed => Some("not_confirmed"),
            Self::NoOpenOffer => Some("no_open_offer"),
            Self::Refused(refusal) => Some(refusal.code()),
            Self::TooMany => Some("too_many"),
            Self::MailedOften => Some("mailed_often"),
            Self::WrongState(state) => Some(state.code()),
            Self::NoSuchOrganization | Self::Recipient(_) | Self::Store(_) => None,
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Recipient(problem) => {
                vec![(problem.field().to_owned(), problem.to_string())]
            }
            _ => Vec::new(),
        }
    }
}
