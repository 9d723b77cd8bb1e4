//! Where pages of lists begin, as tokens whoever reads a page hands back.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::{DateTime, Utc};
use domain::events::Place;
use uuid::Uuid;

use crate::error::{ApiError, Unreadable};

fn wrong() -> Unreadable {
    Unreadable("The continuation token is not one of this server's.".to_owned())
}

/// The token of a page that begins after `text`.
pub fn of_text(text: &str) -> String {
    BASE64.encode(text)
}

/// What the page of that token begins after.
pub fn text(token: &str) -> Result<String, ApiError> {
    let bytes = BASE64.decode(token).map_err(|_| wrong())?;
    Ok(String::from_utf8(bytes).map_err(|_| wrong())?)
}

/// The token of a page that begins before a moment and an id.
pub fn of_place(at: DateTime<Utc>, id: Uuid) -> String {
    Place { at, id }.to_string()
}

/// What the page of that token begins before; without one, the first page.
pub fn place(token: Option<&str>) -> Result<Option<(DateTime<Utc>, Uuid)>, ApiError> {
    let Some(token) = token.filter(|token| !token.is_empty()) else { return Ok(None) };
    let place: Place = token.parse().map_err(|_| wrong())?;
    Ok(Some((place.at, place.id)))
}
