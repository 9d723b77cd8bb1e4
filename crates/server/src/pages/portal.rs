//! The portal's routes are below `/admin`, its pages below `/app/admin`. People type the first.

use axum::{
    extract::Request,
    http::{
        HeaderValue, Method,
        header::{ACCEPT, CACHE_CONTROL, REFERRER_POLICY, VARY},
    },
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};

/// Leads a browser that opens an address of the portal to the page of that address. Whoever asks for
/// anything but a page gets the route.
pub async fn to_its_pages(request: Request, next: Next) -> Response {
    let Some(page) = page(&request) else { return next.run(request).await };
    let mut response = Redirect::to(&page).into_response();
    let headers = response.headers_mut();
    // The address may hold the token of a sign-in link.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(VARY, HeaderValue::from_static("accept"));
    response
}

/// The page a browser means.
fn page(request: &Request) -> Option<String> {
    let path = request.uri().path();
    let of_the_portal = path == "/admin" || path.starts_with("/admin/");
    let accepted = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    let browses = accepted.is_some_and(|types| types.contains("text/html"));
    let looks = matches!(*request.method(), Method::GET | Method::HEAD);
    (of_the_portal && browses && looks).then(|| {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("/app{path}{query}")
    })
}
