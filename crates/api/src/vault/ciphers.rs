//! Items: read, made, changed, put in their place.

use app::{
    App,
    vault::{Content, Side, WrittenCipher},
};
use axum::{extract::State, response::Response};
use domain::id::Id;
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    vault::{
        CipherDetailsResponse, CipherIdsRequest, CipherMoveRequest, CipherPartialRequest,
        CipherRequest, keeping_secrets,
    },
};

use super::{answers, ids};
use crate::{
    Routes,
    error::{ApiError, Misshapen},
    extract::{Body, Caller, Client, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list, create))
        .routes(routes!(view, edit))
        .routes(routes!(view_details))
        .routes(routes!(view_full_details))
        .routes(routes!(place))
        .routes(routes!(move_many))
        .routes(routes!(archive))
        .routes(routes!(archive_many))
        .routes(routes!(unarchive))
        .routes(routes!(unarchive_many))
}

/// An item as it was sent, once everything in it is encrypted.
pub(crate) fn written(request: CipherRequest) -> Result<WrittenCipher, ApiError> {
    let (kind, body) = request.content.checked().map_err(Misshapen)?;
    Ok(WrittenCipher {
        content: Content { kind, body },
        organization: request.organization_id.map(Id::new),
        folder: request.folder_id.map(Id::new),
        favorite: request.favorite,
        archived_at: request.archived_date,
        known: request.last_known_revision_date,
        encrypted_for: request.encrypted_for.map(Id::new),
        key_id: request.encrypted_by_key_id,
    })
}

/// Everything the caller holds: their own items, and those of collections they were given.
#[utoipa::path(get, path = "/ciphers", tag = "vault",
    responses((status = 200, body = ListResponse<CipherDetailsResponse>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    client: Client,
) -> Result<Response, ApiError> {
    Ok(answers::list(app.ciphers(caller.user()).await?, client))
}

/// One item.
#[utoipa::path(get, path = "/ciphers/{id}", tag = "vault", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = CipherDetailsResponse)))]
async fn view(State(app): State<App>, caller: Caller, path: PathIds) -> Result<Response, ApiError> {
    answers::one(&app.cipher(caller.user(), Side::Member, path.id("id")?).await?)
}

/// The same.
#[utoipa::path(get, path = "/ciphers/{id}/details", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = CipherDetailsResponse)))]
async fn view_details(
    state: State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Response, ApiError> {
    view(state, caller, path).await
}

/// The same, for older clients.
#[utoipa::path(get, path = "/ciphers/{id}/full-details", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = CipherDetailsResponse)))]
async fn view_full_details(
    state: State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Response, ApiError> {
    view(state, caller, path).await
}

/// Keeps a new item of the caller's own.
#[utoipa::path(post, path = "/ciphers", tag = "vault", request_body = CipherRequest,
    responses((status = 200, body = CipherDetailsResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherRequest>,
) -> Result<Response, ApiError> {
    answers::one(&app.create_cipher(caller.user(), written(request)?).await?)
}

/// Changes an item.
#[utoipa::path(method(put, post), path = "/ciphers/{id}", tag = "vault",
    params(("id" = uuid::Uuid, Path)),
    request_body = CipherRequest, responses((status = 200, body = CipherDetailsResponse)))]
async fn edit(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherRequest>,
) -> Result<Response, ApiError> {
    let written = written(request)?;
    let (user, id) = (caller.user(), path.id("id")?);
    let item = app.edit_cipher(user, Side::Member, id, written, keeping_secrets).await?;
    answers::one(&item)
}

/// Puts an item into a folder of the caller's, and among those they favour; for that, seeing it is
/// enough.
#[utoipa::path(method(put, post), path = "/ciphers/{id}/partial", tag = "vault",
    params(("id" = uuid::Uuid, Path)), request_body = CipherPartialRequest,
    responses((status = 200, body = CipherDetailsResponse)))]
async fn place(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherPartialRequest>,
) -> Result<Response, ApiError> {
    let folder = request.folder_id.map(Id::new);
    let item = app.place_cipher(caller.user(), path.id("id")?, folder, request.favorite).await?;
    answers::one(&item)
}

/// Puts items into a folder of the caller's, or takes them out of theirs.
#[utoipa::path(method(put, post), path = "/ciphers/move", tag = "vault",
    request_body = CipherMoveRequest,
    responses((status = 200)))]
async fn move_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherMoveRequest>,
) -> Result<(), ApiError> {
    let folder = request.folder_id.map(Id::new);
    Ok(app.move_ciphers(caller.user(), &ids(request.ids)?, folder).await?)
}

/// Puts an item into the caller's archive.
#[utoipa::path(put, path = "/ciphers/{id}/archive", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = CipherDetailsResponse)))]
async fn archive(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Response, ApiError> {
    let id = path.id("id")?;
    app.archive_ciphers(caller.user(), &[id]).await?;
    answers::one(&app.cipher(caller.user(), Side::Member, id).await?)
}

/// Puts items into the caller's archive.
#[utoipa::path(put, path = "/ciphers/archive", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200, body = ListResponse<CipherDetailsResponse>)))]
async fn archive_many(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Body(request): Body<CipherIdsRequest>,
) -> Result<Response, ApiError> {
    let items = app.archive_ciphers(caller.user(), &ids(request.ids)?).await?;
    Ok(answers::list(items, client))
}

/// Takes an item out of the caller's archive.
#[utoipa::path(put, path = "/ciphers/{id}/unarchive", tag = "vault",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = CipherDetailsResponse)))]
async fn unarchive(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Response, ApiError> {
    let id = path.id("id")?;
    app.unarchive_ciphers(caller.user(), &[id]).await?;
    answers::one(&app.cipher(caller.user(), Side::Member, id).await?)
}

/// Takes items out of the caller's archive.
#[utoipa::path(put, path = "/ciphers/unarchive", tag = "vault", request_body = CipherIdsRequest,
    responses((status = 200, body = ListResponse<CipherDetailsResponse>)))]
async fn unarchive_many(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Body(request): Body<CipherIdsRequest>,
) -> Result<Response, ApiError> {
    let items = app.unarchive_ciphers(caller.user(), &ids(request.ids)?).await?;
    Ok(answers::list(items, client))
}
