//! Collections, and who was given them.

mod groups;

use std::collections::BTreeSet;

use app::{
    App,
    collections::{CollectionDetails, CollectionRow, Gift, Gifts, Given},
};
use axum::{Json, extract::State};
use domain::{
    authz::{UseCollections, collections::Grant},
    id::Id,
    organizations::Collection,
};
use utoipa_axum::routes;
use wire::{
    collections::{
        CollectionAccessDetailsResponse, CollectionBulkAccessRequest, CollectionIdsRequest,
        CollectionRequest, CollectionResponse,
    },
    list::ListResponse,
    object::{CollectionAccessDetailsObject, CollectionObject},
    organizations::members::CollectionAccess,
    vault::CollectionDetailsResponse,
};

use crate::{
    Routes,
    error::{ApiError, Misshapen},
    extract::{Allowed, Body, Caller, PathIds},
    vault::own_collection,
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(mine))
        .routes(routes!(list, create, remove_many))
        .routes(routes!(list_details))
        .routes(routes!(give_many))
        .routes(routes!(remove_many_old))
        .routes(routes!(view, edit, remove))
        .routes(routes!(view_details))
        .routes(routes!(view_members))
        .routes(routes!(remove_old))
        .merge(groups::routes())
}

fn response(row: CollectionRow) -> CollectionResponse {
    CollectionResponse {
        object: CollectionObject::Tag,
        id: row.id,
        organization_id: row.organization_id,
        name: row.name,
        external_id: row.external_id,
        kind: 0,
        default_user_collection_email: None,
    }
}

fn details(it: CollectionDetails) -> CollectionAccessDetailsResponse {
    let given = it.collection.given();
    let mine = given.unwrap_or(Grant { read_only: false, hide_passwords: false, manage: false });
    CollectionAccessDetailsResponse {
        object: CollectionAccessDetailsObject::Tag,
        id: it.collection.id,
        organization_id: it.collection.organization_id,
        name: it.collection.name,
        external_id: it.collection.external_id,
        kind: 0,
        default_user_collection_email: None,
        groups: it.groups.iter().map(access).collect(),
        users: it.members.iter().map(access).collect(),
        assigned: given.is_some(),
        read_only: mine.read_only,
        hide_passwords: mine.hide_passwords,
        manage: mine.manage,
        unmanaged: it.collection.orphaned,
    }
}

fn access(given: &Given) -> CollectionAccess {
    CollectionAccess {
        id: given.grantee_id,
        read_only: given.read_only,
        hide_passwords: given.hide_passwords,
        manage: given.manage,
    }
}

/// What is given to whom the id names, or of the collection it names.
fn gift(it: &CollectionAccess) -> Gift {
    let grant =
        Grant { read_only: it.read_only, hide_passwords: it.hide_passwords, manage: it.manage };
    Gift { grantee: it.id, grant }
}

fn gifts(users: Option<&[CollectionAccess]>, groups: Option<&[CollectionAccess]>) -> Gifts {
    let all = |given: &[CollectionAccess]| given.iter().map(gift).collect();
    Gifts { members: users.map(all), groups: groups.map(all) }
}

/// The collections a request names, each once.
pub(crate) fn ids(named: Vec<uuid::Uuid>) -> Vec<Id<Collection>> {
    let once: BTreeSet<_> = named.into_iter().map(Id::new).collect();
    once.into_iter().collect()
}

/// The collections the caller was given, in whichever organization.
#[utoipa::path(get, path = "/collections", tag = "collections",
    responses((status = 200, body = ListResponse<CollectionDetailsResponse>)))]
