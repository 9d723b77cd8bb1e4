//! Identifiers in addresses.

use std::collections::HashMap;

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use domain::id::Id;
use uuid::Uuid;

use crate::error::{ApiError, NotFound};

/// The identifiers in the address, by the names they have in the route. One that is no identifier
/// answers as a thing that does not exist.
pub struct PathIds(HashMap<String, String>);

impl PathIds {
    /// The identifier the route calls `name`.
    ///
    /// # Errors
    ///
    /// [`NotFound`] when it is no identifier.
    pub fn id<T>(&self, name: &str) -> Result<Id<T>, ApiError> {
        let text = self.0.get(name).ok_or(NotFound)?;
        Ok(Id::new(Uuid::parse_str(text).map_err(|_| NotFound)?))
    }

    /// The text the route calls `name`.
    ///
    /// # Errors
    ///
    /// [`NotFound`] when the route has no such part.
    pub fn text(&self, name: &str) -> Result<&str, ApiError> {
        Ok(self.0.get(name).map(String::as_str).ok_or(NotFound)?)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for PathIds {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Path(names) = Path::<HashMap<String, String>>::from_request_parts(parts, state)
            .await
            .map_err(|_| NotFound)?;
        Ok(Self(names))
    }
}
