//! Members.

use std::collections::HashSet;

use app::{
    App,
    organizations::{
        Outcome,
        invite_members::{Access, Invitees},
    },
};
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{
    authz::{ListMembers, ManageMembers, Permissions},
    id::Id,
    organizations::{Member, Role},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    object::{
        BulkObject, MemberDetailsObject, MemberMiniObject, MemberPublicKeyObject, MemberRowObject,
        UserKeyObject,
    },
    organizations::{
        PermissionSwitches,
        members::{
            AcceptRequest, BulkConfirmRequest, BulkResponse, CollectionAccess, ConfirmRequest,
            EditMemberRequest, IdsRequest, InviteRequest, MemberDetailsResponse,
            MemberMiniResponse, MemberPublicKeyResponse, MemberRowResponse, UserKeyResponse,
        },
    },
};

use super::answers;
use crate::{
    Routes,
    error::{ApiError, NotFound, Unreadable},
    extract::{Allowed, Body, Caller, PathIds},
    words::said,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list, remove_many))
        .routes(routes!(list_mini))
        .routes(routes!(invite))
        .routes(routes!(reinvite_many))
        .routes(routes!(confirm_many))
        .routes(routes!(public_keys))
        .routes(routes!(remove_many_old))
        .routes(routes!(revoke_many))
        .routes(routes!(restore_many))
        .routes(routes!(view, edit, remove))
        .routes(routes!(remove_old))
        .routes(routes!(reinvite))
        .routes(routes!(accept))
        .routes(routes!(confirm))
        .routes(routes!(revoke))
        .routes(routes!(restore))
        .routes(routes!(restore_vnext))
        .routes(routes!(user_public_key))
        .routes(routes!(user_public_key_old))
}

fn role(number: i64, permissions: Option<&PermissionSwitches>) -> Result<Role, ApiError> {
    let held = permissions.map_or(Permissions::NONE, Permissions::from);
    let unknown = || Unreadable("There is no such role.".to_owned());
    Ok(Role::from_number(number, held).ok_or_else(unknown)?)
}

fn access(collections: &[CollectionAccess]) -> Vec<Access> {
    collections
        .iter()
        .map(|it| Access {
            collection: it.id,
            read_only: it.read_only,
            hide_passwords: it.hide_passwords,
            manage: it.manage,
        })
        .collect()
}

/// How many members one request may name.
const MOST: usize = 500;

/// The members a request names, each once; not so many that others wait long for them.
fn ids(request: &IdsRequest) -> Result<Vec<Id<Member>>, ApiError> {
    at_most(request.ids.len())?;
    let mut seen = HashSet::new();
    let once = request.ids.iter().copied().filter(|id| seen.insert(*id));
    Ok(once.map(Id::new).collect())
}

fn at_most(count: usize) -> Result<(), ApiError> {
    if count > MOST {
        let text = format!("At most {MOST} members can be named in one request.");
        return Err(Unreadable(text).into());
    }
    Ok(())
}

fn bulk(outcomes: Vec<Outcome>) -> Json<ListResponse<BulkResponse>> {
    let answers: Vec<BulkResponse> = outcomes
        .into_iter()
        .map(|(id, error)| BulkResponse {
            object: BulkObject::Tag,
            id: id.uuid(),
            error: error.map(said).unwrap_or_default(),
        })
        .collect();
    Json(answers.into())
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct With {
    /// Whether to say what each may do with collections.
    include_collections: Option<String>,
}

/// Everyone in the organization.
#[utoipa::path(get, path = "/organizations/{org_id}/users", tag = "members",
    params(("org_id" = uuid::Uuid, Path), With),
    responses((status = 200, body = ListResponse<MemberRowResponse>)))]
async fn list(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Query(with): Query<With>,
) -> Result<Json<ListResponse<MemberRowResponse>>, ApiError> {
    let wanted = with.include_collections.is_some_and(|it| it.eq_ignore_ascii_case("true"));
    let (members, grants) = app.list_members(permit, wanted).await?;
    // Both lists are in some order of their own; grants are grouped by member once.
    let mut of_member = std::collections::HashMap::<_, Vec<_>>::new();
    for grant in grants {
        of_member.entry(grant.membership_id).or_default().push(grant);
    }
    let rows: Vec<MemberRowResponse> = members
        .into_iter()
        .map(|member| {
            let grants = of_member.remove(&member.id).unwrap_or_default();
            let fields = answers::member(member, &grants);
            MemberRowResponse { object: MemberRowObject::Tag, fields }
        })
        .collect();
    Ok(Json(rows.into()))
}

