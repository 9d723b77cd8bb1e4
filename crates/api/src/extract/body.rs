//! JSON bodies, in either case.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde::de::DeserializeOwned;

use crate::error::{ApiError, Unreadable};

/// A JSON body whose field names may begin with a capital. An empty body reads as `{}`.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|error| Unreadable(error.body_text()))?;
        let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        let body = wire::case::read(bytes)
            .map_err(|error| Unreadable(format!("The request cannot be read: {error}.")))?;
        Ok(Self(body))
    }
}
