//! Self-hosted servers telling the cloud, and people asking how that goes.

use app::{
    App,
    sponsorships::{
        receive_sync::{LegacyReply, Peer},
        view_sync::NotedRun,
    },
};
use axum::{
    Json,
    extract::{Query, State},
    http::HeaderMap,
};
use chrono::DateTime;
use domain::{
    authz::{ManageLicense, SyncNow, ViewSync},
    id::Id,
    sponsorships::sync::Item,
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    list::ListResponse,
    object::{ListObject, SponsorshipSyncObject, SyncRunObject, SyncStatusObject},
    sponsorships::{
        runs::{RefusedItemResponse, SyncRunResponse, SyncStatusResponse},
        sync::{SyncAnswer, SyncItem, SyncRequest, SyncedItem},
        sync_v2::{SyncV2Answer, SyncV2Change, SyncV2Request, SyncV2Response, SyncV2Result},
    },
};

use crate::{
    Routes,
    error::{ApiError, Nobody, Unreadable},
    extract::{Allowed, Body, InstallationCaller},
};

pub(super) fn of_programs() -> Routes {
    Routes::new().routes(routes!(sync)).routes(routes!(sync_v2))
}

pub(super) fn of_both() -> Routes {
    Routes::new().routes(routes!(status))
}

pub(super) fn of_self_hosted() -> Routes {
    Routes::new().routes(routes!(sync_now)).routes(routes!(runs))
}

pub(super) fn of_the_cloud() -> Routes {
    Routes::new().routes(routes!(runs))
}

/// Who asks, if its token is for syncs.
fn peer<'a>(
    caller: &InstallationCaller,
    organization: Uuid,
    key: Option<&'a String>,
    headers: &HeaderMap,
) -> Result<Peer<'a>, ApiError> {
    if caller.scope != "api.installation" {
        return Err(Nobody.into());
    }
    let run = headers.get("x-correlation-id").and_then(|value| value.to_str().ok());
    Ok(Peer {
        installation: caller.id,
        organization: Id::new(organization),
        billing_sync_key: key.map(String::as_str).unwrap_or_default(),
        run: run.and_then(|text| Uuid::parse_str(text).ok()),
    })
}

/// Takes the sponsorships of a self-hosted server, by the first protocol.
#[utoipa::path(
    post, path = "/sync", tag = "sponsorships", request_body = SyncRequest,
    responses((status = 200, body = SyncAnswer))
)]
async fn sync(
    State(app): State<App>,
    caller: InstallationCaller,
    headers: HeaderMap,
    Body(request): Body<SyncRequest>,
) -> Result<Json<SyncAnswer>, ApiError> {
    let organization = request.sponsoring_organization_cloud_id;
    let peer = peer(&caller, organization, request.billing_sync_key.as_ref(), &headers)?;
    let batch = &request.sponsorships_batch;
    let items: Vec<Item> = batch.iter().map(|item| item.to_item(app.id::<Item>().uuid())).collect();
    let taken = app.receive_legacy_sync(peer, &items).await?;
    let answered = |reply: LegacyReply| {
        let item = batch.get(reply.place)?;
        Some(SyncedItem {
            item: SyncItem {
                last_sync_date: Some(app.now()),
                valid_until: reply.until,
                to_delete: reply.to_delete || (item.to_delete && reply.removed),
                is_admin_initiated: Some(item.is_admin_initiated.unwrap_or(false)),
                ..item.clone()
            },
            cloud_sponsorship_removed: reply.removed,
        })
    };
    Ok(Json(SyncAnswer { sponsorships_batch: taken.into_iter().filter_map(answered).collect() }))
}

/// Takes the sponsorships of a self-hosted server, by the second protocol.
#[utoipa::path(
    post, path = "/sync/v2", tag = "sponsorships", request_body = SyncV2Request,
    responses((status = 200, body = SyncV2Response))
)]
async fn sync_v2(
    State(app): State<App>,
    caller: InstallationCaller,
    headers: HeaderMap,
    Body(request): Body<SyncV2Request>,
) -> Result<Json<SyncV2Response>, ApiError> {
    let organization = request.sponsoring_organization_cloud_id;
    let peer = peer(&caller, organization, request.billing_sync_key.as_ref(), &headers)?;
    let items: Vec<Item> = request.items.iter().map(Item::from).collect();
    let reply = app.receive_sync(peer, request.request_id, request.cursor, &items).await?;
    let results = reply
        .results
        .into_iter()
        .map(|it| SyncV2Result {
            id: it.id,
            cloud_id: it.cloud_id,
            revision: it.revision,
            result: it.word,
            reason: it.code,
        })
        .collect();
    let changes = reply.changes.iter().map(SyncV2Change::from).collect();
    let answer = SyncV2Answer {
        results,
        changes,
        cursor: reply.cursor,
        more: reply.more,
        reset: reply.reset,
    };
    Ok(Json(SyncV2Response { object: SponsorshipSyncObject::Tag, answer }))
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
    let id = app.sync_now(permit, license).await?;
    // By its id: a change that was pushed meanwhile may have begun a newer run.
    let this = app.sync_run(&view, id).await?.ok_or(crate::error::NotFound)?;
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
        error: row.error,
        sent: row.sent,
        created: row.created,
        updated: row.updated,
        removed: row.removed,
        refused: row.refused,
        received: row.received,
        license_outcome: row.license_outcome,
        license_error: row.license_error,
        started_at: row.started_at,
        finished_at: row.finished_at,
        refused_items: refused
            .into_iter()
            .map(|it| RefusedItemResponse { sponsorship_id: it.sponsorship_id, reason: it.reason })
            .collect(),
    }
}
