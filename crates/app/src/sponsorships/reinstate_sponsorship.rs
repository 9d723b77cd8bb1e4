//! A sponsorship that was taken back, and has not ended, is given again.

use domain::{
    authz::{GiveSponsorship, ManageSponsorships, Permit},
    events::EventKind,
    id::Id,
    sponsorships::{OfferRefusal, Sponsorship},
};
use store::{Tx, outbox::Event};

use super::{SponsorshipError, keep::Mailing};
use crate::App;

impl App {
    /// Undoes that the member took their own sponsorship back.
    ///
    /// # Errors
    ///
    /// When nothing was taken back, the recipient gave it up, or the policy forbids sponsorships.
    pub async fn reinstate_own_sponsorship(
        &self,
        permit: Permit<GiveSponsorship>,
    ) -> Result<Sponsorship, SponsorshipError> {
        let mut tx = self.db.write().await?;
        let giver = self.giver(&mut tx, permit.organization(), permit.actor().user()).await?;
        let own = tx.own_sponsorship(permit.organization(), giver.member).await?;
        let own = own.ok_or(SponsorshipError::NothingGiven)?;
        let event = Event::by(EventKind::SponsorshipReinstated, &permit);
        self.reinstate(tx, own, event).await
    }

    /// Undoes that any sponsorship of the organization was taken back.
    ///
    /// # Errors
    ///
    /// As [`App::reinstate_own_sponsorship`].
    pub async fn reinstate_sponsorship(
        &self,
        permit: Permit<ManageSponsorships>,
        id: Id<Sponsorship>,
    ) -> Result<Sponsorship, SponsorshipError> {
        let mut tx = self.db.write().await?;
        tx.lock_sponsorships(permit.organization()).await?;
        let row = tx.sponsorship_of(permit.organization(), id).await?;
        let row = row.ok_or(SponsorshipError::NoSuchSponsorship)?;
        let event = Event::by(EventKind::SponsorshipReinstated, &permit);
        self.reinstate(tx, row, event).await
    }

    async fn reinstate(
        &self,
        mut tx: Tx,
        row: Sponsorship,
        event: Event,
    ) -> Result<Sponsorship, SponsorshipError> {
        let now = self.now();
        let organization = row.gift().organization.ok_or(SponsorshipError::NoSuchOrganization)?;
        let sponsor = tx.sponsor(organization).await?;
        let sponsor = sponsor.ok_or(SponsorshipError::NoSuchOrganization)?;
        if sponsor.facts.forbids {
            return Err(OfferRefusal::Forbidden.into());
        }
        let mut rows = [row.reinstate(now)?];
        self.keep_sponsorships(&mut tx, &sponsor, &mut rows, Mailing::Nobody, now).await?;
        let [row] = rows;
        tx.record(event.about(row.gift().id.uuid()), now).await?;
        tx.commit().await?;
        Ok(row)
    }
}
