//! The second step of the operator who is signed in.

use app::{App, identity::Secret};
use axum::{Json, extract::State};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use utoipa_axum::routes;
use wire::admin::operators::{
    BeginSecondStepRequest, CodeRequest, NewAuthenticatorResponse, RecoveryCodesResponse,
    SecondStepResponse,
};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller},
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(view, begin))
        .routes(routes!(key))
        .routes(routes!(end))
        .routes(routes!(codes))
}

/// Whether the operator has an authenticator, and how many recovery codes are left.
#[utoipa::path(get, path = "/second-step", tag = "admin",
    responses((status = 200, body = SecondStepResponse), (status = 401)))]
async fn view(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
) -> Result<Json<SecondStepResponse>, ApiError> {
    let found = app.operator_second_step(operator.id).await?;
    Ok(Json(SecondStepResponse {
        enabled: found.since.is_some(),
        since: found.since,
        recovery_codes_left: found.codes_left,
    }))
}

/// The key of a new authenticator. It is not kept before a code of it was shown.
#[utoipa::path(post, path = "/second-step/key", tag = "admin",
    responses((status = 200, body = NewAuthenticatorResponse), (status = 401)))]
async fn key(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
) -> Json<NewAuthenticatorResponse> {
    let key = app.new_authenticator_key().reveal().to_owned();
    let host = app.settings.vault.host_str().unwrap_or("Wardstead").to_owned();
    let label = utf8_percent_encode(&operator.email, NON_ALPHANUMERIC);
    let issuer = utf8_percent_encode(&host, NON_ALPHANUMERIC);
    let address = format!("otpauth://totp/{issuer}:{label}?secret={key}&issuer={issuer}");
    Json(NewAuthenticatorResponse { key, address })
}

/// Keeps an authenticator that shows its code; from then on, signing in takes one. Answers recovery
/// codes, which are shown only now.
#[utoipa::path(post, path = "/second-step", tag = "admin", request_body = BeginSecondStepRequest,
    responses((status = 200, body = RecoveryCodesResponse), (status = 400), (status = 401)))]
async fn begin(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<BeginSecondStepRequest>,
) -> Result<Json<RecoveryCodesResponse>, ApiError> {
    let key = Secret::new(request.key);
    let by = operator.by();
    let codes = app.begin_second_step(operator.id, &key, &request.code, &by).await?;
    Ok(Json(RecoveryCodesResponse { codes }))
}

/// Takes the authenticator away, by a code of it or a recovery code.
#[utoipa::path(post, path = "/second-step/remove", tag = "admin", request_body = CodeRequest,
    responses((status = 200), (status = 400), (status = 401)))]
async fn end(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<CodeRequest>,
) -> Result<(), ApiError> {
    Ok(app.end_second_step(operator.id, &request.code, &operator.by()).await?)
}

/// New recovery codes in place of those before, by a code.
#[utoipa::path(post, path = "/second-step/recovery-codes", tag = "admin",
    request_body = CodeRequest,
    responses((status = 200, body = RecoveryCodesResponse), (status = 400), (status = 401)))]
async fn codes(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<CodeRequest>,
) -> Result<Json<RecoveryCodesResponse>, ApiError> {
    let codes = app.renew_operator_codes(operator.id, &request.code, &operator.by()).await?;
    Ok(Json(RecoveryCodesResponse { codes }))
}
