//! What proves one side of a sync to the other, as far as a sync needs it.

use chrono::{DateTime, Utc};
use domain::{id::Id, organizations::Organization};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    HASHES = "
        SELECT secret_hash, previous_hash, previous_expires_at
          FROM organization_api_keys
         WHERE organization_id = $1 AND kind = 1";

    USED = "
        UPDATE organization_api_keys SET last_used_at = $1, last_used_by = $2
         WHERE organization_id = $3 AND kind = 1";

    LINK = "
        SELECT enabled, sealed_token, cloud_organization_id
          FROM connections
         WHERE organization_id = $1 AND kind = 1";

    PEER_RUN = "
        INSERT INTO sync_runs
            (id, organization_id, installation_id, trigger_kind, protocol, outcome, step, sent,
             created, updated, removed, refused, received, started_at, finished_at)
        VALUES ($1, $2, $3, 'peer', $4, 'succeeded', 'answered', $5, $6, $7, $8, $9, $10, $11, $11)
        ON CONFLICT (id) DO UPDATE
           SET sent = sync_runs.sent + excluded.sent,
               created = sync_runs.created + excluded.created,
               updated = sync_runs.updated + excluded.updated,
               removed = sync_runs.removed + excluded.removed,
               refused = sync_runs.refused + excluded.refused,
               received = sync_runs.received + excluded.received,
               finished_at = excluded.finished_at
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

#[derive(FromRow)]
struct HashesRow {
    secret_hash: Vec<u8>,
    previous_hash: Option<Vec<u8>>,
    previous_expires_at: Option<DateTime<Utc>>,
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
    /// The hashes of the billing sync tokens that `organization` takes now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn billing_token_hashes(
        &mut self,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let row: Option<HashesRow> = self.optional(HASHES, args![organization]).await?;
        let Some(row) = row else { return Ok(Vec::new()) };
        let previous =
            row.previous_hash.filter(|_| row.previous_expires_at.is_some_and(|at| now < at));
        Ok(std::iter::once(row.secret_hash).chain(previous).collect())
    }

    /// Notes which installation used the billing sync token.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn billing_token_used(
        &mut self,
        organization: Id<Organization>,
        by: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(USED, args![now, by, organization]).await.map(drop)
    }

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
