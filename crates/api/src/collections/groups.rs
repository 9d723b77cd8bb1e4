//! Groups: members who are given collections together.

use std::collections::BTreeSet;

use app::{
    App,
    collections::{Given, GroupDetails, GroupRow, WantedGroup},
};
use axum::{Json, extract::State};
use domain::{
    authz::{ManageGroups, UseCollections},
    id::Id,
    organizations::Group,
};
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    collections::{GroupDetailsResponse, GroupIdsRequest, GroupRequest, GroupResponse},
    list::ListResponse,
    object::{GroupDetailsObject, GroupObject},
    organizations::members::CollectionAccess,
};

use super::gift;
use crate::{
    Routes,
    error::ApiError,
    extract::{Allowed, Body, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list, create, remove_many))
        .routes(routes!(list_details))
        .routes(routes!(remove_many_old))
        .routes(routes!(view, edit, remove))
        .routes(routes!(view_details))
        .routes(routes!(members))
        .routes(routes!(remove_old))
        .routes(routes!(remove_member))
        .routes(routes!(remove_member_old))
}

fn response(group: GroupRow) -> GroupResponse {
    GroupResponse {
        object: GroupObject::Tag,
        id: group.id,
        organization_id: group.organization_id,
        name: group.name,
        external_id: group.external_id,
    }
}

fn details(it: GroupDetails) -> GroupDetailsResponse {
    let access = |given: &Given| CollectionAccess {
        id: given.collection_id,
        read_only: given.read_only,
        hide_passwords: given.hide_passwords,
        manage: given.manage,
    };
    GroupDetailsResponse {
        object: GroupDetailsObject::Tag,
        id: it.group.id,
        organization_id: it.group.organization_id,
        name: it.group.name,
        external_id: it.group.external_id,
        collections: it.collections.iter().map(access).collect(),
    }
}

fn wanted(request: GroupRequest) -> WantedGroup {
    WantedGroup {
        name: request.name,
        collections: request.collections.iter().flatten().map(gift).collect(),
        members: request.users.map(|ids| ids.into_iter().map(Id::new).collect()),
    }
}

fn ids(request: GroupIdsRequest) -> Vec<Id<Group>> {
    let once: BTreeSet<_> = request.ids.into_iter().map(Id::new).collect();
    once.into_iter().collect()
}

/// The groups of an organization.
#[utoipa::path(get, path = "/organizations/{org_id}/groups", tag = "groups",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = ListResponse<GroupResponse>)))]
async fn list(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
) -> Result<Json<ListResponse<GroupResponse>>, ApiError> {
    let groups = app.list_groups(permit).await?;
    Ok(Json(groups.into_iter().map(response).collect::<Vec<_>>().into()))
}

/// The groups of an organization, with what each was given.
#[utoipa::path(get, path = "/organizations/{org_id}/groups/details", tag = "groups",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = ListResponse<GroupDetailsResponse>)))]
async fn list_details(
    State(app): State<App>,
    Allowed(permit): Allowed<UseCollections>,
) -> Result<Json<ListResponse<GroupDetailsResponse>>, ApiError> {
    let groups = app.list_group_details(permit).await?;
    Ok(Json(groups.into_iter().map(details).collect::<Vec<_>>().into()))
}

/// One group.
#[utoipa::path(get, path = "/organizations/{org_id}/groups/{id}", tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path)),
    responses((status = 200, body = GroupResponse)))]
async fn view(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    path: PathIds,
) -> Result<Json<GroupResponse>, ApiError> {
    Ok(Json(response(app.view_group(permit, path.id("id")?).await?.group)))
}

/// One group, with what it was given.
#[utoipa::path(get, path = "/organizations/{org_id}/groups/{id}/details", tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path)),
    responses((status = 200, body = GroupDetailsResponse)))]
async fn view_details(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    path: PathIds,
) -> Result<Json<GroupDetailsResponse>, ApiError> {
    Ok(Json(details(app.view_group(permit, path.id("id")?).await?)))
}

/// The members of a group.
#[utoipa::path(get, path = "/organizations/{org_id}/groups/{id}/users", tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path)),
    responses((status = 200, body = Vec<Uuid>)))]
async fn members(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    path: PathIds,
) -> Result<Json<Vec<Uuid>>, ApiError> {
    let members = app.list_group_members(permit, path.id("id")?).await?;
    Ok(Json(members.into_iter().map(Id::uuid).collect()))
}

/// Makes a group.
#[utoipa::path(post, path = "/organizations/{org_id}/groups", tag = "groups",
    params(("org_id" = Uuid, Path)), request_body = GroupRequest,
    responses((status = 200, body = GroupDetailsResponse)))]
async fn create(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    Body(request): Body<GroupRequest>,
) -> Result<Json<GroupDetailsResponse>, ApiError> {
    Ok(Json(details(app.create_group(permit, wanted(request)).await?)))
}

/// Changes a group.
#[utoipa::path(method(put, post), path = "/organizations/{org_id}/groups/{id}", tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path)), request_body = GroupRequest,
    responses((status = 200, body = GroupDetailsResponse)))]
async fn edit(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    path: PathIds,
    Body(request): Body<GroupRequest>,
) -> Result<Json<GroupDetailsResponse>, ApiError> {
    Ok(Json(details(app.edit_group(permit, path.id("id")?, wanted(request)).await?)))
}

/// Deletes a group.
#[utoipa::path(delete, path = "/organizations/{org_id}/groups/{id}", tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200)))]
async fn remove(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.delete_groups(permit, &[path.id("id")?]).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/organizations/{org_id}/groups/{id}/delete", tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200)))]
async fn remove_old(
    state: State<App>,
    permit: Allowed<ManageGroups>,
    path: PathIds,
) -> Result<(), ApiError> {
    remove(state, permit, path).await
}

/// Deletes several groups, all or none.
#[utoipa::path(delete, path = "/organizations/{org_id}/groups", tag = "groups",
    params(("org_id" = Uuid, Path)), request_body = GroupIdsRequest, responses((status = 200)))]
async fn remove_many(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    Body(request): Body<GroupIdsRequest>,
) -> Result<(), ApiError> {
    Ok(app.delete_groups(permit, &ids(request)).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/organizations/{org_id}/groups/delete", tag = "groups",
    params(("org_id" = Uuid, Path)), request_body = GroupIdsRequest, responses((status = 200)))]
async fn remove_many_old(
    state: State<App>,
    permit: Allowed<ManageGroups>,
    body: Body<GroupIdsRequest>,
) -> Result<(), ApiError> {
    remove_many(state, permit, body).await
}

/// Takes a member out of a group.
#[utoipa::path(delete, path = "/organizations/{org_id}/groups/{id}/user/{org_user_id}",
    tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path), ("org_user_id" = Uuid, Path)),
    responses((status = 200)))]
async fn remove_member(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageGroups>,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.remove_from_group(permit, path.id("id")?, path.id("org_user_id")?).await?)
}

/// The same, for older clients.
#[utoipa::path(post, path = "/organizations/{org_id}/groups/{id}/delete-user/{org_user_id}",
    tag = "groups",
    params(("org_id" = Uuid, Path), ("id" = Uuid, Path), ("org_user_id" = Uuid, Path)),
    responses((status = 200)))]
async fn remove_member_old(
    state: State<App>,
    permit: Allowed<ManageGroups>,
    path: PathIds,
) -> Result<(), ApiError> {
    remove_member(state, permit, path).await
}
