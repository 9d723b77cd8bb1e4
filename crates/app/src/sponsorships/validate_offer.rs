//! What a link in an offer leads to.

use domain::{accounts::User, id::Id};
use store::StoreError;

use crate::App;

/// What a link in an offer leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfferBehindLink {
    /// Whether it leads the caller to an open offer.
    pub valid: bool,
    /// Whether a policy of the sponsoring organization forbids sponsorships.
    pub forbidden: bool,
    /// Who sponsors.
    pub sponsor: Option<String>,
    /// The region the offer is for.
    pub region: Option<&'static str>,
}

impl App {
    /// What the link with `token` leads `user` to.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn validate_offer(
        &self,
        user: Id<User>,
        token: &str,
    ) -> Result<OfferBehindLink, StoreError> {
        let mut tx = self.db.read().await?;
        let Some(account) = tx.account(user).await? else { return Ok(OfferBehindLink::default()) };
        let Some(offer) = self.offer_behind(&mut tx, token, &account.email).await? else {
            return Ok(OfferBehindLink::default());
        };
        let sponsor = match offer.gift().organization {
            Some(organization) => tx.sponsor(organization).await?,
            None => None,
        };
        Ok(OfferBehindLink {
            valid: sponsor.is_some(),
            forbidden: sponsor.as_ref().is_some_and(|it| it.facts.forbids),
            sponsor: sponsor.map(|it| it.name),
            region: Some(self.settings.region.name()),
        })
    }
}
