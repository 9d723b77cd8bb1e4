//! What pages tell the browser: what it may load, whom it may tell, how long it may keep them.

use api::server::no_such_route;
use axum::{
    extract::Request,
    http::{
        HeaderName, HeaderValue,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS},
    },
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// Nothing but what the app brings along: no other origin, nothing written into the page, no page
/// around it. WebAssembly derives keys; the one policy of trusted types starts the worker that does.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
     manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types wardstead-crypto";

/// What no page of ours asks for. Passkeys and the clipboard stay with our own origin.
const FEATURES: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
     geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     serial=(), usb=(), clipboard-read=(self), clipboard-write=(self), \
     publickey-credentials-create=(self), publickey-credentials-get=(self)";

/// Names with a dash, which the library does not know.
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Files below this folder are named by their content: another content is another file.
const NAMED_BY_CONTENT: &str = "/assets/";
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Puts them on an answer. Files that begin with a dot are the build's own and are not shown.
pub async fn of_pages(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.contains("/.") {
        return no_such_route().await.into_response();
    }
    let for_good = path.starts_with(NAMED_BY_CONTENT);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (PERMISSIONS, FEATURES),
        (OPENER, "same-origin"),
        (RESOURCE, "same-origin"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if for_good {
        headers.insert(CACHE_CONTROL, FOR_GOOD);
    }
    response
}
