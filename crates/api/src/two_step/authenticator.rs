//! An authenticator app.

use app::{
    App,
    identity::{ClientHash, Secret},
};
use axum::{Json, extract::State};
use domain::identity::two_step::Method;
use utoipa_axum::routes;
use wire::{
    accounts::SecretRequest,
    two_step::{AuthenticatorRequest, AuthenticatorResponse, TwoStepProviderResponse},
};

use super::proof;
use crate::{
    Routes,
    error::ApiError,
    extract::{Body, Caller},
};

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(show)).routes(routes!(set, remove))
}

/// The authenticator, or a key to begin with.
#[utoipa::path(
    post, path = "/two-factor/get-authenticator", request_body = SecretRequest,
    responses((status = 200, body = AuthenticatorResponse), (status = 400, description = "The password is wrong.")),
    tag = "two-step"
)]
async fn show(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<Json<AuthenticatorResponse>, ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    let view = app.show_authenticator(caller.user(), &password).await?;
    let key = view.key.reveal().to_owned();
    Ok(Json(AuthenticatorResponse::new(view.enabled, key, Some(view.ticket.reveal().to_owned()))))
}

/// Sets up an authenticator.
#[utoipa::path(
    method(put, post), path = "/two-factor/authenticator", request_body = AuthenticatorRequest,
    responses((status = 200, body = AuthenticatorResponse), (status = 400, description = "The code or the proof is no good.")),
    tag = "two-step"
)]
async fn set(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<AuthenticatorRequest>,
) -> Result<Json<AuthenticatorResponse>, ApiError> {
    let key = Secret::new(request.key.clone());
    app.set_authenticator(caller.user(), &proof(request.proof), &key, &request.token).await?;
    Ok(Json(AuthenticatorResponse::new(true, request.key, None)))
}

/// Switches the authenticator off.
#[utoipa::path(
    delete, path = "/two-factor/authenticator", request_body = AuthenticatorRequest,
    responses((status = 200, body = TwoStepProviderResponse), (status = 400, description = "The proof is no good.")),
    tag = "two-step"
)]
async fn remove(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<AuthenticatorRequest>,
) -> Result<Json<TwoStepProviderResponse>, ApiError> {
    let method = Method::Authenticator;
    app.switch_two_step_off(caller.user(), &proof(request.proof), method).await?;
    Ok(Json(TwoStepProviderResponse::new(method, false)))
}
