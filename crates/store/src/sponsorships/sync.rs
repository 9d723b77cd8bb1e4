//! What one side of a sync has not told the other.

use chrono::{DateTime, Utc};
use domain::{id::Id, organizations::Organization, sponsorships::Sponsorship};
use sqlx::FromRow;
use uuid::Uuid;

use super::{
    counts::{Counts, Difference},
    row::read,
};
use crate::db::{StoreError, Tx, args, statements};

statements! {
    UNSENT = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND unsent = TRUE AND revision > $2
         ORDER BY revision
         LIMIT $3";

    CHANGES = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND revision > $2 AND last_sync_at IS NOT NULL
         ORDER BY revision
         LIMIT $3";

    PENDING = "
        SELECT COUNT(*) FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND unsent = TRUE";

    /// The cloud has answered those that are refused.
    REFUSED = "
        SELECT state, admin_initiated, unsent, COUNT(*) AS held
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND refusal IS NOT NULL
           AND unsent = FALSE
         GROUP BY state, admin_initiated, unsent";

    RETRY_REFUSED = "
        UPDATE sponsorships SET unsent = TRUE
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND refusal IS NOT NULL
           AND unsent = FALSE";

    CURSOR = "
        SELECT cursor, failures, retry_at, failing_since, last_try_at, last_success_at,
               last_full_at
          FROM sync_cursors
         WHERE organization_id = $1";

    SAVE_CURSOR = "
        INSERT INTO sync_cursors
            (organization_id, cursor, failures, retry_at, failing_since, last_try_at,
             last_success_at, last_full_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (organization_id) DO UPDATE
           SET cursor = excluded.cursor, failures = excluded.failures,
               retry_at = excluded.retry_at, failing_since = excluded.failing_since,
               last_try_at = excluded.last_try_at, last_success_at = excluded.last_success_at,
               last_full_at = excluded.last_full_at";

    /// Enabled organizations with an enabled connection to their cloud.
    CONNECTED = "
        SELECT connections.organization_id
          FROM connections JOIN organizations ON organizations.id = connections.organization_id
         WHERE connections.kind = 1 AND connections.enabled = TRUE AND organizations.enabled = TRUE
         ORDER BY connections.organization_id";

    RECEIPT = "SELECT answer FROM sync_receipts WHERE organization_id = $1 AND request_id = $2";

    KEEP_RECEIPT = "
        INSERT INTO sync_receipts (organization_id, request_id, answer, created_at)
        VALUES ($1, $2, $3, $4)";

    PURGE_RECEIPTS = "DELETE FROM sync_receipts WHERE created_at < $1";
}

/// How far an organization's sync has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct CursorRow {
    /// The cloud's count of changes that was followed.
    pub cursor: i64,
    /// How often it failed in a row.
    pub failures: i64,
    /// When it is tried again after a failure.
    pub retry_at: Option<DateTime<Utc>>,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// When it was last tried.
    pub last_try_at: Option<DateTime<Utc>>,
    /// When it last succeeded.
    pub last_success_at: Option<DateTime<Utc>>,
    /// When everything was last compared.
    pub last_full_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Changes of `organization`'s sponsorships the cloud has not answered, the oldest first, after
    /// `after`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn unsent_sponsorships(
        &mut self,
        organization: Id<Organization>,
        after: i64,
        limit: i64,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        read(self.all(UNSENT, args![organization, after, limit]).await?)
    }

    /// Sponsorships of `organization` that a self-hosted server gives and that changed after `after`,
    /// the oldest change first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsorship_changes(
        &mut self,
        organization: Id<Organization>,
        after: i64,
        limit: i64,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        read(self.all(CHANGES, args![organization, after, limit]).await?)
    }

    /// How many changes the cloud has not answered.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn pending_sponsorships(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<i64, StoreError> {
        let (count,): (i64,) = self.one(PENDING, args![organization]).await?;
        Ok(count)
    }

    /// Lets what the cloud refused be sent again. Nobody else changes them meanwhile: the
    /// organization is held.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn retry_refused_sponsorships(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<u64, StoreError> {
        let refused: Vec<Counts> = self.all(REFUSED, args![organization]).await?;
        let mut difference = Difference::default();
        for sort in refused {
            difference.add(Counts { held: -sort.held, ..sort });
            difference.add(Counts { unsent: true, ..sort });
        }
        let retried = self.execute(RETRY_REFUSED, args![organization]).await?;
        self.recount(organization, difference).await?;
        Ok(retried)
    }

    /// How far the sync of `organization` has come.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_cursor(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<CursorRow, StoreError> {
        Ok(self.optional(CURSOR, args![organization]).await?.unwrap_or_default())
    }

    /// Remembers how far the sync of `organization` has come.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_sync_cursor(
        &mut self,
        organization: Id<Organization>,
        row: &CursorRow,
    ) -> Result<(), StoreError> {
        let args = args![
            organization,
            row.cursor,
            row.failures,
            row.retry_at,
            row.failing_since,
            row.last_try_at,
            row.last_success_at,
            row.last_full_at,
        ];
        self.change(SAVE_CURSOR, args).await
    }

    /// Enabled organizations that sync with a cloud organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn syncing_organizations(&mut self) -> Result<Vec<Id<Organization>>, StoreError> {
        let rows: Vec<(Uuid,)> = self.all(CONNECTED, &[]).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// The answer already given to this request.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_receipt(
        &mut self,
        organization: Id<Organization>,
        request: Uuid,
    ) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = self.optional(RECEIPT, args![organization, request]).await?;
        Ok(row.map(|(answer,)| answer))
    }

    /// Keeps the answer to a request, should it be made again.
    ///
    /// # Errors
    ///
    /// [`StoreError::Duplicate`] when it was answered meanwhile.
    pub async fn keep_sync_receipt(
        &mut self,
        organization: Id<Organization>,
        request: Uuid,
        answer: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(KEEP_RECEIPT, args![organization, request, answer, now]).await
    }

    /// Forgets answers given before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_sync_receipts(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(PURGE_RECEIPTS, args![before]).await
    }
}
