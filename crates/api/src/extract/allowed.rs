//! The caller, allowed to do something in the organization the address names.

use app::App;
use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{
    authz::{Action, Actor, Denied, Permit},
    id::Id,
    organizations::Organization,
};

use super::{Caller, PathIds};
use crate::error::ApiError;

/// The names routes have for the organization in their address, in the order they are looked for.
const NAMES: &[&str] =
    &["organization_id", "org_id", "sponsoring_org_id", "sponsored_org_id", "id"];

/// The caller, allowed to do `A` in the organization the address names. An organization whose licence
/// ran out is read, and changed only by what brings it in order.
pub struct Allowed<A>(pub Permit<A>);

impl<A: Action> FromRequestParts<App> for Allowed<A> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let caller = Caller::from_request_parts(parts, app).await?;
        let path = PathIds::from_request_parts(parts, app).await?;
        let named = NAMES.iter().find_map(|name| path.id::<Organization>(name).ok());
        let organization: Id<Organization> = named.ok_or(Denied::Unknown)?;
        let mut tx = app.db.read().await?;
        let standing = tx.standing(organization, caller.user()).await?;
        let permit = Permit::ask(Actor::User(caller.user()), organization, standing)?;
        if !parts.method.is_safe() {
            app.check_writable(&mut tx, &permit, app.now()).await?;
        }
        Ok(Self(permit))
    }
}
