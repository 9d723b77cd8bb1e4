//! Families for Enterprise: who gives a free Families organization to whom, and until when.
//!
//! On the cloud a sponsorship is offered, redeemed, ending and ended. A self-hosted server keeps the
//! same rows under the same ids and adds two states of waiting: requested, until its cloud has heard
//! of an offer, and removing, until its cloud has heard of a withdrawal.

mod gift;
mod offer;
mod price;
mod reason;
mod redeem;
mod seats;
mod state;
mod status;
pub mod sync;
mod validity;

pub use gift::{Gift, Recipient, RecipientProblem};
pub use offer::{OFFER_STANDS_FOR, OfferRefusal, Offering, Sponsor, judge_offer};
pub use price::{paid_again, sponsored};
pub use reason::Reason;
pub use redeem::{RedeemRefusal, Redemption, judge_redemption, offer_ends_at};
pub use seats::{SeatForecast, forecast};
pub use state::{
    Active, Ended, Ending, In, Offered, Removing, Requested, Sponsorship, Withdraw, WrongState,
};
pub use status::{Label, Next, Status, status};
pub use validity::{SponsorFacts, validity};
