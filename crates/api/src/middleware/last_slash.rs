//! Addresses that end with a slash, which official clients write here and there.

use std::convert::Infallible;

use axum::{
    Router,
    extract::Request,
    http::{Uri, uri::PathAndQuery},
    response::Response,
};
use tower::ServiceExt as _;

/// Answers what matched no route once more, without the slash at its end.
pub async fn without_it(router: Router, mut request: Request) -> Result<Response, Infallible> {
    if let Some(uri) = shorter(request.uri()) {
        *request.uri_mut() = uri;
    }
    router.oneshot(request).await
}

fn shorter(uri: &Uri) -> Option<Uri> {
    let path = uri.path().strip_suffix('/').filter(|path| !path.is_empty())?;
    let wanted = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(wanted).ok()?);
    Uri::from_parts(parts).ok()
}
