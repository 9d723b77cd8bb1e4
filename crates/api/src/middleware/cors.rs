//! Whose pages may call: the web app's own, and those of official clients, which have no host. Other
//! extensions of browsers ask their user for the right and need none of this.

use std::time::Duration;

use app::App;
use axum::http::{HeaderValue, request::Parts};
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer};

/// The pages of official clients: the extension of one browser, and the desktop.
const CLIENTS: [&str; 2] = ["file://", "bw-desktop-file://bundle"];

/// How long a browser may remember the answer.
const REMEMBERED: Duration = Duration::from_hours(1);

/// Lets those pages call, but for the portal: it knows its operators by a cookie.
pub fn cors(app: &App) -> CorsLayer {
    let own = app.settings.vault.origin().ascii_serialization();
    let may_call = move |origin: &HeaderValue, request: &Parts| {
        let known = |name: &str| origin.as_bytes() == name.as_bytes();
        let is_client = known(&own) || CLIENTS.into_iter().any(known);
        is_client && !request.uri.path().starts_with("/admin")
    };
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(may_call))
        .allow_credentials(true)
        .allow_methods(AllowMethods::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
        .max_age(REMEMBERED)
}
