//! Answers that are pressed together on their way: lists of thousands shrink to a tenth.
//!
//! That length tells of content is known; here it tells nothing, because no other site can have a
//! browser ask with someone's token or the portal's cookie.

use axum::http::{Extensions, HeaderMap, StatusCode, Version, header::CONTENT_TYPE};
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer,
        predicate::{And, Predicate as _, SizeAbove},
    },
};

/// Below this an answer fits into one packet anyway.
const WORTH_IT: u16 = 1024;
/// Little time for most of the gain.
const LEVEL: i32 = 4;

type IsText = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Presses JSON and text, as the client likes it. What people encrypted cannot be pressed.
pub fn compressed() -> CompressionLayer<And<SizeAbove, IsText>> {
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(LEVEL))
        .compress_when(SizeAbove::new(WORTH_IT.into()).and(is_text as IsText))
}

fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    ["application/json", "text/csv", "text/plain"].iter().any(|text| kind.starts_with(text))
}
