//! Sponsorships, told to the cloud.

use app::ports::{CloudError, CloudScope, LegacyAnswer, SyncAnswer, SyncBatch};
use domain::sponsorships::sync::{Item, Wanted};
use http::Method;
use serde_json::Value;
use uuid::Uuid;
use wire::sponsorships::{
    sync::{SyncAnswer as V1Answer, SyncItem, SyncRequest},
    sync_v2::{SyncV2Answer, SyncV2Item, SyncV2Request},
};

use super::{CloudClient, Transport, answers::json};

impl<T: Transport> CloudClient<T> {
    pub(super) async fn send_v2(&self, batch: SyncBatch) -> Result<SyncAnswer, CloudError> {
        let body = SyncV2Request {
            billing_sync_key: Some(batch.billing_sync_key),
            sponsoring_organization_cloud_id: batch.organization,
            request_id: batch.request,
            cursor: batch.cursor,
            items: batch.items.iter().map(SyncV2Item::from).collect(),
        };
        let text = self.sent("/organization/sponsorship/sync/v2", &body, batch.run).await?;
        let answer: SyncV2Answer = json(&text)?;
        Ok(SyncAnswer {
            results: answer.results.iter().map(|it| (it.into(), it.result.clone())).collect(),
            changes: answer.changes.iter().map(Into::into).collect(),
            cursor: answer.cursor,
            more: answer.more,
        })
    }

    pub(super) async fn send_v1(&self, batch: SyncBatch) -> Result<Vec<LegacyAnswer>, CloudError> {
        let body = SyncRequest {
            billing_sync_key: Some(batch.billing_sync_key),
            sponsoring_organization_cloud_id: batch.organization,
            sponsorships_batch: batch.items.iter().map(item).collect(),
        };
        let text = self.sent("/organization/sponsorship/sync", &body, batch.run).await?;
        // Some clouds begin names with a capital.
        let raw: Value = json(&text)?;
        let answer: V1Answer = wire::case::read(raw.to_string().as_bytes())
            .map_err(|error| CloudError::Unreadable(error.to_string()))?;
        Ok(answer
            .sponsorships_batch
            .into_iter()
            .map(|it| LegacyAnswer {
                member: it.item.sponsoring_organization_user_id,
                removed: it.cloud_sponsorship_removed,
                to_delete: it.item.to_delete,
                until: it.item.valid_until,
            })
            .collect())
    }

    async fn sent(
        &self,
        path: &str,
        body: &impl serde::Serialize,
        run: Uuid,
    ) -> Result<String, CloudError> {
        self.call_in_run(CloudScope::Installation, Method::POST, path, body, Some(run)).await
    }
}

/// An item for a cloud that knows sponsorships by who gives them.
fn item(item: &Item) -> SyncItem {
    SyncItem {
        id: Some(item.id.uuid()),
        sponsoring_organization_user_id: item.member.uuid(),
        friendly_name: item.recipient.friendly_name.clone(),
        offered_to_email: Some(item.recipient.email.clone()),
        plan_sponsorship_type: Some(0),
        last_sync_date: item.last_sync_at,
        valid_until: None,
        to_delete: matches!(item.wanted, Wanted::Removed(_)),
        is_admin_initiated: item.admin_initiated,
        notes: item.recipient.notes.clone(),
    }
}
