use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
    response::Response,
    routing::get,
};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::*;

const SCRIPT: &str = "/* the same words again and again, so that they can be pressed together: \
     the same words again and again, so that they can be pressed together */";

const fn file(route: &'static str, content_type: &'static str, text: &'static str) -> Asset {
    Asset {
        route,
        path: "",
        etag: route,
        content_type,
        bytes: Some(text.as_bytes()),
        is_compressed: false,
        should_compress: true,
    }
}

static FILES: &[Asset] = &[
    file("/.vite/manifest.json", "application/json", "{}"),
    file("/assets/app-1a2b.js", "text/javascript", SCRIPT),
    file("/favicon.svg", "image/svg+xml", "<svg/>"),
    file("/index.html", "text/html", "<!doctype html>the app"),
];

fn pages() -> Pages {
    Pages::of(MemoryServe::new(FILES).enable_brotli(true).enable_gzip(true))
}

/// A server with one room of each kind, and those pages.
fn router() -> Router {
    let routes = Router::new()
        .route("/api/now", get(async || "now"))
        .route("/admin/session", get(async || "the session"))
        .fallback(api::server::no_such_route);
    pages().beside(routes)
}

async fn ask(method: Method, address: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

async fn text(response: Response) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

#[tokio::test]
async fn every_address_is_a_page_a_file_a_route_or_nothing() {
    let cases = [
        ("the root is the app", "/", 200, "<!doctype html>the app"),
        ("the app's own address", "/app", 200, "<!doctype html>the app"),
        ("a page of the app", "/app/org/1/members?to=x", 200, "<!doctype html>the app"),
        ("a page named like a file", "/app/a.js", 200, "<!doctype html>the app"),
        ("a page clients open", "/sso-connector.html?code=c", 200, "<!doctype html>the app"),
        ("the mailed link", "/redirect-connector.html", 200, "<!doctype html>the app"),
        ("a connector of nobody", "/other-connector.html", 404, ""),
        ("a file of the app", "/assets/app-1a2b.js", 200, SCRIPT),
        ("a file beside it", "/favicon.svg", 200, "<svg/>"),
        ("a file of an older build", "/assets/app-0000.js", 404, ""),
        ("the build's own notes", "/.vite/manifest.json", 404, ""),
        ("a route", "/api/now", 200, "now"),
        ("no route", "/api/nothing", 404, ""),
        ("no sign-in route", "/identity/nothing", 404, ""),
        ("no route for events", "/events/nothing", 404, ""),
        ("no route of the portal", "/admin/nothing", 404, ""),
        ("nothing at all", "/nothing", 404, ""),
    ];
    for (case, address, status, body) in cases {
        let response = ask(Method::GET, address, &[("accept", "*/*")]).await;
        assert_eq!(response.status().as_u16(), status, "{case}");
        if status == 404 {
            assert_eq!(header(response.headers(), "content-type"), "application/json", "{case}");
            assert!(!response.headers().contains_key("cache-control"), "{case}");
        } else {
            assert_eq!(text(response).await, body, "{case}");
        }
    }
}

#[tokio::test]
async fn a_page_may_load_nothing_from_elsewhere_and_tells_nobody() {
    for address in ["/", "/app/login", "/assets/app-1a2b.js"] {
        let response = ask(Method::GET, address, &[]).await;
        let headers = response.headers();
        let policy = header(headers, "content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.split("; ").any(|found| found == part), "{address}: {part}: {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{policy}");
        assert_eq!(header(headers, "x-content-type-options"), "nosniff", "{address}");
        assert_eq!(header(headers, "referrer-policy"), "no-referrer", "{address}");
        assert_eq!(header(headers, "cross-origin-opener-policy"), "same-origin", "{address}");
        assert!(header(headers, "permissions-policy").contains("camera=()"), "{address}");
    }
    let route = ask(Method::GET, "/api/now", &[]).await;
    assert!(!route.headers().contains_key("content-security-policy"));
}

#[tokio::test]
async fn what_is_named_by_its_content_is_kept_and_the_rest_asked_for_again() {
    let cases = [
        ("/", "no-cache"),
        ("/app/home", "no-cache"),
        ("/favicon.svg", "no-cache"),
        ("/assets/app-1a2b.js", "public, max-age=31536000, immutable"),
    ];
    for (address, kept) in cases {
        let response = ask(Method::GET, address, &[]).await;
        assert_eq!(header(response.headers(), "cache-control"), kept, "{address}");
        let tag = header(response.headers(), "etag").to_owned();
        let again = ask(Method::GET, address, &[("if-none-match", &tag)]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{address}");
    }
}

#[tokio::test]
async fn files_are_pressed_the_way_a_browser_likes() {
    let cases = [
        ("a browser over TLS", "gzip, deflate, br", "br"),
        ("a browser without", "gzip, deflate", "gzip"),
        ("a program", "identity", ""),
    ];
    for (case, accepted, encoding) in cases {
        let asked = [("accept-encoding", accepted)];
        let response = ask(Method::GET, "/assets/app-1a2b.js", &asked).await;
        let headers = response.headers();
        assert_eq!(header(headers, "content-encoding"), encoding, "{case}");
        assert_eq!(header(headers, "vary"), "accept-encoding", "{case}");
        let length: usize = header(headers, "content-length").parse().unwrap();
        assert_eq!(length < SCRIPT.len(), !encoding.is_empty(), "{case}");
    }
}

#[tokio::test]
async fn a_browser_at_the_portals_routes_is_led_to_its_pages() {
    let browser = "text/html,application/xhtml+xml,*/*;q=0.8";
    let cases = [
        ("the portal", Method::GET, "/admin", browser, Some("/app/admin")),
        (
            "a sign-in link",
            Method::GET,
            "/admin/login?token=a.b_c&x=1",
            browser,
            Some("/app/admin/login?token=a.b_c&x=1"),
        ),
        ("a page of a route", Method::GET, "/admin/session", browser, Some("/app/admin/session")),
        ("a program", Method::GET, "/admin/session", "application/json", None),
        ("a page's own call", Method::GET, "/admin/session", "*/*", None),
        ("a change", Method::POST, "/admin/session", browser, None),
        ("a neighbour by name", Method::GET, "/administration", browser, None),
    ];
    for (case, method, address, accepted, page) in cases {
        let response = ask(method, address, &[("accept", accepted)]).await;
        assert_eq!(response.status() == StatusCode::SEE_OTHER, page.is_some(), "{case}");
        assert_eq!(header(response.headers(), "location"), page.unwrap_or_default(), "{case}");
        if page.is_some() {
            assert_eq!(header(response.headers(), "cache-control"), "no-store", "{case}");
            assert_eq!(header(response.headers(), "referrer-policy"), "no-referrer", "{case}");
        }
    }
}

#[tokio::test]
async fn pages_are_looked_at_and_nothing_else() {
    let response = ask(Method::HEAD, "/app/home", &[]).await;
    assert_eq!(response.status(), StatusCode::OK);
    let response = ask(Method::POST, "/app/home", &[]).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn the_program_has_pages_of_its_own() {
    let index = ASSETS.iter().find(|file| file.route == "/index.html").unwrap();
    assert!(index.bytes.is_some_and(|bytes| !bytes.is_empty()));
}
