//! Licences, as the cloud hands them out: to owners, and to the servers themselves.

use app::App;
use axum::{
    extract::{Query, State},
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use domain::authz::ManageLicense;
use serde::Deserialize;
use utoipa_axum::routes;

use crate::{Routes, error::ApiError, extract::Allowed};

pub fn routes() -> Routes {
    Routes::new().routes(routes!(download))
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

/// A licence is signed as it is written, so it goes out to the letter.
fn json(document: String) -> Response {
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], document).into_response()
}
