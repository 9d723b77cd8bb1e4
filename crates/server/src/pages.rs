//! The web app, carried inside the program and served beside the routes.

mod headers;
mod portal;

use axum::{Router, middleware::from_fn};
use memory_serve::{Asset, CacheControl, MemoryServe};
use tracing::subscriber::{NoSubscriber, with_default};

/// What `build.rs` found in `web/dist`.
static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// Addresses that show the app, which finds its page by itself: everything below its own, and the pages
/// other clients and services open by a file name (`web/src/arrival.ts`).
const APP: [&str; 10] = [
    "/app",
    "/app/{*page}",
    "/sso-connector.html",
    "/webauthn-connector.html",
    "/webauthn-mobile-connector.html",
    "/webauthn-fallback-connector.html",
    "/passkey-connector.html",
    "/duo-redirect-connector.html",
    "/proxy-cookie-redirect-connector.html",
    "/redirect-connector.html",
];

/// The pages. Made once: what is made stays in memory until the program ends.
#[derive(Clone)]
pub struct Pages(Router);

impl Pages {
    /// Those the program was built with.
    pub fn new() -> Self {
        // The library logs every file by itself.
        with_default(NoSubscriber::new(), || Self::of(MemoryServe::new(ASSETS)))
    }

    fn of(files: MemoryServe) -> Self {
        let mut files = files
            .index_file(Some("/index.html"))
            .html_cache_control(CacheControl::NoCache)
            .cache_control(CacheControl::NoCache);
        for address in APP {
            files = files.add_alias(address, "/index.html");
        }
        Self(files.into_router().layer(from_fn(headers::of_pages)))
    }

    /// `routes`, with the pages beside them.
    pub fn beside(&self, routes: Router) -> Router {
        routes.merge(self.0.clone()).layer(from_fn(portal::to_its_pages))
    }
}

#[cfg(test)]
mod tests;
