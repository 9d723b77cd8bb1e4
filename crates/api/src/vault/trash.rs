//! The trash, and what is deleted for good.

use app::{App, identity::ClientHash, vault::Side};
use axum::{
    extract::{Query, State},
    response::Response,
};
use utoipa_axum::routes;
use wire::{
    accounts::SecretRequest,
    list::ListResponse,
    vault::{CipherDetailsResponse, CipherIdsRequest},
};

use super::{administered::Whose, answers, ids};
use crate::{
    Routes,
    error::ApiError,
    extract::{Body, Caller, Client, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(trash, remove_old))
        .routes(routes!(trash_many, remove_many_old))
        .routes(routes!(remove))
        .routes(routes!(remove_many))
        .routes(routes!(restore))
        .routes(routes!(restore_many))
        .routes(routes!(purge))
}

/// Puts an item into the trash.
#[utoipa::path(put, path = "/ciphers/{id}/delete", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn trash(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    Ok(app.trash_ciphers(caller.user(), Side::Member, &[path.id("id")?]).await?)
}

/// Puts items into the trash.
#[utoipa::path(put, path = "/ciphers/delete", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200)))]
async fn trash_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherIdsRequest>,
) -> Result<(), ApiError> {
    Ok(app.trash_ciphers(caller.user(), Side::Member, &ids(request.ids)?).await?)
}

/// Deletes an item for good.
#[utoipa::path(delete, path = "/ciphers/{id}", tag = "vault", params(("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn remove(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    Ok(app.delete_ciphers(caller.user(), Side::Member, &[path.id("id")?]).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/ciphers/{id}/delete", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove_old(state: State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    remove(state, caller, path).await
}

/// Deletes items for good.
#[utoipa::path(delete, path = "/ciphers", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200)))]
async fn remove_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherIdsRequest>,
) -> Result<(), ApiError> {
    Ok(app.delete_ciphers(caller.user(), Side::Member, &ids(request.ids)?).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/ciphers/delete", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200)))]
async fn remove_many_old(
    state: State<App>,
    caller: Caller,
    body: Body<CipherIdsRequest>,
) -> Result<(), ApiError> {
    remove_many(state, caller, body).await
}

/// Takes an item out of the trash.
#[utoipa::path(put, path = "/ciphers/{id}/restore", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = CipherDetailsResponse)))]
async fn restore(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Response, ApiError> {
    let id = path.id("id")?;
    app.restore_ciphers(caller.user(), Side::Member, &[id]).await?;
    answers::one(&app.cipher(caller.user(), Side::Member, id).await?)
}

/// Takes items out of the trash.
#[utoipa::path(put, path = "/ciphers/restore", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200, body = ListResponse<CipherDetailsResponse>)))]
async fn restore_many(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Body(request): Body<CipherIdsRequest>,
) -> Result<Response, ApiError> {
    let items = app.restore_ciphers(caller.user(), Side::Member, &ids(request.ids)?).await?;
    Ok(answers::list(items, client))
}

/// Deletes every item and folder of the caller's own for good, or every item of an organization.
#[utoipa::path(post, path = "/ciphers/purge", tag = "vault", params(Whose),
    request_body = SecretRequest, responses((status = 200)))]
async fn purge(
    State(app): State<App>,
    caller: Caller,
    Query(whose): Query<Whose>,
    Body(request): Body<SecretRequest>,
) -> Result<(), ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    if whose.organization_id.is_some() {
        let organization = whose.organization()?;
        return Ok(app.purge_organization(caller.user(), organization, &password).await?);
    }
    Ok(app.purge_vault(caller.user(), &password).await?)
}
