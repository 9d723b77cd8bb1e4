//! Who is calling.

use app::{
    App,
    identity::access_token::{Bearer, Person},
};
use axum::{
    extract::FromRequestParts,
    http::{header::AUTHORIZATION, request::Parts},
};
use domain::{accounts::User, id::Id, licensing::Installation};

use crate::error::{ApiError, Nobody};

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct Caller(pub Person);

impl Caller {
    /// Who it is.
    pub fn user(&self) -> Id<User> {
        self.0.user
    }
}

/// A self-hosted server that proved its installation key.
#[derive(Debug, Clone)]
pub struct InstallationCaller {
    /// Which.
    pub id: Id<Installation>,
    /// What its token is for: `api.installation`, `api.licensing` or `api.push`.
    pub scope: String,
}

async fn bearer(parts: &Parts, app: &App) -> Result<Bearer, ApiError> {
    let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or(Nobody)?;
    Ok(app.bearer(token).await?.ok_or(Nobody)?)
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        match bearer(parts, app).await? {
            Bearer::Person(person) if app.is_signed_in(&person).await? => Ok(Self(person)),
            Bearer::Person(_) | Bearer::Organization(_) | Bearer::Installation { .. } => {
                Err(Nobody.into())
            }
        }
    }
}

impl FromRequestParts<App> for InstallationCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        match bearer(parts, app).await? {
            Bearer::Installation { id, scope } if app.installation_may_act(id).await? => {
                Ok(Self { id, scope })
            }
            Bearer::Installation { .. } | Bearer::Organization(_) | Bearer::Person(_) => {
                Err(Nobody.into())
            }
        }
    }
}
