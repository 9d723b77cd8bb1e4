//! Items on their way to an organization, and from one of its collections to another.

use app::{
    App,
    vault::{Side, WrittenCipher},
};
use axum::{
    extract::{DefaultBodyLimit, State},
    response::Response,
};
use domain::{id::Id, vault::Cipher};
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    vault::{
        CipherBulkCollectionsRequest, CipherCollectionsRequest, CipherDetailsResponse,
        CipherInCollectionsRequest, CiphersInCollectionsRequest, OptionalCipherResponse,
    },
};

use super::{answers, ciphers::written, ids};
use crate::{
    Routes, collections,
    error::{ApiError, Unreadable},
    extract::{Body, Caller, Client, PathIds},
};

/// How long a request with several items may be.
const LONGEST: usize = 64 * 1024 * 1024;

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(create))
        .routes(routes!(share))
        .routes(routes!(assign))
        .routes(routes!(assign_v2))
        .routes(routes!(assign_many))
        .merge(Routes::new().routes(routes!(share_many)).layer(DefaultBodyLimit::max(LONGEST)))
}

/// Keeps a new item in collections of an organization.
#[utoipa::path(post, path = "/ciphers/create", tag = "vault",
    request_body = CipherInCollectionsRequest,
    responses((status = 200, body = CipherDetailsResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherInCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let written = written(request.cipher)?;
    let user = caller.user();
    answers::one(&app.create_shared_cipher(user, Side::Member, written, &collections).await?)
}

/// Hands an item of the caller's own to an organization.
#[utoipa::path(method(put, post), path = "/ciphers/{id}/share", tag = "vault",
    params(("id" = uuid::Uuid, Path)),
    request_body = CipherInCollectionsRequest,
    responses((status = 200, body = CipherDetailsResponse)))]
async fn share(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherInCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let written = written(request.cipher)?;
    answers::one(&app.share_cipher(caller.user(), path.id("id")?, written, &collections).await?)
}

/// Hands several items over, all or none.
#[utoipa::path(method(put, post), path = "/ciphers/share", tag = "vault",
    request_body = CiphersInCollectionsRequest,
    responses((status = 200, body = ListResponse<CipherDetailsResponse>)))]
async fn share_many(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Body(request): Body<CiphersInCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let items = request
        .ciphers
        .into_iter()
        .map(|cipher| {
            let id = cipher.id.ok_or_else(|| Unreadable("Each item needs its id.".to_owned()))?;
            Ok((Id::new(id), written(cipher)?))
        })
        .collect::<Result<Vec<(Id<Cipher>, WrittenCipher)>, ApiError>>()?;
    let shared = app.share_ciphers(caller.user(), items, &collections).await?;
    Ok(answers::list(shared, client))
}

/// Puts an item into other collections of its organization.
#[utoipa::path(method(put, post), path = "/ciphers/{id}/collections_v2", tag = "vault",
    params(("id" = uuid::Uuid, Path)), request_body = CipherCollectionsRequest,
    responses((status = 200, body = OptionalCipherResponse)))]
async fn assign_v2(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let id = path.id("id")?;
    let left = app.assign_cipher(caller.user(), Side::Member, id, &collections).await?;
    answers::optional(left.as_ref())
}

/// The same, for clients that expect the item to stay in sight.
#[utoipa::path(method(put, post), path = "/ciphers/{id}/collections", tag = "vault",
    params(("id" = uuid::Uuid, Path)), request_body = CipherCollectionsRequest,
    responses((status = 200, body = CipherDetailsResponse)))]
async fn assign(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<CipherCollectionsRequest>,
) -> Result<Response, ApiError> {
    let collections = collections::ids(request.collection_ids);
    let (user, id) = (caller.user(), path.id("id")?);
    let before = app.cipher(user, Side::Member, id).await?;
    let left = app.assign_cipher(user, Side::Member, id, &collections).await?;
    answers::one(&left.unwrap_or(before))
}

/// Puts several items into collections besides those they are in, or takes them out.
#[utoipa::path(post, path = "/ciphers/bulk-collections", tag = "vault",
    request_body = CipherBulkCollectionsRequest, responses((status = 200)))]
async fn assign_many(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CipherBulkCollectionsRequest>,
) -> Result<(), ApiError> {
    let organization = Id::new(request.organization_id);
    let items = ids(request.cipher_ids)?;
    let collections = collections::ids(request.collection_ids);
    let out = request.remove_collections;
    Ok(app.assign_ciphers(caller.user(), organization, &items, &collections, out).await?)
}
