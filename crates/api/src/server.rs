//! What a server says of itself.

use app::App;
use axum::{Json, extract::State};
use utoipa_axum::routes;

use crate::{Routes, error::NoSuchRoute};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(alive_below_api)).routes(routes!(now))
}

/// At the root.
pub fn alive_routes() -> Routes {
    Routes::new().routes(routes!(alive))
}

/// Whether the server answers: its time.
#[utoipa::path(get, path = "/alive", responses((status = 200, body = String)), tag = "server")]
async fn alive(State(app): State<App>) -> Json<String> {
    Json(app.now().to_rfc3339())
}

/// Whether the server answers: its time.
#[utoipa::path(get, path = "/alive", responses((status = 200, body = String)), tag = "server")]
async fn alive_below_api(State(app): State<App>) -> Json<String> {
    Json(app.now().to_rfc3339())
}

/// The server's time.
#[utoipa::path(get, path = "/now", responses((status = 200, body = String)), tag = "server")]
async fn now(State(app): State<App>) -> Json<String> {
    Json(app.now().to_rfc3339())
}

/// The answer to an address nothing stands behind.
pub async fn no_such_route() -> NoSuchRoute {
    NoSuchRoute
}
