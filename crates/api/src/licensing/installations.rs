//! Installations: anyone gets one, and only they have its key.

use app::{
    App,
    fault::{Fault, Kind},
};
use axum::{Json, extract::State};
use domain::{id::Id, licensing::Installation};
use utoipa_axum::routes;
use wire::{
    licensing::{
        InstallationKeyResponse, InstallationRequest, InstallationResponse,
        RotateInstallationKeyRequest,
    },
    object::{InstallationKeyObject, InstallationObject},
};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, InstallationCaller, PathIds},
    middleware::client_address::ClientAddress,
};

pub fn routes() -> Routes {
    Routes::new().routes(routes!(create)).routes(routes!(find)).routes(routes!(rotate))
}

/// Makes an installation. Its key is shown only now.
#[utoipa::path(
    post, path = "/installations", request_body = InstallationRequest,
    responses((status = 200, body = InstallationResponse)), tag = "installations",
)]
async fn create(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    Body(request): Body<InstallationRequest>,
) -> Result<Json<InstallationResponse>, ApiError> {
    app.count_installation(address).await?;
    let made = app.create_installation(&request.email, request.region.as_deref()).await?;
    Ok(Json(InstallationResponse {
        object: InstallationObject::Tag,
        id: made.id.uuid(),
        key: Some(made.key.reveal().to_owned()),
        enabled: true,
    }))
}

/// Whether an installation exists and may sign in.
#[utoipa::path(
    get, path = "/installations/{id}", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = InstallationResponse)), tag = "installations",
)]
async fn find(
    State(app): State<App>,
    path: PathIds,
) -> Result<Json<InstallationResponse>, ApiError> {
    let found = app.find_installation(path.id("id")?).await?;
    Ok(Json(InstallationResponse {
        object: InstallationObject::Tag,
        id: found.id().uuid(),
        key: None,
        enabled: found.enabled,
    }))
}

/// Gives an installation another key; the one before works for a day longer.
#[utoipa::path(
    post, path = "/installations/{id}/rotate", params(("id" = uuid::Uuid, Path)),
    request_body = RotateInstallationKeyRequest,
    responses((status = 200, body = InstallationKeyResponse)), tag = "installations",
)]
async fn rotate(
    State(app): State<App>,
    caller: InstallationCaller,
    path: PathIds,
    Body(request): Body<RotateInstallationKeyRequest>,
) -> Result<Json<InstallationKeyResponse>, ApiError> {
    let id: Id<Installation> = path.id("id")?;
    if id != caller.id {
        return Err(Another.into());
    }
    let rotated = app.rotate_installation_key(id, Some(&request.key)).await?;
    Ok(Json(InstallationKeyResponse {
        object: InstallationKeyObject::Tag,
        id: id.uuid(),
        key: rotated.key.reveal().to_owned(),
        previous_key_until: rotated.previous_until,
    }))
}

/// It is another installation's.
#[derive(Debug, thiserror::Error)]
#[error("Resource not found.")]
struct Another;

impl Fault for Another {
    fn kind(&self) -> Kind {
        Kind::NotFound
    }
}
