//! Folders.

use std::collections::BTreeSet;

use app::{App, vault::FolderRow};
use axum::{Json, extract::State};
use domain::id::Id;
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    object::FolderObject,
    vault::{FolderIdsRequest, FolderRequest, FolderResponse},
};

use crate::{
    Routes,
    error::{ApiError, Misshapen},
    extract::{Body, Caller, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list, create, remove_many))
        .routes(routes!(remove_all))
        .routes(routes!(view, rename, remove))
        .routes(routes!(remove_old))
}

pub(super) fn response(row: FolderRow) -> FolderResponse {
    FolderResponse {
        object: FolderObject::Tag,
        id: row.id,
        name: row.name,
        revision_date: row.revised_at,
    }
}

/// The caller's folders.
#[utoipa::path(get, path = "/folders", tag = "vault",
    responses((status = 200, body = ListResponse<FolderResponse>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<ListResponse<FolderResponse>>, ApiError> {
    let folders = app.folders(caller.user()).await?;
    Ok(Json(folders.into_iter().map(response).collect::<Vec<_>>().into()))
}

/// One folder.
#[utoipa::path(get, path = "/folders/{id}", tag = "vault", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = FolderResponse)))]
async fn view(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<FolderResponse>, ApiError> {
    Ok(Json(response(app.folder(caller.user(), path.id("id")?).await?)))
}

/// Makes a folder.
#[utoipa::path(post, path = "/folders", tag = "vault", request_body = FolderRequest,
    responses((status = 200, body = FolderResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<FolderRequest>,
) -> Result<Json<FolderResponse>, ApiError> {
    let name = request.checked().map_err(Misshapen)?;
    Ok(Json(response(app.create_folder(caller.user(), name).await?)))
}

/// Gives a folder another name.
#[utoipa::path(method(put, post), path = "/folders/{id}", tag = "vault",
    params(("id" = uuid::Uuid, Path)),
    request_body = FolderRequest, responses((status = 200, body = FolderResponse)))]
async fn rename(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<FolderRequest>,
) -> Result<Json<FolderResponse>, ApiError> {
    let name = request.checked().map_err(Misshapen)?;
    Ok(Json(response(app.rename_folder(caller.user(), path.id("id")?, name).await?)))
}

/// Deletes a folder; what is in it stays.
#[utoipa::path(delete, path = "/folders/{id}", tag = "vault", params(("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn remove(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    Ok(app.delete_folders(caller.user(), &[path.id("id")?]).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/folders/{id}/delete", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove_old(state: State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    remove(state, caller, path).await
}

/// Deletes several folders, all or none; what is in them stays.
#[utoipa::path(delete, path = "/folders", tag = "vault", request_body = FolderIdsRequest,
    responses((status = 200)))]
async fn remove_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<FolderIdsRequest>,
) -> Result<(), ApiError> {
    let once: BTreeSet<_> = request.ids.into_iter().map(Id::new).collect();
    let ids: Vec<_> = once.into_iter().collect();
    Ok(app.delete_folders(caller.user(), &ids).await?)
}

/// Deletes every folder; what is in them stays.
#[utoipa::path(delete, path = "/folders/all", tag = "vault", responses((status = 200)))]
async fn remove_all(State(app): State<App>, caller: Caller) -> Result<(), ApiError> {
    Ok(app.delete_all_folders(caller.user()).await?)
}
