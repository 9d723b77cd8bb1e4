//! The servers that serve an organization.

use app::{App, licensing::connected_servers::LinkedInstallation};
use axum::{Json, extract::State};
use domain::{authz::ManageInstallations, licensing::ServerStanding};
use utoipa_axum::routes;
use wire::{licensing::ConnectedServerResponse, list::ListResponse, object::ConnectedServerObject};

use crate::{
    Routes,
    error::ApiError,
    extract::{Allowed, PathIds},
};

pub fn routes() -> Routes {
    Routes::new().routes(routes!(list)).routes(routes!(approve)).routes(routes!(remove))
}

/// The servers that serve an organization, approved, only seen, or removed.
#[utoipa::path(
    get, path = "/organizations/{id}/installations", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListResponse<ConnectedServerResponse>)), tag = "installations",
)]
async fn list(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageInstallations>,
) -> Result<Json<ListResponse<ConnectedServerResponse>>, ApiError> {
    let servers = app.connected_servers(&permit).await?;
    let data: Vec<_> = servers.iter().map(line).collect();
    Ok(Json(data.into()))
}

/// Approves a server that was seen or removed.
#[utoipa::path(
    post, path = "/organizations/{id}/installations/{installation_id}/approve",
    params(("id" = uuid::Uuid, Path), ("installation_id" = uuid::Uuid, Path)),
    responses((status = 200)), tag = "installations",
)]
async fn approve(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageInstallations>,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.approve_server(&permit, path.id("installation_id")?).await?)
}

/// Removes a server, which is not served before an owner approves it again.
#[utoipa::path(
    delete, path = "/organizations/{id}/installations/{installation_id}",
    params(("id" = uuid::Uuid, Path), ("installation_id" = uuid::Uuid, Path)),
    responses((status = 200)), tag = "installations",
)]
async fn remove(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageInstallations>,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.remove_server(&permit, path.id("installation_id")?).await?)
}

/// A server, as pages see it.
pub(crate) fn line(server: &LinkedInstallation) -> ConnectedServerResponse {
    ConnectedServerResponse {
        object: ConnectedServerObject::Tag,
        installation_id: server.id().uuid(),
        approved: server.standing() == ServerStanding::Approved,
        refused: server.standing() == ServerStanding::Refused,
        enabled: server.enabled,
        creation_date: server.created_at,
        last_sync_date: server.last_sync_at,
        last_activity_date: server.last_active_at,
    }
}
