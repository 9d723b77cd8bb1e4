//! What proves one side of a sync to the other, as far as a sync needs it.

use chrono::{DateTime, Utc};
use domain::{id::Id, organizations::Organization};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    LINK = "
        SELECT enabled, sealed_token, cloud_organization_id
          FROM connections
         WHERE organization_id = $1 AND kind = 1";

    PEER_RUN = "
        INSERT INTO sync_runs
            (id, organization_id, installation_id, trigger_kind, protocol, outcome, step, sent,
             created, updated, removed, refused, received, started_at, stepped_at,
             finished_at)
        VALUES ($1, $2, $3, 'peer', $4, 'succeeded', 'answered', $5, $6, $7, $8, $9, $10, $11, $11,
                $11)
        ON CONFLICT (id) DO UPDATE
           SET sent = sync_runs.sent + excluded.sent,
               created = sync_runs.created + excluded.created,
               updated = sync_runs.updated + excluded.updated,
               removed = sync_runs.removed + excluded.removed,
               refused = sync_runs.refused + excluded.refused,
               received = sync_runs.received + excluded.received,
               stepped_at = excluded.stepped_at, finished_at = excluded.finished_at
         WHERE sync_runs.organization_id = excluded.organization_id";
}

/// How an organization reaches its cloud organization.
#[derive(Clone, FromRow)]
pub struct CloudLinkRow {
    /// Whether the connection is in use.
    pub enabled: bool,
    /// The billing sync token, sealed by the server.
    pub sealed_token: Option<String>,
    /// The organization there.
    pub cloud_organization_id: Option<Uuid>,
}

/// One request of a self-hosted server, as the cloud answered it.
#[derive(Debug, Clone, Copy)]
pub struct PeerRun {
    /// What both sides know the run by.
    pub run: Uuid,
    /// Who asked.
    pub installation: Uuid,
    /// 1 or 2.
    pub protocol: i64,
    /// What became of the items.
    pub totals: super::RunTotals,
}

impl Tx {
    /// How `organization` reaches its cloud organization, if it was set up.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn cloud_link(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Option<CloudLinkRow>, StoreError> {
        self.optional(LINK, args![organization]).await
    }

    /// Notes a request of a self-hosted server; those of one run add up.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_peer_run(
        &mut self,
        organization: Id<Organization>,
        peer: PeerRun,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let totals = peer.totals;
        let args = args![
            peer.run,
            organization,
            peer.installation,
            peer.protocol,
            totals.sent,
            totals.created,
            totals.updated,
            totals.removed,
            totals.refused,
            totals.received,
            now,
        ];
        Ok(self.execute(PEER_RUN, args).await? == 1)
    }
}
