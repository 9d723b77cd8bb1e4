//! Personal licences: handed out by the cloud, taken by self-hosted servers.

use app::{App, licensing::view_premium::PremiumView, ports::CloudScope};
use axum::{
    Json,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use utoipa_axum::routes;
use wire::{
    licensing::{PersonalLicenseFetchRequest, PersonalLicenseResponse, PremiumResponse},
    object::PremiumObject,
};

use super::{cloud_licenses::json, uploads::LicenseForm};
use crate::{
    Routes,
    error::{ApiError, Nobody},
    extract::{Body, Caller, InstallationCaller, PathIds},
};

pub fn of_the_cloud() -> Routes {
    Routes::new()
        .routes(routes!(download))
        .routes(routes!(fetch))
        .routes(routes!(fetch_by_get))
        .routes(routes!(subscription))
}

pub fn of_self_hosted() -> Routes {
    Routes::new().routes(routes!(add)).routes(routes!(update)).routes(routes!(licensed))
}

/// The caller's own licence.
#[utoipa::path(
    get, path = "/account/billing/vnext/license", responses((status = 200, body = Object)),
    tag = "licenses",
)]
async fn download(State(app): State<App>, caller: Caller) -> Result<Response, ApiError> {
    Ok(json(app.download_personal_license(caller.user()).await?))
}

/// The licence of a person, for a server that holds the key of the one before. Empty when there is no
/// such person.
#[utoipa::path(
    post, path = "/licenses/user/{id}", params(("id" = uuid::Uuid, Path)),
    request_body = PersonalLicenseFetchRequest,
    responses((status = 200, body = Object), (status = 204)), tag = "licenses",
)]
async fn fetch(
    State(app): State<App>,
    caller: InstallationCaller,
    path: PathIds,
    Body(request): Body<PersonalLicenseFetchRequest>,
) -> Result<Response, ApiError> {
    handed_over(&app, &caller, &path, &request.license_key).await
}

/// The key in the address, as other servers send it.
#[derive(Deserialize)]
struct InAddress {
    #[serde(default, alias = "Key")]
    key: String,
}

/// The same with the key in the address, as other servers ask.
#[utoipa::path(
    get, path = "/licenses/user/{id}",
    params(("id" = uuid::Uuid, Path), ("key" = String, Query)),
    responses((status = 200, body = Object), (status = 204)), tag = "licenses",
)]
async fn fetch_by_get(
    State(app): State<App>,
    caller: InstallationCaller,
    path: PathIds,
    Query(query): Query<InAddress>,
) -> Result<Response, ApiError> {
    handed_over(&app, &caller, &path, &query.key).await
}

async fn handed_over(
    app: &App,
    caller: &InstallationCaller,
    path: &PathIds,
    key: &str,
) -> Result<Response, ApiError> {
    if caller.scope != CloudScope::Licensing.name() {
        return Err(Nobody.into());
    }
    let document = app.hand_over_personal_license(caller.id, path.id("id")?, key).await?;
    Ok(document.map_or_else(|| StatusCode::NO_CONTENT.into_response(), json))
}

/// Opens premium features to the caller, by the first licence of theirs.
#[utoipa::path(
    post, path = "/account/billing/vnext/self-host/license", responses((status = 200)),
    tag = "licenses",
)]
async fn add(State(app): State<App>, caller: Caller, form: LicenseForm) -> Result<(), ApiError> {
    Ok(app.add_personal_license(caller.user(), &form.license()?).await?)
}

/// Applies another licence of the caller's.
#[utoipa::path(post, path = "/accounts/license", responses((status = 200)), tag = "licenses")]
async fn update(State(app): State<App>, caller: Caller, form: LicenseForm) -> Result<(), ApiError> {
    Ok(app.apply_personal_license(caller.user(), &form.license()?).await?)
}

/// What the caller has of premium features, by a licence.
#[utoipa::path(
    get, path = "/accounts/subscription", responses((status = 200, body = PremiumResponse)),
    tag = "licenses",
)]
async fn licensed(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<PremiumResponse>, ApiError> {
    Ok(Json(answer(app.premium(caller.user()).await?)))
}

/// What the caller has of premium features.
#[utoipa::path(
    get, path = "/account/billing/vnext/subscription",
    responses((status = 200, body = PremiumResponse)), tag = "licenses",
)]
async fn subscription(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<PremiumResponse>, ApiError> {
    Ok(Json(answer(app.premium(caller.user()).await?)))
}

fn answer(view: PremiumView) -> PremiumResponse {
    PremiumResponse {
        object: PremiumObject::Tag,
        premium: view.premium,
        storage_name: view.storage_gb.map(|_| "0 Bytes".to_owned()),
        storage_gb: view.storage_gb.map(|_| 0.0),
        max_storage_gb: view.storage_gb,
        expiration: view.expires_at,
        license: view.license.map(|license| PersonalLicenseResponse {
            name: license.name,
            email: license.email,
            trial: license.trial,
            issued: license.issued_at,
            refresh: license.refresh_at,
            expires: license.expires_at,
        }),
    }
}
