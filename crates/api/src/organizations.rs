//! Organizations.

pub mod answers;
mod connections;
mod keys;
mod members;
mod recovery;

use app::{
    App,
    identity::ClientHash,
    organizations::{
        create_organization::NewOrganization, update_organization::OrganizationChange,
    },
};
use axum::{Json, extract::State};
use domain::{
    authz::{
        DeleteOrganization, EditCollectionRules, EditOrganization, LeaveOrganization,
        ViewOrganization,
    },
    organizations::CollectionRules,
};
use utoipa_axum::routes;
use wire::{
    accounts::ProfileOrganizationResponse,
    list::ListResponse,
    object::{AutoEnrollStatusObject, OrganizationKeysObject, OrganizationPublicKeyObject},
    organizations::{
        AutoEnrollStatusResponse, CollectionSwitches, CreateOrganizationRequest,
        OrganizationKeysRequest, OrganizationKeysResponse, OrganizationPublicKeyResponse,
        OrganizationResponse, OrganizationSecretRequest, UpdateOrganizationRequest,
    },
};

use crate::{
    Routes,
    accounts::profile,
    error::{ApiError, NotFound},
    extract::{Allowed, Body, Caller, PathIds},
};

/// What both roles answer, below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(view, update, delete))
        .routes(routes!(delete_old))
        .routes(routes!(leave))
        .routes(routes!(set_collection_rules))
        .routes(routes!(auto_enroll_status))
        .routes(routes!(public_key))
        .routes(routes!(public_key_old, set_keys))
        .merge(members::routes())
        .merge(recovery::routes())
        .merge(keys::routes())
        .merge(connections::routes())
}

/// What the cloud adds, below `/api`.
pub fn cloud_routes() -> Routes {
    Routes::new().routes(routes!(create)).routes(routes!(create_without_payment))
}

fn pair(keys: Option<OrganizationKeysRequest>) -> Option<(String, String)> {
    keys.map(|keys| (keys.public_key, keys.encrypted_private_key))
}

fn hash(text: Option<String>) -> ClientHash {
    ClientHash::new(text.unwrap_or_default())
}

fn wanted(request: CreateOrganizationRequest, without_payment: bool) -> NewOrganization {
    NewOrganization {
        name: request.name,
        billing_email: request.billing_email,
        business_name: request.business_name,
        plan: request.plan_type,
        key: request.key,
        keys: pair(request.keys),
        collection_name: request.collection_name,
        additional_seats: request.additional_seats.unwrap_or(0),
        additional_storage_gb: request.additional_storage_gb.unwrap_or(0),
        max_autoscale_seats: request.max_autoscale_seats,
        payment_token: request.payment_token,
        skip_trial: request.skip_trial,
        without_payment,
    }
}

/// The caller's organizations.
#[utoipa::path(get, path = "/organizations", tag = "organizations",
    responses((status = 200, body = ListResponse<ProfileOrganizationResponse>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<ListResponse<ProfileOrganizationResponse>>, ApiError> {
    let profile = app.profile(caller.user()).await?;
    Ok(Json(profile::response(profile).organizations.into()))
}

/// A new organization of the caller's.
#[utoipa::path(post, path = "/organizations", tag = "organizations",
    request_body = CreateOrganizationRequest,
    responses((status = 200, body = OrganizationResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CreateOrganizationRequest>,
) -> Result<Json<OrganizationResponse>, ApiError> {
    let made = app.create_organization(caller.user(), wanted(request, false)).await?;
    Ok(Json(answers::fields(made).into()))
}

/// A new organization of the caller's, on trial.
#[utoipa::path(post, path = "/organizations/create-without-payment", tag = "organizations",
    request_body = CreateOrganizationRequest,
    responses((status = 200, body = OrganizationResponse)))]
async fn create_without_payment(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<CreateOrganizationRequest>,
) -> Result<Json<OrganizationResponse>, ApiError> {
    let made = app.create_organization(caller.user(), wanted(request, true)).await?;
    Ok(Json(answers::fields(made).into()))
}

/// An organization, for its owners.
#[utoipa::path(get, path = "/organizations/{id}", tag = "organizations",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OrganizationResponse)))]
async fn view(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewOrganization>,
) -> Result<Json<OrganizationResponse>, ApiError> {
    let found = app.organization(&permit).await?.ok_or(NotFound)?;
    Ok(Json(answers::fields(found).into()))
}

/// Change the name, the billing address, or missing keys.
#[utoipa::path(method(put, post), path = "/organizations/{id}", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = UpdateOrganizationRequest,
    responses((status = 200, body = OrganizationResponse)))]
