//! Self-hosted servers, in the portal.

use app::{App, licensing::list_installations::InstallationFilter};
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{admin::Act, id::Id, licensing::Installation};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    admin::installations::{InstallationLine, NewInstallationRequest, NewKeyResponse},
    list::ListResponse,
    object::ListObject,
};

use super::page;
use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller, PathIds},
    roles::Elsewhere,
};

/// How many are on a page, unless the request says otherwise.
const USUAL: i64 = 50;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list, create))
        .routes(routes!(rotate))
        .routes(routes!(enable))
        .routes(routes!(disable))
}

/// Which are looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Sought {
    /// Part of the mail address.
    search: Option<String>,
    /// Only those that may sign in, or may not.
    enabled: Option<bool>,
    /// How many: 50 unless given, 200 at most.
    page_size: Option<i64>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

/// Installations, the newest first; none on a self-hosted server.
#[utoipa::path(get, path = "/installations", tag = "admin", params(Sought),
    responses((status = 200, body = ListResponse<InstallationLine>), (status = 400),
        (status = 401)))]
async fn list(
    State(app): State<App>,
    _: OperatorCaller,
    Query(sought): Query<Sought>,
) -> Result<Json<ListResponse<InstallationLine>>, ApiError> {
    let before = page::place(sought.continuation_token.as_deref())?;
    let email = sought.search.unwrap_or_default().trim().to_owned();
    let filter = InstallationFilter { email, enabled: sought.enabled, before };
    let count = sought.page_size.unwrap_or(USUAL);
    let (found, more) = app.search_installations(&filter, count).await?;
    let last = found.last().filter(|_| more);
    let token = last.map(|last| page::of_place(last.created_at, last.id));
    let now = app.now();
    let data = found.into_iter().map(|row| InstallationLine {
        id: row.id,
        email: row.email,
        enabled: row.enabled,
        organizations: row.organizations,
        creation_date: row.created_at,
        last_activity: row.last_active_at,
        previous_until: row.previous_expires_at.filter(|until| now < *until),
    });
    let data = data.collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
}

/// Refuses on servers that keep no installations.
fn kept_here(app: &App) -> Result<(), ApiError> {
    if app.settings.connects_to_cloud { Err(Elsewhere::Cloud.into()) } else { Ok(()) }
}

/// Makes an installation; its key is shown only now.
#[utoipa::path(post, path = "/installations", tag = "admin", request_body = NewInstallationRequest,
    responses((status = 200, body = NewKeyResponse), (status = 400), (status = 401)))]
async fn create(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<NewInstallationRequest>,
) -> Result<Json<NewKeyResponse>, ApiError> {
    kept_here(&app)?;
    let made = app.create_installation(&request.email, request.region.as_deref()).await?;
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
    kept_here(&app)?;
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
    kept_here(&app)?;
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
    kept_here(&app)?;
    let id: Id<Installation> = path.id("id")?;
    app.switch_installation(id, false).await?;
    app.note_deed(operator.by().did(Act::DisableInstallation).to(id.uuid())).await?;
    Ok(())
}
