//! People asking how the syncs of an organization go.

use app::{
    App,
    sponsorships::{
        view_panel::{StepView, SyncPanel},
        view_sync::NotedRun,
    },
};
use axum::{
    Json,
    extract::{Query, State},
};
use chrono::DateTime;
use domain::authz::{ManageLicense, SyncNow, ViewSync};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    list::ListResponse,
    object::{ListObject, SyncPanelObject, SyncRunObject, SyncStatusObject},
    sponsorships::{
        panel::{SyncConnectionPart, SyncPanelResponse, SyncStepPart, SyncTokenPart},
        runs::{RefusedItemResponse, SyncRunResponse, SyncStatusResponse},
    },
};

use crate::{
    Routes,
    error::{ApiError, NotFound, Unreadable},
    extract::Allowed,
    words::said,
};

pub(super) fn of_both() -> Routes {
    Routes::new().routes(routes!(status)).routes(routes!(panel))
}

pub(super) fn of_self_hosted() -> Routes {
    Routes::new().routes(routes!(sync_now)).routes(routes!(runs))
}

pub(super) fn of_the_cloud() -> Routes {
    Routes::new().routes(routes!(runs))
}

/// When an organization last synced, and when it does next.
#[utoipa::path(
    get, path = "/{org_id}/sync-status", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200, body = SyncStatusResponse))
)]
async fn status(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewSync>,
) -> Result<Json<SyncStatusResponse>, ApiError> {
    let status = app.sync_status(&permit).await?;
    Ok(Json(SyncStatusResponse {
        object: SyncStatusObject::Tag,
        last_sync_date: status.cursor.last_success_at,
        last_success: status.cursor.last_success_at,
        last_try: status.cursor.last_try_at,
        next_run: status.next_run,
        pending: status.pending,
        failures: status.cursor.failures,
        failing_since: status.cursor.failing_since,
    }))
}

/// Everything there is to see of an organization's syncs.
#[utoipa::path(
    get, path = "/{org_id}/sync-panel", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200, body = SyncPanelResponse))
)]
async fn panel(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewSync>,
) -> Result<Json<SyncPanelResponse>, ApiError> {
    let panel = app.sync_panel(&permit).await?;
    Ok(Json(panel_response(&app, panel)))
}

/// Syncs an organization with its cloud organization now, and answers how that went.
#[utoipa::path(
    post, path = "/{org_id}/sync-now", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200, body = SyncRunResponse))
)]
async fn sync_now(
    State(app): State<App>,
    Allowed(view): Allowed<ViewSync>,
    Allowed(permit): Allowed<SyncNow>,
    Allowed(license): Allowed<ManageLicense>,
) -> Result<Json<SyncRunResponse>, ApiError> {
    let id = app.sync_now(permit, license).await?.sponsorships()?;
    // By its id: a change that was pushed meanwhile may have begun a newer run.
    let this = app.sync_run(&view, id).await?.ok_or(NotFound)?;
    Ok(Json(run(this)))
}

/// Where a page begins.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Place {
    /// How many; at most 100.
    page_size: Option<i64>,
    /// Where the page begins.
    continuation_token: Option<String>,
}

/// The syncs of an organization, the newest first.
#[utoipa::path(
    get, path = "/{org_id}/sync-runs", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), Place),
    responses((status = 200, body = ListResponse<SyncRunResponse>))
)]
async fn runs(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewSync>,
    Query(place): Query<Place>,
) -> Result<Json<ListResponse<SyncRunResponse>>, ApiError> {
    let before = match place.continuation_token.as_deref().and_then(|it| it.split_once('_')) {
        None => None,
        Some((at, id)) => {
            let at = at.parse().ok().and_then(DateTime::from_timestamp_micros);
            let wrong = || Unreadable("The continuation token is not one.".to_owned());
            Some(at.zip(Uuid::parse_str(id).ok()).ok_or_else(wrong)?)
        }
    };
    let page = app.sync_runs(&permit, before, place.page_size.unwrap_or(50)).await?;
    let token = page.next.map(|(at, id)| format!("{}_{id}", at.timestamp_micros()));
    let data = page.runs.into_iter().map(run).collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
}

/// Everything there is to see of syncs, as pages see it.
pub(crate) fn panel_response(app: &App, panel: SyncPanel) -> SyncPanelResponse {
    let connection = panel.connection.as_ref().zip(panel.link());
    let connection = connection.map(|(connection, link)| SyncConnectionPart {
        id: connection.id.uuid(),
        enabled: connection.enabled,
        cloud_organization_id: link.cloud_organization,
        automatic_license: link.automatic_license,
        last_license_sync: link.last_license_sync_at,
    });
    let now = app.now();
    SyncPanelResponse {
        object: SyncPanelObject::Tag,
        status: panel.light.word(),
        begins_here: panel.begins_here,
        last_success: panel.cursor.last_success_at,
        last_try: panel.cursor.last_try_at,
        next_run: panel.next_run,
        pending: panel.pending,
        failures: panel.cursor.failures,
        failing_since: panel.cursor.failing_since,
        running_run_id: panel.running,
        cloud_communication: app.settings.cloud_communication,
        connection,
        token: panel.token.map(|key| SyncTokenPart {
            last_four: key.last_four,
            revision_date: key.revised_at,
            previous_valid_until: key.previous.map(|(_, until)| until).filter(|it| now < *it),
            last_used_date: key.last_used_at,
            last_used_by: key.last_used_by,
        }),
        steps: panel.steps.into_iter().map(step).collect(),
        runs: panel.runs.into_iter().map(run).collect(),
    }
}

fn step(it: StepView) -> SyncStepPart {
    SyncStepPart {
        step: it.step,
        state: it.state,
        code: it.code,
        cause: it.cause.map(said),
        cure: it.cure.map(|cure| said(cure.to_owned())),
    }
}

/// A run, as pages see it.
pub(crate) fn run((row, refused): NotedRun) -> SyncRunResponse {
    SyncRunResponse {
        object: SyncRunObject::Tag,
        id: row.id,
        installation_id: row.installation_id,
        trigger: row.trigger_kind,
        protocol: row.protocol,
        outcome: row.outcome,
        step: row.step,
        error_code: row.error_code,
        error: row.error.map(said),
        sent: row.sent,
        created: row.created,
        updated: row.updated,
        removed: row.removed,
        refused: row.refused,
        received: row.received,
        license_outcome: row.license_outcome,
        license_code: row.license_code,
        license_error: row.license_error.map(said),
        started_at: row.started_at,
        finished_at: row.finished_at,
        refused_items: refused
            .into_iter()
            .map(|it| RefusedItemResponse { sponsorship_id: it.sponsorship_id, reason: it.reason })
            .collect(),
    }
}
