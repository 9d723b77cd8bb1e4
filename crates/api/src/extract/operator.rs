//! The operator who is signed in to the portal.

use app::{App, admin::OperatorSession, fault::Fault, fault::Kind, identity::Secret};
use axum::{
    extract::FromRequestParts,
    http::{Method, request::Parts},
};
use axum_extra::extract::CookieJar;

use crate::{
    error::{ApiError, Nobody},
    middleware::client_address::ClientAddress,
};

/// The cookie a session is kept in. No page can read it, and no other site can have it sent.
pub const SESSION_COOKIE: &str = "wardstead_operator";
/// The header that shows a change was asked for by a page of the portal.
pub const ANTIFORGERY_HEADER: &str = "x-antiforgery";

/// A signed-in operator. What changes something must also carry the antiforgery header.
#[derive(Debug, Clone)]
pub struct OperatorCaller(pub OperatorSession);

/// The change was not asked for by a page of this session.
#[derive(Debug, thiserror::Error)]
#[error("This page is out of date. Load it again and repeat what you did.")]
pub struct NotThePortal;

impl Fault for NotThePortal {
    fn kind(&self) -> Kind {
        Kind::Forbidden
    }

    fn code(&self) -> Option<&'static str> {
        Some("antiforgery")
    }
}

/// The secret of the session the request brings, whoever's it is.
pub fn session_secret(parts: &Parts) -> Option<Secret> {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(SESSION_COOKIE).map(|cookie| Secret::new(cookie.value().to_owned()))
}

impl FromRequestParts<App> for OperatorCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let secret = session_secret(parts).ok_or(Nobody)?;
        let Ok(client) = ClientAddress::from_request_parts(parts, app).await;
        let session = app.operator_session(&secret, client.known()).await?.ok_or(Nobody)?;
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            let token = parts.headers.get(ANTIFORGERY_HEADER).and_then(|value| value.to_str().ok());
            if !token.is_some_and(|token| session.came_from_the_portal(token)) {
                return Err(NotThePortal.into());
            }
        }
        Ok(Self(session))
    }
}