/// Everyone in the organization, for other members.
#[utoipa::path(get, path = "/organizations/{org_id}/users/mini-details", tag = "members",
    params(("org_id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListResponse<MemberMiniResponse>)))]
async fn list_mini(
    State(app): State<App>,
    Allowed(permit): Allowed<ListMembers>,
) -> Result<Json<ListResponse<MemberMiniResponse>>, ApiError> {
    let rows: Vec<MemberMiniResponse> = app
        .list_fellow_members(permit)
        .await?
        .into_iter()
        .map(|row| MemberMiniResponse {
            object: MemberMiniObject::Tag,
            id: row.id,
            user_id: row.user_id,
            role: row.role,
            status: row.status,
            name: row.name,
            email: row.email,
        })
        .collect();
    Ok(Json(rows.into()))
}

/// One member.
#[utoipa::path(get, path = "/organizations/{org_id}/users/{id}", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200, body = MemberDetailsResponse)))]
async fn view(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
) -> Result<Json<MemberDetailsResponse>, ApiError> {
    let (member, grants) = app.view_member(permit, path.id("id")?).await?.ok_or(NotFound)?;
    let fields = answers::member(member, &grants);
    Ok(Json(MemberDetailsResponse { object: MemberDetailsObject::Tag, fields }))
}

/// Invite up to twenty people.
#[utoipa::path(post, path = "/organizations/{org_id}/users/invite", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = InviteRequest,
    responses((status = 200)))]
async fn invite(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<InviteRequest>,
) -> Result<(), ApiError> {
    let invitees = Invitees {
        role: role(request.role.unwrap_or(2), request.permissions.as_ref())?,
        access: access(&request.collections),
        emails: request.emails,
    };
    app.invite_members(permit, invitees).await?;
    Ok(())
}

/// Write to one invited person again.
#[utoipa::path(post, path = "/organizations/{org_id}/users/{id}/reinvite", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn reinvite(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
) -> Result<(), ApiError> {
    let outcomes = app.reinvite_members(permit, &[path.id("id")?]).await?;
    match outcomes.into_iter().find_map(|(_, error)| error) {
        Some(error) => Err(Unreadable(error).into()),
        None => Ok(()),
    }
}

/// Write to several invited people again.
#[utoipa::path(post, path = "/organizations/{org_id}/users/reinvite", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = IdsRequest,
    responses((status = 200, body = ListResponse<BulkResponse>)))]
async fn reinvite_many(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<IdsRequest>,
) -> Result<Json<ListResponse<BulkResponse>>, ApiError> {
    Ok(bulk(app.reinvite_members(permit, &ids(&request)?).await?))
}

/// Accept an invitation.
#[utoipa::path(post, path = "/organizations/{org_id}/users/{id}/accept", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    request_body = AcceptRequest, responses((status = 200)))]
async fn accept(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<AcceptRequest>,
) -> Result<(), ApiError> {
    let (organization, member) = (path.id("org_id")?, path.id("id")?);
    let key = request.reset_password_key.as_deref();
    app.accept_invitation(caller.user(), organization, member, &request.token, key).await?;
    Ok(())
}

/// Hand a member the organization key.
#[utoipa::path(post, path = "/organizations/{org_id}/users/{id}/confirm", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    request_body = ConfirmRequest, responses((status = 200)))]
async fn confirm(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
    Body(request): Body<ConfirmRequest>,
) -> Result<(), ApiError> {
    app.confirm_member(permit, path.id("id")?, request.key).await?;
    Ok(())
}

/// Hand several members the organization key.
#[utoipa::path(post, path = "/organizations/{org_id}/users/confirm", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = BulkConfirmRequest,
    responses((status = 200, body = ListResponse<BulkResponse>)))]
async fn confirm_many(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<BulkConfirmRequest>,
) -> Result<Json<ListResponse<BulkResponse>>, ApiError> {
    at_most(request.keys.len())?;
    let keys = request.keys.into_iter().map(|it| (Id::new(it.id), it.key)).collect();
    Ok(bulk(app.confirm_members(permit, keys).await?))
}

/// The public keys of members who wait to be confirmed.
#[utoipa::path(post, path = "/organizations/{org_id}/users/public-keys", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = IdsRequest,
    responses((status = 200, body = ListResponse<MemberPublicKeyResponse>)))]
async fn public_keys(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<IdsRequest>,
) -> Result<Json<ListResponse<MemberPublicKeyResponse>>, ApiError> {
    let keys: Vec<MemberPublicKeyResponse> = app
        .waiting_public_keys(permit, &ids(&request)?)
        .await?
        .into_iter()
        .map(|(id, user, key)| MemberPublicKeyResponse {
            object: MemberPublicKeyObject::Tag,
            id: id.uuid(),
            user_id: user.uuid(),
            key,
        })
        .collect();
    Ok(Json(keys.into()))
}

