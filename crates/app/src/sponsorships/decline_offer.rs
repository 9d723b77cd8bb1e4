//! The recipient of an offer does not want it.

use domain::{
    accounts::User,
    events::EventKind,
    id::Id,
    sponsorships::{Reason, RedeemRefusal, Sponsorship},
};
use store::outbox::Event;

use super::redeem_offer::RedeemOfferError;
use crate::App;

impl App {
    /// Ends the offer behind `token`, which must be `user`'s. The sponsor sees it.
    ///
    /// # Errors
    ///
    /// When the link leads to no open offer of theirs.
    pub async fn decline_offer(&self, user: Id<User>, token: &str) -> Result<(), RedeemOfferError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account(user).await?.ok_or(RedeemRefusal::BadToken)?;
        let first = self.offer_behind(&mut tx, token, &account.email).await?;
        let sponsor = first.ok_or(RedeemRefusal::BadToken)?.gift().organization;
        if let Some(sponsor) = sponsor {
            tx.lock_sponsorships(sponsor).await?;
        }
        let Some(Sponsorship::Offered(offered)) =
            self.offer_behind(&mut tx, token, &account.email).await?
        else {
            return Err(RedeemRefusal::BadToken.into());
        };
        let mut rows = [Sponsorship::Ended(offered.withdraw(Reason::Declined, now))];
        tx.save_sponsorships(sponsor, &mut rows).await?;
        if let (Some(sponsor), [row]) = (sponsor, &rows) {
            let event = Event::of(EventKind::SponsorshipEnded, sponsor);
            tx.record(event.about(row.gift().id.uuid()), now).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
