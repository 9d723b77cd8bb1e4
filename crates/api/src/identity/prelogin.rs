//! What a client must know before it can derive anything from the master password.

use app::App;
use axum::{Json, extract::State};
use utoipa_axum::routes;
use wire::identity::{PreloginRequest, PreloginResponse};

use crate::{Routes, error::ApiError, extract::Body};

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(by_password)).routes(routes!(older))
}

pub(super) fn routes_below_api() -> Routes {
    Routes::new().routes(routes!(older))
}

async fn answer(app: &App, email: &str) -> Result<Json<PreloginResponse>, ApiError> {
    let prelogin = app.prelogin(email).await?;
    Ok(Json(PreloginResponse::new(prelogin.kdf, prelogin.salt)))
}

/// How the account of an address derives.
#[utoipa::path(
    post, path = "/accounts/prelogin/password", request_body = PreloginRequest,
    responses((status = 200, body = PreloginResponse)), tag = "identity"
)]
async fn by_password(
    State(app): State<App>,
    Body(request): Body<PreloginRequest>,
) -> Result<Json<PreloginResponse>, ApiError> {
    answer(&app, &request.email).await
}

/// The same, for older clients.
#[utoipa::path(
    post, path = "/accounts/prelogin", request_body = PreloginRequest,
    responses((status = 200, body = PreloginResponse)), tag = "identity"
)]
async fn older(
    State(app): State<App>,
    Body(request): Body<PreloginRequest>,
) -> Result<Json<PreloginResponse>, ApiError> {
    answer(&app, &request.email).await
}
