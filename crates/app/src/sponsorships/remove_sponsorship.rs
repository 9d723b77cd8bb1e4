//! An owner of a Families organization gives its sponsorship up.

use domain::{
    authz::{Permit, ReceiveSponsorship},
    events::EventKind,
    sponsorships::{Reason, Sponsorship},
};
use store::{StoreError, outbox::Event};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why a sponsorship was not given up.
#[derive(Debug, thiserror::Error)]
pub enum RemoveSponsorshipError {
    /// There is none.
    #[error("This organization is not sponsored.")]
    NotSponsored,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RemoveSponsorshipError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotSponsored => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotSponsored => Some("not_sponsored"),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Gives the sponsorship of a Families organization up: it stays free until its period ends.
    /// The sponsor sees it, and cannot undo it.
    ///
    /// # Errors
    ///
    /// When the organization is not sponsored.
    pub async fn remove_sponsorship(
        &self,
        permit: Permit<ReceiveSponsorship>,
    ) -> Result<(), RemoveSponsorshipError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let found = tx.sponsorship_on(permit.organization()).await?;
        let found = found.ok_or(RemoveSponsorshipError::NotSponsored)?;
        let sponsor = found.gift().organization;
        let found = match sponsor {
            // Looked at again, once nobody else can change it.
            Some(sponsor) => {
                tx.lock_sponsorships(sponsor).await?;
                tx.sponsorship_on(permit.organization()).await?
            }
            None => Some(found),
        };
        let row = match found {
            Some(Sponsorship::Active(it)) => Sponsorship::Ending(it.let_end(Reason::GivenUp, now)),
            Some(Sponsorship::Ending(mut it)) => {
                it.state.reason = Reason::GivenUp;
                Sponsorship::Ending(it)
            }
            _ => return Err(RemoveSponsorshipError::NotSponsored),
        };
        let mut rows = [row];
        tx.save_sponsorships(sponsor, &mut rows).await?;
        let [row] = rows;
        let mut events =
            vec![Event::by(EventKind::SponsorshipRevoked, &permit).about(row.gift().id.uuid())];
        if let Some(sponsor) = sponsor {
            let seen = Event::of(EventKind::SponsorshipRevoked, sponsor);
            events.push(seen.about(row.gift().id.uuid()));
        }
        tx.record_all(&events, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
