//! Self-hosted servers, in the portal.

use app::App;
use axum::{Json, extract::State};
use domain::{admin::Act, id::Id, licensing::Installation};
use utoipa_axum::routes;
use wire::{
    admin::installations::{InstallationLine, NewInstallationRequest, NewKeyResponse},
    list::ListResponse,
};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller, PathIds},
};

/// How many are listed.
const MOST: i64 = 1000;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list, create))
        .routes(routes!(rotate))
        .routes(routes!(enable))
        .routes(routes!(disable))
}

/// The newest installations.
#[utoipa::path(get, path = "/installations", tag = "admin",
    responses((status = 200, body = ListResponse<InstallationLine>), (status = 401)))]
async fn list(
    State(app): State<App>,
    _: OperatorCaller,
) -> Result<Json<ListResponse<InstallationLine>>, ApiError> {
    let found = app.list_installations(MOST).await?;
    let lines: Vec<_> = found
        .into_iter()
        .map(|row| InstallationLine {
            id: row.id().uuid(),
            email: row.email,
            enabled: row.enabled,
            creation_date: row.created_at,
            last_activity: row.last_active_at,
        })
        .collect();
    Ok(Json(lines.into()))
}

/// Makes an installation; its key is shown only now.
#[utoipa::path(post, path = "/installations", tag = "admin", request_body = NewInstallationRequest,
    responses((status = 200, body = NewKeyResponse), (status = 400), (status = 401)))]
async fn create(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<NewInstallationRequest>,
) -> Result<Json<NewKeyResponse>, ApiError> {
    let made = app.create_installation(&request.email, None).await?;
    let id = made.id.uuid();
    let deed = operator.by().did(Act::CreateInstallation).to(id);
    app.note_deed(deed.called(request.email)).await?;
    let key = made.key.reveal().to_owned();
    Ok(Json(NewKeyResponse { id, key, previous_until: None }))
}

/// Gives an installation another key; the one before works for a day longer.
#[utoipa::path(post, path = "/installations/{id}/rotate", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = NewKeyResponse), (status = 401), (status = 404)))]
async fn rotate(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<Json<NewKeyResponse>, ApiError> {
    let id: Id<Installation> = path.id("id")?;
    let rotated = app.rotate_installation_key(id, None).await?;
    app.note_deed(operator.by().did(Act::RotateInstallation).to(id.uuid())).await?;
    Ok(Json(NewKeyResponse {
        id: id.uuid(),
        key: rotated.key.reveal().to_owned(),
        previous_until: Some(rotated.previous_until),
    }))
}

/// Lets an installation sign in again.
#[utoipa::path(post, path = "/installations/{id}/enable", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn enable(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    let id: Id<Installation> = path.id("id")?;
    app.switch_installation(id, true).await?;
    app.note_deed(operator.by().did(Act::EnableInstallation).to(id.uuid())).await?;
    Ok(())
}

/// Keeps an installation from signing in.
#[utoipa::path(post, path = "/installations/{id}/disable", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn disable(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    let id: Id<Installation> = path.id("id")?;
    app.switch_installation(id, false).await?;
    app.note_deed(operator.by().did(Act::DisableInstallation).to(id.uuid())).await?;
    Ok(())
}
