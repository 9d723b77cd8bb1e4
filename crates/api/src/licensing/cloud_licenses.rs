//! Licences, as the cloud hands them out: to owners, and to the servers themselves.

use app::{App, ports::CloudScope};
use axum::{
    extract::{Query, State},
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use domain::authz::ManageLicense;
use serde::Deserialize;
use utoipa_axum::routes;
use wire::licensing::LicenseFetchRequest;

use crate::{
    Routes,
    error::{ApiError, Nobody},
    extract::{Allowed, Body, InstallationCaller, PathIds},
};

pub fn routes() -> Routes {
    Routes::new().routes(routes!(download)).routes(routes!(fetch)).routes(routes!(fetch_by_get))
}

/// Which server the licence is for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct For {
    #[serde(default, alias = "InstallationId")]
    installation_id: String,
}

/// The licence of an organization, for the server with that installation id.
#[utoipa::path(
    get, path = "/organizations/{id}/license",
    params(("id" = uuid::Uuid, Path), ("installationId" = String, Query)),
    responses((status = 200, body = Object)), tag = "licenses",
)]
async fn download(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageLicense>,
    Query(query): Query<For>,
) -> Result<Response, ApiError> {
    Ok(json(app.download_license(permit, &query.installation_id).await?))
}

/// The licence of an organization, for a server that holds its licence key and billing sync token.
#[utoipa::path(
    post, path = "/licenses/organization/{id}", params(("id" = uuid::Uuid, Path)),
    request_body = LicenseFetchRequest, responses((status = 200, body = Object)), tag = "licenses",
)]
async fn fetch(
    State(app): State<App>,
    caller: InstallationCaller,
    path: PathIds,
    Body(request): Body<LicenseFetchRequest>,
) -> Result<Response, ApiError> {
    if caller.scope != CloudScope::Licensing.name() {
        return Err(Nobody.into());
    }
    let (key, token) = (&request.license_key, &request.billing_sync_key);
    Ok(json(app.hand_over_license(caller.id, path.id("id")?, key, token).await?))
}

/// The same with the body of a GET, as older servers ask.
#[utoipa::path(
    get, path = "/licenses/organization/{id}", params(("id" = uuid::Uuid, Path)),
    request_body = LicenseFetchRequest, responses((status = 200, body = Object)), tag = "licenses",
)]
async fn fetch_by_get(
    app: State<App>,
    caller: InstallationCaller,
    path: PathIds,
    body: Body<LicenseFetchRequest>,
) -> Result<Response, ApiError> {
    fetch(app, caller, path, body).await
}

/// A licence is signed as it is written, so it goes out to the letter.
pub(super) fn json(document: String) -> Response {
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], document).into_response()
}