/// Give a member another role, and other collections.
#[utoipa::path(method(put, post), path = "/organizations/{org_id}/users/{id}", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    request_body = EditMemberRequest, responses((status = 200)))]
async fn edit(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
    Body(request): Body<EditMemberRequest>,
) -> Result<(), ApiError> {
    let role = role(request.role, request.permissions.as_ref())?;
    let access = request.collections.as_deref().map(access);
    app.edit_member(permit, path.id("id")?, role, access).await?;
    Ok(())
}

/// Remove a member.
#[utoipa::path(delete, path = "/organizations/{org_id}/users/{id}", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn remove(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
) -> Result<(), ApiError> {
    app.remove_member(permit, path.id("id")?).await?;
    Ok(())
}

/// The same, for older clients.
#[utoipa::path(post, path = "/organizations/{org_id}/users/{id}/remove", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn remove_old(
    state: State<App>,
    allowed: Allowed<ManageMembers>,
    path: PathIds,
) -> Result<(), ApiError> {
    remove(state, allowed, path).await
}

/// Remove several members.
#[utoipa::path(delete, path = "/organizations/{org_id}/users", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = IdsRequest,
    responses((status = 200, body = ListResponse<BulkResponse>)))]
async fn remove_many(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<IdsRequest>,
) -> Result<Json<ListResponse<BulkResponse>>, ApiError> {
    Ok(bulk(app.remove_members(permit, &ids(&request)?).await?))
}

/// The same, for clients that send no body with DELETE.
#[utoipa::path(post, path = "/organizations/{org_id}/users/remove", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = IdsRequest,
    responses((status = 200, body = ListResponse<BulkResponse>)))]
async fn remove_many_old(
    state: State<App>,
    allowed: Allowed<ManageMembers>,
    body: Body<IdsRequest>,
) -> Result<Json<ListResponse<BulkResponse>>, ApiError> {
    remove_many(state, allowed, body).await
}

/// Suspend a member.
#[utoipa::path(put, path = "/organizations/{org_id}/users/{id}/revoke", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn revoke(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
) -> Result<(), ApiError> {
    app.revoke_member(permit, path.id("id")?).await?;
    Ok(())
}

/// Suspend several members.
#[utoipa::path(put, path = "/organizations/{org_id}/users/revoke", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = IdsRequest,
    responses((status = 200, body = ListResponse<BulkResponse>)))]
async fn revoke_many(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<IdsRequest>,
) -> Result<Json<ListResponse<BulkResponse>>, ApiError> {
    Ok(bulk(app.revoke_members(permit, &ids(&request)?).await?))
}

/// Bring a suspended member back.
#[utoipa::path(put, path = "/organizations/{org_id}/users/{id}/restore", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn restore(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    path: PathIds,
) -> Result<(), ApiError> {
    app.restore_member(permit, path.id("id")?).await?;
    Ok(())
}

/// The same, where newer clients look for it.
#[utoipa::path(put, path = "/organizations/{org_id}/users/{id}/restore/vnext", tag = "members",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path)),
    responses((status = 200)))]
async fn restore_vnext(
    state: State<App>,
    allowed: Allowed<ManageMembers>,
    path: PathIds,
) -> Result<(), ApiError> {
    restore(state, allowed, path).await
}

/// Bring several suspended members back.
#[utoipa::path(put, path = "/organizations/{org_id}/users/restore", tag = "members",
    params(("org_id" = uuid::Uuid, Path)), request_body = IdsRequest,
    responses((status = 200, body = ListResponse<BulkResponse>)))]
async fn restore_many(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageMembers>,
    Body(request): Body<IdsRequest>,
) -> Result<Json<ListResponse<BulkResponse>>, ApiError> {
    Ok(bulk(app.restore_members(permit, &ids(&request)?).await?))
}

/// The public key of a person, for those who know their id.
#[utoipa::path(get, path = "/users/{id}/public-key", tag = "members",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = UserKeyResponse)))]
async fn user_public_key(
    State(app): State<App>,
    _: Caller,
    path: PathIds,
) -> Result<Json<UserKeyResponse>, ApiError> {
    let user = path.id("id")?;
    let key = app.user_public_key(user).await?.ok_or(NotFound)?;
    Ok(Json(UserKeyResponse {
        object: UserKeyObject::Tag,
        user_id: user.uuid(),
        public_key: Some(key),
    }))
}

/// The same, for older clients.
#[utoipa::path(get, path = "/users/{id}/keys", tag = "members",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = UserKeyResponse)))]
async fn user_public_key_old(
    state: State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<UserKeyResponse>, ApiError> {
    user_public_key(state, caller, path).await
}
