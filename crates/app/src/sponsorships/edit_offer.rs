//! An offer nobody redeemed goes to another address, or under another name.

use domain::{
    authz::{ManageSponsorships, Permit},
    events::EventKind,
    id::Id,
    sponsorships::{OfferRefusal, Recipient, Sponsorship},
};
use store::outbox::Event;

use super::{SponsorshipError, keep::Mailing};
use crate::App;

impl App {
    /// Changes for whom an offer is. With another address it is mailed there, and the old link
    /// dies; another name or note is nobody's business but the organization's.
    ///
    /// # Errors
    ///
    /// When it was redeemed, or the organization sponsors the new address already.
    pub async fn edit_offer(
        &self,
        permit: Permit<ManageSponsorships>,
        id: Id<Sponsorship>,
        recipient: Recipient,
    ) -> Result<Sponsorship, SponsorshipError> {
        let (now, organization) = (self.now(), permit.organization());
        let mut tx = self.db.write().await?;
        tx.lock_sponsorships(organization).await?;
        let sponsor = tx.sponsor(organization).await?;
        let sponsor = sponsor.ok_or(SponsorshipError::NoSuchOrganization)?;
        let row = tx.sponsorship_of(organization, id).await?;
        let mut row = row.ok_or(SponsorshipError::NoSuchSponsorship)?;

        let moved = row.gift().recipient.key() != recipient.key();
        let mailing = if moved { Mailing::Offers } else { Mailing::Nobody };
        if moved {
            let taken = tx.sponsorships_for(organization, &[recipient.key()]).await?;
            if sponsor.facts.forbids {
                return Err(OfferRefusal::Forbidden.into());
            }
            if !taken.is_empty() {
                return Err(OfferRefusal::AlreadyOffered.into());
            }
            let to = [recipient.email.clone()];
            if !self.offered_enough(&mut tx, organization, &to, now).await?.is_empty() {
                return Err(SponsorshipError::MailedOften);
            }
            row = row.readdress(recipient, now)?;
        } else {
            row.gift_mut().recipient = recipient;
        }

        let mut rows = [row];
        self.keep_sponsorships(&mut tx, &sponsor, &mut rows, mailing, now).await?;
        let [row] = rows;
        let event = Event::by(EventKind::SponsorshipOffered, &permit);
        tx.record(event.about(row.gift().id.uuid()), now).await?;
        tx.commit().await?;
        Ok(row)
    }
}