async fn update(
    State(app): State<App>,
    Allowed(permit): Allowed<EditOrganization>,
    Body(request): Body<UpdateOrganizationRequest>,
) -> Result<Json<OrganizationResponse>, ApiError> {
    let change = OrganizationChange {
        name: request.name,
        billing_email: request.billing_email,
        keys: pair(request.keys),
    };
    let changed = app.update_organization(permit, change).await?;
    Ok(Json(answers::fields(changed).into()))
}

/// Delete the organization, with everything in it.
#[utoipa::path(delete, path = "/organizations/{id}", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = OrganizationSecretRequest, responses((status = 200)))]
async fn delete(
    State(app): State<App>,
    caller: Caller,
    Allowed(permit): Allowed<DeleteOrganization>,
    Body(request): Body<OrganizationSecretRequest>,
) -> Result<(), ApiError> {
    let password = hash(request.master_password_hash);
    app.delete_organization(permit, caller.user(), &password).await?;
    Ok(())
}

/// The same, for clients that send no body with DELETE.
#[utoipa::path(post, path = "/organizations/{id}/delete", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = OrganizationSecretRequest, responses((status = 200)))]
async fn delete_old(
    state: State<App>,
    caller: Caller,
    allowed: Allowed<DeleteOrganization>,
    body: Body<OrganizationSecretRequest>,
) -> Result<(), ApiError> {
    delete(state, caller, allowed, body).await
}

/// Leave the organization.
#[utoipa::path(post, path = "/organizations/{id}/leave", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn leave(
    State(app): State<App>,
    caller: Caller,
    Allowed(permit): Allowed<LeaveOrganization>,
) -> Result<(), ApiError> {
    app.leave_organization(permit, caller.user()).await?;
    Ok(())
}

/// How the organization handles collections.
#[utoipa::path(put, path = "/organizations/{id}/collection-management", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = CollectionSwitches,
    responses((status = 200, body = OrganizationResponse)))]
async fn set_collection_rules(
    State(app): State<App>,
    Allowed(permit): Allowed<EditCollectionRules>,
    Body(request): Body<CollectionSwitches>,
) -> Result<Json<OrganizationResponse>, ApiError> {
    let changed = app.set_collection_rules(permit, CollectionRules::from(&request)).await?;
    Ok(Json(answers::fields(changed).into()))
}

/// Whether an organization recovers the accounts of everyone who joins.
#[utoipa::path(get, path = "/organizations/{id}/auto-enroll-status", tag = "organizations",
    params(("id" = String, Path)),
    responses((status = 200, body = AutoEnrollStatusResponse)))]
async fn auto_enroll_status(
    State(app): State<App>,
    _: Caller,
    path: PathIds,
) -> Result<Json<AutoEnrollStatusResponse>, ApiError> {
    let found = app.account_recovery_policy(path.text("id")?).await?;
    let (id, policy) = found.ok_or(NotFound)?;
    let enrolls = policy.filter(|it| it.enabled).and_then(|it| it.data).is_some_and(|data| {
        serde_json::from_str::<serde_json::Value>(&data)
            .is_ok_and(|data| data.get("autoEnrollEnabled") == Some(&true.into()))
    });
    Ok(Json(AutoEnrollStatusResponse {
        object: AutoEnrollStatusObject::Tag,
        id: id.uuid(),
        reset_password_enabled: enrolls,
    }))
}

/// The public key of an organization, for those who know its id.
#[utoipa::path(get, path = "/organizations/{id}/public-key", tag = "organizations",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OrganizationPublicKeyResponse)))]
async fn public_key(
    State(app): State<App>,
    _: Caller,
    path: PathIds,
) -> Result<Json<OrganizationPublicKeyResponse>, ApiError> {
    let key = app.organization_public_key(path.id("id")?).await?.ok_or(NotFound)?;
    Ok(Json(OrganizationPublicKeyResponse {
        object: OrganizationPublicKeyObject::Tag,
        public_key: Some(key),
    }))
}

/// The same, for older clients.
#[utoipa::path(get, path = "/organizations/{id}/keys", tag = "organizations",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OrganizationPublicKeyResponse)))]
async fn public_key_old(
    state: State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<OrganizationPublicKeyResponse>, ApiError> {
    public_key(state, caller, path).await
}

/// Give the organization its keys.
#[utoipa::path(post, path = "/organizations/{id}/keys", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = OrganizationKeysRequest,
    responses((status = 200, body = OrganizationKeysResponse)))]
async fn set_keys(
    State(app): State<App>,
    Allowed(permit): Allowed<EditOrganization>,
    Body(request): Body<OrganizationKeysRequest>,
) -> Result<Json<OrganizationKeysResponse>, ApiError> {
    let (public, private) = (request.public_key, request.encrypted_private_key);
    app.set_organization_keys(permit, &public, &private).await?;
    Ok(Json(OrganizationKeysResponse {
        object: OrganizationKeysObject::Tag,
        public_key: public,
        private_key: private,
    }))
}