async fn mine(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<ListResponse<CollectionDetailsResponse>>, ApiError> {
    let own = app.own_collections(caller.user()).await?;
    Ok(Json(own.into_iter().map(own_collection).collect::<Vec<_>>().into()))
}

/// The collections of an organization that the caller sees.
#[utoipa::path(get, path = "/organizations/{org_id}/collections", tag = "collections",
    params(("org_id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListResponse<CollectionResponse>)))]
async fn list(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
) -> Result<Json<ListResponse<CollectionResponse>>, ApiError> {
    let all = app.list_collections(permit).await?;
    Ok(Json(all.into_iter().map(response).collect::<Vec<_>>().into()))
}

/// The same, with who was given them where the caller may know.
#[utoipa::path(get, path = "/organizations/{org_id}/collections/details", tag = "collections",
    params(("org_id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListResponse<CollectionAccessDetailsResponse>)))]
async fn list_details(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
) -> Result<Json<ListResponse<CollectionAccessDetailsResponse>>, ApiError> {
    let all = app.list_collection_details(permit).await?;
    Ok(Json(all.into_iter().map(details).collect::<Vec<_>>().into()))
}

/// One collection.
#[utoipa::path(get, path = "/organizations/{org_id}/collections/{id}", tag = "collections",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200, body = CollectionResponse)))]
async fn view(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    path: PathIds,
) -> Result<Json<CollectionResponse>, ApiError> {
    Ok(Json(response(app.view_collection(permit, path.id("id")?).await?)))
}

/// One collection, with who was given it.
#[utoipa::path(get, path = "/organizations/{org_id}/collections/{id}/details", tag = "collections",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200, body = CollectionAccessDetailsResponse)))]
async fn view_details(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    path: PathIds,
) -> Result<Json<CollectionAccessDetailsResponse>, ApiError> {
    Ok(Json(details(app.view_collection_details(permit, path.id("id")?).await?)))
}

/// What members were given in a collection.
#[utoipa::path(get, path = "/organizations/{org_id}/collections/{id}/users", tag = "collections",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Vec<CollectionAccess>)))]
async fn view_members(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    path: PathIds,
) -> Result<Json<Vec<CollectionAccess>>, ApiError> {
    Ok(Json(details(app.view_collection_details(permit, path.id("id")?).await?).users))
}

/// Makes a collection.
#[utoipa::path(post, path = "/organizations/{org_id}/collections", tag = "collections",
    params(("org_id" = uuid::Uuid, Path)), request_body = CollectionRequest,
    responses((status = 200, body = CollectionAccessDetailsResponse)))]
async fn create(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    Body(request): Body<CollectionRequest>,
) -> Result<Json<CollectionAccessDetailsResponse>, ApiError> {
    let name = request.checked_name().map_err(Misshapen)?;
    let gifts = gifts(request.users.as_deref(), request.groups.as_deref());
    let made = app.create_collection(permit, name, request.external_id, gifts).await?;
    Ok(Json(details(made)))
}

/// Renames a collection, and says who is given it.
#[utoipa::path(method(put, post), path = "/organizations/{org_id}/collections/{id}",
    tag = "collections",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    request_body = CollectionRequest,
    responses((status = 200, body = CollectionAccessDetailsResponse)))]
async fn edit(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    path: PathIds,
    Body(request): Body<CollectionRequest>,
) -> Result<Json<CollectionAccessDetailsResponse>, ApiError> {
    let name = request.checked_name().map_err(Misshapen)?;
    let gifts = gifts(request.users.as_deref(), request.groups.as_deref());
    let id = path.id("id")?;
    Ok(Json(details(app.edit_collection(permit, id, name, request.external_id, gifts).await?)))
}

/// Gives several collections to the same members and groups.
#[utoipa::path(post, path = "/organizations/{org_id}/collections/bulk-access", tag = "collections",
    params(("org_id" = uuid::Uuid, Path)), request_body = CollectionBulkAccessRequest,
    responses((status = 200)))]
async fn give_many(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    Body(request): Body<CollectionBulkAccessRequest>,
) -> Result<(), ApiError> {
    let gifts = gifts(request.users.as_deref(), request.groups.as_deref());
    Ok(app.give_collections(permit, &ids(request.collection_ids), gifts).await?)
}

/// Deletes a collection; the items in it stay.
#[utoipa::path(delete, path = "/organizations/{org_id}/collections/{id}", tag = "collections",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.delete_collections(permit, &[path.id("id")?]).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/organizations/{org_id}/collections/{id}/delete", tag = "collections",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove_old(
    state: State<App>,
    permit: Allowed<UseCollections>,
    path: PathIds,
) -> Result<(), ApiError> {
    remove(state, permit, path).await
}

/// Deletes several collections, all or none; the items in them stay.
#[utoipa::path(delete, path = "/organizations/{org_id}/collections", tag = "collections",
    params(("org_id" = uuid::Uuid, Path)), request_body = CollectionIdsRequest,
    responses((status = 200)))]
async fn remove_many(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
    Body(request): Body<CollectionIdsRequest>,
) -> Result<(), ApiError> {
    Ok(app.delete_collections(permit, &ids(request.ids)).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/organizations/{org_id}/collections/delete", tag = "collections",
    params(("org_id" = uuid::Uuid, Path)), request_body = CollectionIdsRequest,
    responses((status = 200)))]
async fn remove_many_old(
    state: State<App>,
    permit: Allowed<UseCollections>,
    body: Body<CollectionIdsRequest>,
) -> Result<(), ApiError> {
    remove_many(state, permit, body).await
}
