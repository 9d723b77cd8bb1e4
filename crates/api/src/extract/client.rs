//! Which program is calling, by its own account.

use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::vault::ClientVersion;

/// The header clients say their version in.
const VERSION: &str = "bitwarden-client-version";

/// The version the client says it has, if it says one.
#[derive(Debug, Clone, Copy)]
pub struct Client(pub Option<ClientVersion>);

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let said = parts.headers.get(VERSION).and_then(|value| value.to_str().ok());
        Ok(Self(said.and_then(ClientVersion::read)))
    }
}
