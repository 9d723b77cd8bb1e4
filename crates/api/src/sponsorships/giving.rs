//! The caller, as someone who may sponsor.

use app::{App, sponsorships::SponsorshipError};
use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{
    authz::{Actor, Denied, GiveSponsorship, ManageSponsorships, Permit},
    id::Id,
    organizations::Organization,
};

use crate::{
    error::ApiError,
    extract::{Caller, PathIds},
};

/// The caller, a confirmed member of the organization in the address; and, if they hold that right,
/// someone who manages its sponsorships.
pub struct Giving {
    /// In their own name.
    pub own: Permit<GiveSponsorship>,
    /// In the organization's name.
    pub in_its_name: Result<Permit<ManageSponsorships>, Denied>,
}

impl FromRequestParts<App> for Giving {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let user = Caller::from_request_parts(parts, app).await?.user();
        let path = PathIds::from_request_parts(parts, app).await?;
        let organization: Id<Organization> = path.id("org_id")?;
        let mut tx = app.db.read().await?;
        let standing = tx.standing(organization, user).await?;
        let actor = Actor::User(user);
        let in_its_name = Permit::ask(actor, organization, standing);
        match Permit::ask(actor, organization, standing) {
            Ok(own) => {
                if !parts.method.is_safe() {
                    app.check_writable(&mut tx, &own, app.now()).await?;
                }
                Ok(Self { own, in_its_name })
            }
            // Someone who has accepted, and waits, knows the organization; a provider manages it.
            Err(_) if in_its_name.is_ok() => Err(SponsorshipError::NotConfirmed.into()),
            Err(denied) => match tx.membership_of(organization, user).await? {
                Some(_) => Err(SponsorshipError::NotConfirmed.into()),
                None => Err(denied.into()),
            },
        }
    }
}
