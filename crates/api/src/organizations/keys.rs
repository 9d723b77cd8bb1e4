//! Keys an organization hands to programs.

use app::{App, organizations::api_keys::ShownKey};
use axum::{Json, extract::State};
use domain::{
    authz::Actor,
    organizations::api_keys::{KeyKind, KeyPermit, KeyRecord},
};
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    object::{ApiKeyObject, KeyInformationObject},
    organizations::keys::{ApiKeyRequest, KeyInformationResponse, OrganizationApiKeyResponse},
};

use super::hash;
use crate::{
    Routes,
    error::{ApiError, NotFound, Unreadable},
    extract::{Body, Caller, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(create))
        .routes(routes!(rotate))
        .routes(routes!(list))
        .routes(routes!(list_kind))
}

/// Leave for the caller to handle keys of that kind; which right that takes depends on the kind.
async fn permit(
    app: &App,
    caller: &Caller,
    path: &PathIds,
    kind: KeyKind,
) -> Result<KeyPermit, ApiError> {
    let organization = path.id("id")?;
    let standing = app.db.read().await?.standing(organization, caller.user()).await?;
    Ok(KeyPermit::ask(kind, Actor::User(caller.user()), organization, standing)?)
}

/// The same to make or replace one, which takes an organization that may be written to.
async fn permit_to_change(
    app: &App,
    caller: &Caller,
    path: &PathIds,
    kind: KeyKind,
) -> Result<KeyPermit, ApiError> {
    let permit = permit(app, caller, path, kind).await?;
    let mut tx = app.db.read().await?;
    app.check_action(&mut tx, kind.action(), permit.organization, app.now()).await?;
    Ok(permit)
}

fn kind(number: i64) -> Result<KeyKind, ApiError> {
    let unknown = || Unreadable("There is no such type of key.".to_owned());
    Ok(KeyKind::from_number(number).ok_or_else(unknown)?)
}

fn shown(key: ShownKey) -> Json<OrganizationApiKeyResponse> {
    Json(OrganizationApiKeyResponse {
        object: ApiKeyObject::Tag,
        api_key: key.secret,
        revision_date: key.record.revised_at,
    })
}

/// Make a key and show it, this once.
#[utoipa::path(post, path = "/organizations/{id}/api-key", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = ApiKeyRequest,
    responses((status = 200, body = OrganizationApiKeyResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<ApiKeyRequest>,
) -> Result<Json<OrganizationApiKeyResponse>, ApiError> {
    let permit = permit_to_change(&app, &caller, &path, kind(request.kind)?).await?;
    let password = hash(request.master_password_hash);
    Ok(shown(app.create_organization_key(permit, caller.user(), &password).await?))
}

/// Replace a key by a new one and show that, this once.
#[utoipa::path(post, path = "/organizations/{id}/rotate-api-key", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = ApiKeyRequest,
    responses((status = 200, body = OrganizationApiKeyResponse)))]
async fn rotate(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<ApiKeyRequest>,
) -> Result<Json<OrganizationApiKeyResponse>, ApiError> {
    let permit = permit_to_change(&app, &caller, &path, kind(request.kind)?).await?;
    let password = hash(request.master_password_hash);
    Ok(shown(app.rotate_organization_key(permit, caller.user(), &password).await?))
}

fn information(
    keys: Vec<KeyRecord>,
    now: chrono::DateTime<chrono::Utc>,
) -> Vec<KeyInformationResponse> {
    keys.into_iter()
        .map(|key| KeyInformationResponse {
            object: KeyInformationObject::Tag,
            key_type: key.kind.number(),
            revision_date: key.revised_at,
            last_four: key.last_four,
            last_used_date: key.last_used_at,
            last_used_by: key.last_used_by,
            previous_valid_until: key.previous.map(|(_, until)| until).filter(|it| now < *it),
        })
        .collect()
}

/// What is known of the keys the organization has made.
#[utoipa::path(get, path = "/organizations/{id}/api-key-information", tag = "organizations",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListResponse<KeyInformationResponse>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<ListResponse<KeyInformationResponse>>, ApiError> {
    let mut permits = Vec::new();
    for kind in KeyKind::ALL {
        permits.push(permit(&app, &caller, &path, *kind).await?);
    }
    let keys = app.list_organization_keys(&permits).await?;
    Ok(Json(information(keys, app.now()).into()))
}

/// What is known of the key of one kind.
#[utoipa::path(get, path = "/organizations/{id}/api-key-information/{type}", tag = "organizations",
    params(("id" = uuid::Uuid, Path), ("type" = String, Path)),
    responses((status = 200, body = ListResponse<KeyInformationResponse>)))]
async fn list_kind(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<ListResponse<KeyInformationResponse>>, ApiError> {
    let wanted = path.text("type")?;
    let named = |kind: &&KeyKind| {
        wanted == kind.number().to_string() || wanted.eq_ignore_ascii_case(&format!("{kind:?}"))
    };
    let kind = KeyKind::ALL.iter().find(named).ok_or(NotFound)?;
    let permit = permit(&app, &caller, &path, *kind).await?;
    let keys = app.list_organization_keys(&[permit]).await?;
    Ok(Json(information(keys, app.now()).into()))
}
