//! The HTTP face: routes, extractors, and the mapping of failures to answers.

pub mod accounts;
pub mod admin;
pub mod billing;
mod collections;
pub mod config;
pub mod devices;
pub mod error;
pub mod events;
pub mod extract;
pub mod identity;
pub mod licensing;
pub mod middleware;
pub mod organizations;
pub mod policies;
pub mod push;
pub mod roles;
pub mod server;
mod sponsorships;
mod two_step;
pub mod vault;
mod words;

use app::App;
use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

/// Routes with their part of the OpenAPI document.
pub type Routes = OpenApiRouter<App>;

/// What both roles answer, below `/api`.
// One room a line, so that rooms can be added side by side.
#[rustfmt::skip]
pub fn common() -> Routes {
    Routes::new()
        .merge(accounts::routes())
        .merge(config::routes())
        .merge(devices::routes())
        .merge(events::routes())
        .merge(identity::routes_below_api())
        .merge(server::routes())
        .merge(sponsorships::of_both())
        .merge(two_step::routes())
        .merge(vault::routes())
        .merge(collections::routes())
        .merge(organizations::routes())
        .merge(policies::routes())
        .merge(billing::routes())
}

/// What both roles answer, below `/identity`.
pub fn identity() -> Routes {
    identity::routes()
}

/// Every route of a server: what both roles answer, and what its role adds below `/api`.
pub fn router(app: App, of_the_role: Routes) -> Router {
    let (router, _) = assembled(of_the_role).split_for_parts();
    let held_back = from_fn_with_state(app.clone(), middleware::held_back::held_back);
    let fresh_keys = from_fn_with_state(app.clone(), middleware::fresh_keys::fresh_keys);
    let router: Router = router
        .layer(middleware::cors::cors(&app))
        .layer(fresh_keys)
        .layer(held_back)
        .layer(middleware::compressed::compressed())
        .layer(from_fn(words::in_its_language))
        .with_state(app);
    // Official clients end some addresses with a slash; see `docs/protocol-quirks.md`.
    let again = router.clone();
    router.fallback(move |request| middleware::last_slash::without_it(again.clone(), request))
}

/// The OpenAPI document of a server whose role adds `of_the_role`.
pub fn openapi(of_the_role: Routes) -> OpenApi {
    assembled(of_the_role).split_for_parts().1
}

fn assembled(of_the_role: Routes) -> Routes {
    Routes::new()
        .nest("/api", common().merge(of_the_role))
        .nest("/identity", identity())
        .nest("/events", events::collecting_routes())
        .nest("/admin", admin::routes())
        .merge(server::alive_routes())
        .fallback(server::no_such_route)
}
