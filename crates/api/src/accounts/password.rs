//! The master password, and what is asked for with it.

use app::{
    App,
    accounts::register::MasterPassword,
    identity::{ClientHash, Secret},
};
use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use utoipa_axum::routes;
use wire::{
    accounts::{
        ApiKeyResponse, ChangePasswordRequest, MasterPasswordPolicyResponse, PasswordFields,
        SecretRequest,
    },
    object::ApiKeyObject,
};

use crate::{
    Routes,
    error::{ApiError, unfit},
    extract::{Body, Caller},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(verify))
        .routes(routes!(change))
        .routes(routes!(change_derivation))
        .routes(routes!(end_sessions))
        .routes(routes!(show_api_key))
        .routes(routes!(rotate_api_key))
}

/// What the use cases know a master password by.
pub fn master_password(fields: PasswordFields) -> MasterPassword {
    MasterPassword {
        hash: ClientHash::new(fields.hash),
        kdf: fields.kdf,
        salt: fields.salt,
        user_key: fields.user_key,
    }
}

fn proof(request: SecretRequest) -> ClientHash {
    ClientHash::new(request.master_password_hash)
}

/// Whether the master password is right.
#[utoipa::path(
    post, path = "/accounts/verify-password", request_body = SecretRequest,
    responses((status = 200, body = MasterPasswordPolicyResponse), (status = 400, description = "It is not.")),
    tag = "accounts"
)]
async fn verify(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<Json<MasterPasswordPolicyResponse>, ApiError> {
    app.verify_user(caller.user(), &proof(request)).await?;
    Ok(Json(app.password_demand(caller.user()).await?.into()))
}

/// A new master password. Ends every session.
#[utoipa::path(
    method(post, put), path = "/accounts/password", request_body = ChangePasswordRequest,
    responses((status = 200), (status = 400, description = "The old one is wrong, or the new one incomplete.")),
    tag = "accounts"
)]
async fn change(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<ChangePasswordRequest>,
) -> Result<(), ApiError> {
    let kept = app.profile(caller.user()).await?.account.derivation()?;
    let new = master_password(request.password(Some(kept)).map_err(unfit)?);
    let old = ClientHash::new(request.master_password_hash);
    Ok(app.change_password(caller.user(), &old, new, request.master_password_hint).await?)
}

/// Another derivation for the master password. Ends every session.
#[utoipa::path(
    post, path = "/accounts/kdf", request_body = ChangePasswordRequest,
    responses((status = 200), (status = 400, description = "The password is wrong, or a setting out of range.")),
    tag = "accounts"
)]
async fn change_derivation(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<ChangePasswordRequest>,
) -> Result<(), ApiError> {
    let new = master_password(request.password(None).map_err(unfit)?);
    let password = ClientHash::new(request.master_password_hash);
    Ok(app.change_derivation(caller.user(), &password, new).await?)
}

/// Signs the person out everywhere.
#[utoipa::path(
    post, path = "/accounts/security-stamp", request_body = SecretRequest,
    responses((status = 200), (status = 400, description = "The password is wrong.")), tag = "accounts"
)]
async fn end_sessions(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<(), ApiError> {
    Ok(app.reset_sessions(caller.user(), &proof(request)).await?)
}

fn key((key, at): (Secret, DateTime<Utc>)) -> Json<ApiKeyResponse> {
    let api_key = key.reveal().to_owned();
    Json(ApiKeyResponse { object: ApiKeyObject::Tag, api_key, revision_date: at })
}

/// The account's API key.
#[utoipa::path(
    post, path = "/accounts/api-key", request_body = SecretRequest,
    responses((status = 200, body = ApiKeyResponse), (status = 400, description = "The password is wrong.")),
    tag = "accounts"
)]
async fn show_api_key(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<Json<ApiKeyResponse>, ApiError> {
    Ok(key(app.show_api_key(caller.user(), &proof(request)).await?))
}

/// A new API key in place of the old one.
#[utoipa::path(
    post, path = "/accounts/rotate-api-key", request_body = SecretRequest,
    responses((status = 200, body = ApiKeyResponse), (status = 400, description = "The password is wrong.")),
    tag = "accounts"
)]
async fn rotate_api_key(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<Json<ApiKeyResponse>, ApiError> {
    Ok(key(app.rotate_api_key(caller.user(), &proof(request)).await?))
}
