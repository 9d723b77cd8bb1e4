//! An offer is mailed again.

use domain::{
    authz::{GiveSponsorship, ManageSponsorships, Permit},
    events::EventKind,
    id::Id,
    organizations::Organization,
    sponsorships::{OfferRefusal, Sponsorship},
};
use store::{Tx, outbox::Event};

use super::{SponsorshipError, keep::Mailing};
use crate::App;

/// Whose offers the caller may have mailed again.
#[derive(Debug)]
pub enum Resender {
    /// Anybody's in the organization.
    Administrator(Permit<ManageSponsorships>),
    /// Their own.
    Member(Permit<GiveSponsorship>),
}

impl Resender {
    fn organization(&self) -> Id<Organization> {
        match self {
            Self::Administrator(permit) => permit.organization(),
            Self::Member(permit) => permit.organization(),
        }
    }

    fn event(&self) -> Event {
        let kind = EventKind::SponsorshipResent;
        match self {
            Self::Administrator(permit) => Event::by(kind, permit),
            Self::Member(permit) => Event::by(kind, permit),
        }
    }

    /// The sponsorship of that name, if it is the caller's business.
    async fn find(&self, tx: &mut Tx, name: &str) -> Result<Option<Sponsorship>, SponsorshipError> {
        let organization = self.organization();
        let permit = match self {
            Self::Administrator(_) => return Ok(tx.sponsorship_named(organization, name).await?),
            Self::Member(permit) => permit,
        };
        let Some(user) = permit.actor().user() else { return Ok(None) };
        let Some(seat) = tx.membership_of(organization, user).await? else { return Ok(None) };
        let own = tx.own_sponsorship(organization, seat.seat().id).await?;
        let name = name.trim().to_lowercase();
        Ok(own.filter(|row| {
            let recipient = &row.gift().recipient;
            let friendly = recipient.friendly_name.as_ref().map(|it| it.to_lowercase());
            friendly.is_none_or(|friendly| friendly == name) || recipient.key() == name
        }))
    }
}

impl App {
    /// Mails the offer with this friendly name again; a link sent before still works. Nothing
    /// happens when there is none, as clients expect.
    ///
    /// # Errors
    ///
    /// When the policy forbids it, or the offer was redeemed.
    pub async fn resend_offer(&self, by: Resender, name: &str) -> Result<(), SponsorshipError> {
        let (now, organization) = (self.now(), by.organization());
        let mut tx = self.db.write().await?;
        tx.lock_sponsorships(organization).await?;
        let sponsor = tx.sponsor(organization).await?;
        let sponsor = sponsor.ok_or(SponsorshipError::NoSuchOrganization)?;
        if sponsor.facts.forbids {
            return Err(OfferRefusal::Forbidden.into());
        }
        let Some(row) = by.find(&mut tx, name).await? else { return Ok(()) };
        let Sponsorship::Offered(mut offered) = row else {
            return Err(SponsorshipError::NoOpenOffer);
        };
        let to = [offered.gift.recipient.email.clone()];
        if !self.offered_enough(&mut tx, organization, &to, now).await?.is_empty() {
            return Err(SponsorshipError::MailedOften);
        }
        // It stands for half a year from its last mail.
        offered.gift.since = now;
        let mut rows = [Sponsorship::Offered(offered)];
        self.keep_sponsorships(&mut tx, &sponsor, &mut rows, Mailing::Offers, now).await?;
        let [row] = rows;
        tx.record(by.event().about(row.gift().id.uuid()), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
