//! Self-hosted servers telling the cloud.

use app::{
    App,
    sponsorships::receive_sync::{LegacyReply, Peer},
};
use axum::{Json, extract::State, http::HeaderMap};
use domain::{id::Id, sponsorships::sync::Item};
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    object::SponsorshipSyncObject,
    sponsorships::{
        sync::{SyncAnswer, SyncItem, SyncRequest, SyncedItem},
        sync_v2::{SyncV2Answer, SyncV2Change, SyncV2Request, SyncV2Response, SyncV2Result},
    },
};

use crate::{
    Routes,
    error::{ApiError, Nobody},
    extract::{Body, InstallationCaller},
};

pub(super) fn of_programs() -> Routes {
    Routes::new().routes(routes!(sync)).routes(routes!(sync_v2))
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
