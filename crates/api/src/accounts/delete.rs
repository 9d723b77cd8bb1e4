//! The end of an account.

use app::{App, identity::ClientHash};
use axum::{Extension, extract::State};
use domain::id::Id;
use utoipa_axum::routes;
use wire::accounts::{DeleteRecoverRequest, DeleteRecoverTokenRequest, SecretRequest};

use crate::{
    Routes,
    error::{ApiError, HeldBack},
    extract::{Body, Caller},
    middleware::client_address::ClientAddress,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(delete))
        .routes(routes!(delete_by_post))
        .routes(routes!(request_link))
        .routes(routes!(delete_by_link))
}

/// Deletes the account.
#[utoipa::path(
    delete, path = "/accounts", request_body = SecretRequest,
    responses((status = 200), (status = 400, description = "The password is wrong, or an organization would be left without an owner.")),
    tag = "accounts"
)]
async fn delete(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<(), ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    Ok(app.delete_account(caller.user(), &password).await?)
}

/// Deletes the account, for clients that cannot send a body with `DELETE`.
#[utoipa::path(
    post, path = "/accounts/delete", request_body = SecretRequest,
    responses((status = 200), (status = 400, description = "The password is wrong, or an organization would be left without an owner.")),
    tag = "accounts"
)]
async fn delete_by_post(
    state: State<App>,
    caller: Caller,
    body: Body<SecretRequest>,
) -> Result<(), ApiError> {
    delete(state, caller, body).await
}

/// Mails the link that deletes the account of an address.
#[utoipa::path(
    post, path = "/accounts/delete-recover", request_body = DeleteRecoverRequest,
    responses((status = 200)), tag = "accounts"
)]
async fn request_link(
    State(app): State<App>,
    client: ClientAddress,
    Body(request): Body<DeleteRecoverRequest>,
) -> Result<Extension<HeldBack>, ApiError> {
    app.request_account_deletion(&request.email, client.known()).await?;
    // Writing a letter takes time: the answer leaves when nobody can tell whether one was written.
    Ok(Extension(HeldBack))
}

/// Deletes the account by the link.
#[utoipa::path(
    post, path = "/accounts/delete-recover-token", request_body = DeleteRecoverTokenRequest,
    responses((status = 200), (status = 400, description = "The link is no good, or an organization would be left without an owner.")),
    tag = "accounts"
)]
async fn delete_by_link(
    State(app): State<App>,
    Body(request): Body<DeleteRecoverTokenRequest>,
) -> Result<(), ApiError> {
    Ok(app.delete_account_by_link(Id::new(request.user_id), &request.token).await?)
}
