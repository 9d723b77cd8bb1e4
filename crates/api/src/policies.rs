//! Policies.

use app::App;
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{authz::ManagePolicies, id::Id, policies::PolicyKind};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    list::ListResponse,
    object::AffectedObject,
    policies::{AffectedResponse, PolicyRequest, PolicyResponse},
};

use crate::{
    Routes,
    error::{ApiError, NotFound, Unreadable},
    extract::{Allowed, Body, Caller, PathIds},
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(of_invitee))
        .routes(routes!(master_password))
        .routes(routes!(view, save))
        .routes(routes!(affected))
}

fn kind(path: &PathIds) -> Result<PolicyKind, ApiError> {
    let unknown = || Unreadable("There is no such type of policy.".to_owned());
    let number = path.text("type")?.parse().map_err(|_| unknown())?;
    Ok(PolicyKind::from_number(number).ok_or_else(unknown)?)
}

/// Every policy, set or not.
#[utoipa::path(get, path = "/organizations/{org_id}/policies", tag = "policies",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = ListResponse<PolicyResponse>)))]
async fn list(
    State(app): State<App>,
    Allowed(permit): Allowed<ManagePolicies>,
) -> Result<Json<ListResponse<PolicyResponse>>, ApiError> {
    let set = app.list_policies(&permit).await?;
    let all: Vec<PolicyResponse> = PolicyKind::ALL
        .iter()
        .map(|kind| match set.iter().find(|it| it.kind == *kind) {
            Some(policy) => policy.into(),
            None => PolicyResponse::unset(permit.organization(), *kind),
        })
        .collect();
    Ok(Json(all.into()))
}

/// One policy, set or not.
#[utoipa::path(get, path = "/organizations/{org_id}/policies/{type}", tag = "policies",
    params(("org_id" = Uuid, Path), ("type" = i64, Path)),
    responses((status = 200, body = PolicyResponse)))]
async fn view(
    State(app): State<App>,
    Allowed(permit): Allowed<ManagePolicies>,
    path: PathIds,
) -> Result<Json<PolicyResponse>, ApiError> {
    let kind = kind(&path)?;
    let set = app.list_policies(&permit).await?;
    Ok(Json(match set.iter().find(|it| it.kind == kind) {
        Some(policy) => policy.into(),
        None => PolicyResponse::unset(permit.organization(), kind),
    }))
}

/// Switch a policy.
#[utoipa::path(put, path = "/organizations/{org_id}/policies/{type}", tag = "policies",
    params(("org_id" = Uuid, Path), ("type" = i64, Path)), request_body = PolicyRequest,
    responses((status = 200, body = PolicyResponse)))]
async fn save(
    State(app): State<App>,
    Allowed(permit): Allowed<ManagePolicies>,
    path: PathIds,
    Body(request): Body<PolicyRequest>,
) -> Result<Json<PolicyResponse>, ApiError> {
    let wanted = request.wanted();
    let data = wanted.data.filter(|data| !data.is_null()).map(|data| data.to_string());
    let saved = app.save_policy(permit, kind(&path)?, wanted.enabled, data).await?;
    Ok(Json(PolicyResponse::from(&saved)))
}

#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct InviteeQuery {
    email: String,
    token: String,
    organization_user_id: Uuid,
}

/// The policies that are on, for someone who holds an invitation.
#[utoipa::path(get, path = "/organizations/{org_id}/policies/token", tag = "policies",
    params(("org_id" = Uuid, Path), InviteeQuery),
    responses((status = 200, body = ListResponse<PolicyResponse>)))]
async fn of_invitee(
    State(app): State<App>,
    path: PathIds,
    Query(invitee): Query<InviteeQuery>,
) -> Result<Json<ListResponse<PolicyResponse>>, ApiError> {
    let member = Id::new(invitee.organization_user_id);
    let organization = path.id("org_id")?;
    let policies =
        app.invitee_policies(organization, member, &invitee.email, &invitee.token).await?;
    Ok(Json(policies.iter().map(PolicyResponse::from).collect::<Vec<_>>().into()))
}

/// How strong master passwords must be.
#[utoipa::path(get, path = "/organizations/{org_id}/policies/master-password", tag = "policies",
    params(("org_id" = Uuid, Path)), responses((status = 200, body = PolicyResponse)))]
async fn master_password(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<PolicyResponse>, ApiError> {
    let found = app.master_password_policy(caller.user(), path.id("org_id")?).await?;
    Ok(Json(PolicyResponse::from(&found.ok_or(NotFound)?)))
}

/// Whose free Families organization would cost when the organization stopped sponsoring.
#[utoipa::path(get, path = "/organizations/{org_id}/policies/13/affected", tag = "policies",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = ListResponse<AffectedResponse>)))]
async fn affected(
    State(app): State<App>,
    Allowed(permit): Allowed<ManagePolicies>,
) -> Result<Json<ListResponse<AffectedResponse>>, ApiError> {
    let affected: Vec<AffectedResponse> = app
        .affected_families(&permit)
        .await?
        .into_iter()
        .map(|it| AffectedResponse {
            object: AffectedObject::Tag,
            organization_id: it.families.families,
            name: it.families.name,
            valid_until: it.families.valid_until,
            owners: it.owners,
        })
        .collect();
    Ok(Json(affected.into()))
}
