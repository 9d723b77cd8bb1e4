//! Items of an organization, as its administrators have them.

use app::{App, vault::Side};
use axum::{
    extract::{Query, State},
    response::Response,
};
use domain::id::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    vault::{
        CipherCollectionsRequest, CipherDetailsResponse, CipherIdsRequest,
        CipherInCollectionsRequest, CipherMiniDetailsResponse, CipherRequest, keeping_secrets,
    },
};

use super::{answers, ciphers::written, ids};
use crate::{
    Routes, collections,
    error::{ApiError, NotFound},
    extract::{Body, Caller, Client, PathIds},
};

const SIDE: Side = Side::Administrator;

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(list_assigned))
        .routes(routes!(create, remove_many))
        .routes(routes!(view, edit, remove))
        .routes(routes!(trash, remove_old))
        .routes(routes!(trash_many, remove_many_old))
        .routes(routes!(restore))
        .routes(routes!(restore_many))
        .routes(routes!(assign))
}

/// Whose items.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(super) struct Whose {
    /// The organization's.
    #[param(value_type = Option<uuid::Uuid>)]
    pub(super) organization_id: Option<String>,
}

impl Whose {
    pub(super) fn organization<T>(&self) -> Result<Id<T>, ApiError> {
        let text = self.organization_id.as_deref().ok_or(NotFound)?;
        Ok(Id::new(text.parse().map_err(|_| NotFound)?))
    }
}

/// Every item of an organization, for those who read them all.
#[utoipa::path(get, path = "/ciphers/organization-details", tag = "vault", params(Whose),
    responses((status = 200, body = ListResponse<CipherMiniDetailsResponse>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Query(whose): Query<Whose>,
) -> Result<Response, ApiError> {
    let items = app.organization_ciphers(caller.user(), whose.organization()?).await?;
    Ok(answers::mini_list(items, client))
}

/// The items of an organization within the caller's reach.
#[utoipa::path(get, path = "/ciphers/organization-details/assigned", tag = "vault", params(Whose),
    responses((status = 200, body = ListResponse<CipherDetailsResponse>)))]
async fn list_assigned(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Query(whose): Query<Whose>,
) -> Result<Response, ApiError> {
    let items = app.reached_ciphers(caller.user(), whose.organization()?).await?;
    Ok(answers::list(items, client))
}

/// One item.
#[utoipa::path(get, path = "/ciphers/{id}/admin", tag = "vault", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = CipherMiniDetailsResponse)))]
async fn view(State(app): State<App>, caller: Caller, path: PathIds) -> Result<Response, ApiError> {
    answers::mini(&app.cipher(caller.user(), SIDE, path.id("id")?).await?)
}

/// Keeps a new item in collections of an organization, or in none.
#[utoipa::path(post, path = "/ciphers/admin", tag = "vault",
    request_body = CipherInCollectionsRequest,
    responses((status = 200, body = CipherMiniDetailsResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherInCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let written = written(request.cipher)?;
    answers::mini(&app.create_shared_cipher(caller.user(), SIDE, written, &collections).await?)
}

/// Changes an item.
#[utoipa::path(method(put, post), path = "/ciphers/{id}/admin", tag = "vault",
    params(("id" = uuid::Uuid, Path)),
    request_body = CipherRequest, responses((status = 200, body = CipherMiniDetailsResponse)))]
async fn edit(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherRequest>,
) -> Result<Response, ApiError> {
    let (user, id) = (caller.user(), path.id("id")?);
    let item = app.edit_cipher(user, SIDE, id, written(request)?, keeping_secrets).await?;
    answers::mini(&item)
}

/// Puts an item into the trash.
#[utoipa::path(put, path = "/ciphers/{id}/delete-admin", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn trash(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    Ok(app.trash_ciphers(caller.user(), SIDE, &[path.id("id")?]).await?)
}

/// Puts items into the trash.
#[utoipa::path(put, path = "/ciphers/delete-admin", tag = "vault",
    request_body = CipherIdsRequest, responses((status = 200)))]
async fn trash_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherIdsRequest>,
) -> Result<(), ApiError> {
    Ok(app.trash_ciphers(caller.user(), SIDE, &ids(request.ids)?).await?)
}

/// Deletes an item for good.
#[utoipa::path(delete, path = "/ciphers/{id}/admin", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    Ok(app.delete_ciphers(caller.user(), SIDE, &[path.id("id")?]).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/ciphers/{id}/delete-admin", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove_old(state: State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    remove(state, caller, path).await
}

/// Deletes items for good.
#[utoipa::path(delete, path = "/ciphers/admin", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200)))]
async fn remove_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherIdsRequest>,
) -> Result<(), ApiError> {
    Ok(app.delete_ciphers(caller.user(), SIDE, &ids(request.ids)?).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/ciphers/delete-admin", tag = "vault",
    request_body = CipherIdsRequest, responses((status = 200)))]
async fn remove_many_old(
    state: State<App>,
    caller: Caller,
    body: Body<CipherIdsRequest>,
) -> Result<(), ApiError> {
    remove_many(state, caller, body).await
}

/// Takes an item out of the trash.
#[utoipa::path(put, path = "/ciphers/{id}/restore-admin", tag = "vault",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = CipherMiniDetailsResponse)))]
async fn restore(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Response, ApiError> {
    let (user, id) = (caller.user(), path.id("id")?);
    app.restore_ciphers(user, SIDE, &[id]).await?;
    answers::mini(&app.cipher(user, SIDE, id).await?)
}

/// Takes items out of the trash.
#[utoipa::path(put, path = "/ciphers/restore-admin", tag = "vault",
    request_body = CipherIdsRequest,
    responses((status = 200, body = ListResponse<CipherMiniDetailsResponse>)))]
async fn restore_many(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Body(request): Body<CipherIdsRequest>,
) -> Result<Response, ApiError> {
    let items = app.restore_ciphers(caller.user(), SIDE, &ids(request.ids)?).await?;
    Ok(answers::mini_list(items, client))
}

/// Puts an item into other collections of its organization, or into none.
#[utoipa::path(method(put, post), path = "/ciphers/{id}/collections-admin", tag = "vault",
    params(("id" = uuid::Uuid, Path)), request_body = CipherCollectionsRequest,
    responses((status = 200, body = CipherMiniDetailsResponse)))]
async fn assign(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let (user, id) = (caller.user(), path.id("id")?);
    let before = app.cipher(user, SIDE, id).await?;
    let left = app.assign_cipher(user, SIDE, id, &collections).await?;
    answers::mini(&left.unwrap_or(before))
}
