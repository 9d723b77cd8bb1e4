//! Tools of the portal.

use app::App;
use axum::{
    Json,
    extract::State,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::IntoResponse,
};
use domain::{admin::Act, id::Id};
use utoipa_axum::routes;
use wire::admin::installations::{GenerateLicenseRequest, SigningKeyResponse};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller},
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(signing_key, generate_license))
}

/// The key licences are signed with; refused on servers that sign none.
#[utoipa::path(get, path = "/tools/generatelicense", tag = "admin",
    responses((status = 200, body = SigningKeyResponse), (status = 400), (status = 401)))]
async fn signing_key(
    State(app): State<App>,
    _: OperatorCaller,
) -> Result<Json<SigningKeyResponse>, ApiError> {
    Ok(Json(SigningKeyResponse { key_id: app.ports.license_authority.key_id()? }))
}

/// A licence of an organization for an installation, as a file.
#[utoipa::path(post, path = "/tools/generatelicense", tag = "admin",
    request_body = GenerateLicenseRequest,
    responses((status = 200, body = Object), (status = 400), (status = 401), (status = 404)))]
async fn generate_license(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<GenerateLicenseRequest>,
) -> Result<impl IntoResponse, ApiError> {
    let permit = operator.permit(Id::new(request.organization_id))?;
    let installation = request.installation_id.to_string();
    let document = app.download_license(permit, &installation).await?;
    let server = app.find_installation(Id::new(request.installation_id)).await?.email;
    let deed = operator.by().did(Act::GenerateLicense).to(request.organization_id);
    app.note_deed(deed.making(format!("{server} ({installation})"))).await?;
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"license.json\""),
    ];
    Ok((headers, document))
}
