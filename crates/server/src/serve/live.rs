//! The router that answers at this moment; another one may take its place between two requests.

use std::sync::{Arc, RwLock};

use api::middleware::client_address::{OverTls, TrustedProxies, client_address};
use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::from_fn_with_state,
    response::{IntoResponse as _, Response},
};
use ipnet::IpNet;
use tower::ServiceExt as _;
use tower_http::normalize_path::NormalizePath;

use super::manners::with_manners;

/// The router that answers at this moment. Requests in hand end with the one they began with.
#[derive(Clone)]
pub struct Live(Arc<RwLock<Tidy>>);

/// A router to whom a slash at the end of an address says nothing: some clients put one there.
type Tidy = NormalizePath<Router>;

impl Live {
    /// Begins with `router`.
    pub fn new(router: Router, proxies: &[IpNet]) -> Self {
        Self(Arc::new(RwLock::new(dressed(router, proxies))))
    }

    /// Goes on with `router`.
    pub fn replace(&self, router: Router, proxies: &[IpNet]) {
        if let Ok(mut held) = self.0.write() {
            *held = dressed(router, proxies);
        }
    }

    fn router(&self) -> Option<Tidy> {
        self.0.read().ok().map(|router| router.clone())
    }

    /// What a listener is given: it asks for the router anew with each request.
    pub fn face(&self, over_tls: OverTls) -> Router {
        Router::new().fallback(answer).with_state((self.clone(), over_tls))
    }
}

fn dressed(router: Router, proxies: &[IpNet]) -> Tidy {
    let proxies = from_fn_with_state(TrustedProxies::new(proxies), client_address);
    NormalizePath::trim_trailing_slash(with_manners(router).layer(proxies))
}

async fn answer(State((live, over_tls)): State<(Live, OverTls)>, mut request: Request) -> Response {
    let Some(router) = live.router() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    request.extensions_mut().insert(over_tls);
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
