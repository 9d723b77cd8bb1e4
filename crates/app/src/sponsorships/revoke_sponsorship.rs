//! A sponsorship is taken back by whoever gives it.

use chrono::{DateTime, Utc};
use domain::{
    authz::{Action, GiveSponsorship, ManageSponsorships, Permit},
    events::EventKind,
    id::Id,
    sponsorships::{Reason, Sponsorship},
};
use store::{Tx, outbox::Event};

use super::{SponsorshipError, keep::Mailing};
use crate::App;

/// Which sponsorship of the organization is meant.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// The first with this friendly name, in any case.
    Named(&'a str),
    /// This one.
    Id(Id<Sponsorship>),
}

impl App {
    /// Takes the member's own sponsorship back.
    ///
    /// # Errors
    ///
    /// When the member gives none.
    pub async fn revoke_own_sponsorship(
        &self,
        permit: Permit<GiveSponsorship>,
    ) -> Result<Sponsorship, SponsorshipError> {
        let (now, organization) = (self.now(), permit.organization());
        let mut tx = self.db.write().await?;
        let giver = self.giver(&mut tx, organization, permit.actor().user()).await?;
        let own = tx.own_sponsorship(organization, giver.member).await?;
        let own = own.ok_or(SponsorshipError::NothingGiven)?;
        self.take_back_one(tx, &permit, own, Reason::TakenBack, now).await
    }

    /// Takes any sponsorship of the organization back.
    ///
    /// # Errors
    ///
    /// When the organization gives no such sponsorship.
    pub async fn revoke_sponsorship(
        &self,
        permit: Permit<ManageSponsorships>,
        which: Which<'_>,
    ) -> Result<Sponsorship, SponsorshipError> {
        let (now, organization) = (self.now(), permit.organization());
        let mut tx = self.db.write().await?;
        tx.lock_sponsorships(organization).await?;
        let found = match which {
            Which::Named(name) => tx.sponsorship_named(organization, name).await?,
            Which::Id(id) => tx.sponsorship_of(organization, id).await?,
        };
        let found = found.filter(Sponsorship::lives);
        let found = found.ok_or(SponsorshipError::NoSuchSponsorship)?;
        self.take_back_one(tx, &permit, found, Reason::TakenBackByOrganization, now).await
    }

    async fn take_back_one<A: Action>(
        &self,
        mut tx: Tx,
        permit: &Permit<A>,
        row: Sponsorship,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Result<Sponsorship, SponsorshipError> {
        let sponsor = tx.sponsor(permit.organization()).await?;
        let sponsor = sponsor.ok_or(SponsorshipError::NoSuchOrganization)?;
        let withdraw = self.ports.sponsorship_desk.withdraw();
        let mut rows = [row.take_back(reason, withdraw, now)?];
        self.keep_sponsorships(&mut tx, &sponsor, &mut rows, Mailing::Nobody, now).await?;
        let [row] = rows;
        let event = Event::by(EventKind::SponsorshipRevoked, permit);
        tx.record(event.about(row.gift().id.uuid()), now).await?;
        tx.commit().await?;
        Ok(row)
    }
}
