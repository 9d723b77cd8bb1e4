//! What every answer has, whatever it is about.

use std::any::Any;

use axum::{
    Json, Router,
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse as _, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer, set_header::SetResponseHeaderLayer, trace::TraceLayer,
};
use tracing::Span;

/// Tells browsers not to guess what an answer is.
const NO_GUESSING: (&str, &str) = ("x-content-type-options", "nosniff");
/// Tells browsers to keep addresses, which may hold tokens, to themselves.
const NO_REFERRER: (&str, &str) = ("referrer-policy", "same-origin");

/// `router`, with the manners of a server: a handler that breaks is an answer like any other, the log
/// knows which request it speaks of, and browsers are told what they may not do.
pub fn with_manners(router: Router) -> Router {
    let header = |(name, value): (&'static str, &'static str)| {
        let (name, value) = (HeaderName::from_static(name), HeaderValue::from_static(value));
        SetResponseHeaderLayer::if_not_present(name, value)
    };
    router
        .layer(CatchPanicLayer::custom(broken))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_failure(()))
        .layer(header(NO_GUESSING))
        .layer(header(NO_REFERRER))
}

/// The route alone, as it was declared: paths and what follows them may hold mail addresses and
/// tokens.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn broken(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(panic = text.unwrap_or("without a word"), "a request broke off");
    let body = wire::error::ErrorResponse::new("An unhandled server error has occurred.");
    (StatusCode::INTERNAL_SERVER_ERROR, Json(body)).into_response()
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    use axum::{body::Body, routing::get};
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn a_handler_that_breaks_is_an_answer() {
        async fn breaks() -> &'static str {
            panic!("as it should")
        }
        let router = with_manners(Router::new().route("/", get(breaks)));
        let request = Request::get("/").body(Body::empty()).unwrap();
        let answer = router.oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers()["content-type"], "application/json");
    }

    /// What was logged.
    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn the_log_knows_the_route_and_not_what_stands_in_its_place() {
        let page = Page::default();
        let pen = page.clone();
        let lines = tracing_subscriber::fmt().with_ansi(false).with_writer(move || pen.clone());
        let _log = tracing::subscriber::set_default(lines.finish());
        let speaks = get(async || tracing::info!("here"));
        let rooms = Router::new().route("/known/{email}/{device}", speaks.clone());
        let router = with_manners(Router::new().nest("/devices", rooms).fallback_service(speaks));
        for path in ["/devices/known/member@example.com/1", "/nowhere/member@example.com"] {
            let request = Request::get(path).body(Body::empty()).unwrap();
            router.clone().oneshot(request).await.unwrap();
        }
        let text = String::from_utf8(page.0.lock().unwrap().clone()).unwrap();
        assert!(text.contains("/devices/known/{email}/{device}"), "{text}");
        assert!(text.contains("route=\"-\""), "{text}");
        assert!(!text.contains("example.com"), "{text}");
    }
}
