//! Every run of a sync, kept for those who want to know how it went.

use chrono::{DateTime, Utc};
use domain::{id::Id, organizations::Organization, sponsorships::Sponsorship};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    START = "
        INSERT INTO sync_runs
            (id, organization_id, node_id, trigger_kind, protocol, outcome, step, started_at,
             stepped_at)
        VALUES ($1, $2, $3, $4, $5, 'running', 'start', $6, $6)";

    RUNNING = "
        SELECT id FROM sync_runs
         WHERE organization_id = $1 AND outcome = 'running' AND stepped_at > $2
         ORDER BY stepped_at DESC
         LIMIT 1";

    CUT_OFF = "
        UPDATE sync_runs
           SET outcome = 'failed', error_code = 'interrupted', error = $1, finished_at = $2
         WHERE organization_id = $3 AND outcome = 'running' AND stepped_at <= $4";

    CUT_OFF_ON = "
        UPDATE sync_runs
           SET outcome = 'failed', error_code = 'interrupted', error = $1, finished_at = $2
         WHERE outcome = 'running' AND node_id = $3";

    STEP = "
        UPDATE sync_runs
           SET step = $1, protocol = $2, sent = $3, created = $4, updated = $5, removed = $6,
               refused = $7, received = $8, stepped_at = $9
         WHERE id = $10";

    FINISH = "
        UPDATE sync_runs
           SET outcome = $1, error_code = $2, error = $3, finished_at = $4
         WHERE id = $5";

    LICENSE = "UPDATE sync_runs SET license_outcome = $1, license_code = $2, license_error = $3
         WHERE id = $4";

    REFUSED = "
        INSERT INTO sync_run_items (run_id, sponsorship_id, result, reason)
        VALUES {rows}
        ON CONFLICT (run_id, sponsorship_id) DO NOTHING";

    RUNS = "
        SELECT id, installation_id, trigger_kind, protocol, outcome, step, error_code, error, sent,
               created, updated, removed, refused, received, license_outcome, license_code,
               license_error, started_at, finished_at
          FROM sync_runs
         WHERE organization_id = $1 AND (started_at, id) < ($2, $3)
         ORDER BY started_at DESC, id DESC
         LIMIT $4";

    RUN = "
        SELECT id, installation_id, trigger_kind, protocol, outcome, step, error_code, error, sent,
               created, updated, removed, refused, received, license_outcome, license_code,
               license_error, started_at, finished_at
          FROM sync_runs
         WHERE organization_id = $1 AND id = $2";

    REFUSED_OF = "
        SELECT run_id, sponsorship_id, reason FROM sync_run_items
         WHERE run_id IN ({list})
         ORDER BY run_id, sponsorship_id";

    PURGE = "DELETE FROM sync_runs WHERE started_at < $1";
}

/// What a run has done so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunTotals {
    /// Items sent.
    pub sent: i64,
    /// Offers the cloud made.
    pub created: i64,
    /// Sponsorships the cloud changed.
    pub updated: i64,
    /// Sponsorships that are gone.
    pub removed: i64,
    /// Items the cloud did not take.
    pub refused: i64,
    /// Changes the cloud told of.
    pub received: i64,
}

/// A run.
#[derive(Debug, Clone, FromRow)]
pub struct RunRow {
    /// Which; both sides know it by this.
    pub id: Uuid,
    /// On the cloud: who synced.
    pub installation_id: Option<Uuid>,
    /// What it was for: `change`, `daily`, `manual` or `peer`.
    pub trigger_kind: String,
    /// 1 or 2.
    pub protocol: i64,
    /// `running`, `succeeded` or `failed`.
    pub outcome: String,
    /// The last step it reached.
    pub step: String,
    /// Why it failed, as a code.
    pub error_code: Option<String>,
    /// Why it failed, in words.
    pub error: Option<String>,
    /// Items sent.
    pub sent: i64,
    /// Offers the cloud made.
    pub created: i64,
    /// Sponsorships the cloud changed.
    pub updated: i64,
    /// Sponsorships that are gone.
    pub removed: i64,
    /// Items the cloud did not take.
    pub refused: i64,
    /// Changes the cloud told of.
    pub received: i64,
    /// `unchanged`, `updated` or `failed`, when it also synced the licence.
    pub license_outcome: Option<String>,
    /// Why the licence was not synced, as a code.
    pub license_code: Option<String>,
    /// Why the licence was not synced, in words.
    pub license_error: Option<String>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
}

/// An item the cloud did not take.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct RefusedItem {
    /// In which run.
    pub run_id: Uuid,
    /// Which sponsorship.
    pub sponsorship_id: Uuid,
    /// Why, as a code.
    pub reason: String,
}

impl Tx {
    /// A run begins on `node`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn start_run(
        &mut self,
        run: Uuid,
        organization: Id<Organization>,
        node: Uuid,
        trigger: &str,
        protocol: i64,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(START, args![run, organization, node, trigger, protocol, now]).await
    }

    /// The run of `organization` that goes on now: it did something after `since`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn running_run(
        &mut self,
        organization: Id<Organization>,
        since: DateTime<Utc>,
    ) -> Result<Option<Uuid>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(RUNNING, args![organization, since]).await?;
        Ok(row.map(|(id,)| id))
    }

    /// The runs of `organization` that did nothing after `since` were cut off: the server stopped.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_silent_runs(
        &mut self,
        organization: Id<Organization>,
        words: &str,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(CUT_OFF, args![words, now, organization, since]).await
    }

    /// The runs `node` had in hand were cut off: it has started anew.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_runs_of_node(
        &mut self,
        node: Uuid,
        words: &str,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(CUT_OFF_ON, args![words, now, node]).await
    }

    /// A run has come as far as `step`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn step_run(
        &mut self,
        run: Uuid,
        step: &str,
        protocol: i64,
        totals: &RunTotals,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            step,
            protocol,
            totals.sent,
            totals.created,
            totals.updated,
            totals.removed,
            totals.refused,
            totals.received,
            now,
            run,
        ];
        self.change(STEP, args).await
    }

    /// A run is over: it succeeded, or failed with a code and words.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn finish_run(
        &mut self,
        run: Uuid,
        failure: Option<(&str, &str)>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let outcome = if failure.is_some() { "failed" } else { "succeeded" };
        let (code, words) = failure.unzip();
        self.change(FINISH, args![outcome, code, words, now, run]).await
    }

    /// What a run did for the licence; a failure has a code and words.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_license(
        &mut self,
        run: Uuid,
        outcome: &str,
        failure: Option<(&str, &str)>,
    ) -> Result<(), StoreError> {
        let (code, words) = failure.unzip();
        self.change(LICENSE, args![outcome, code, words, run]).await
    }

    /// Keeps which items of a run were not taken, and why.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn keep_refused(
        &mut self,
        run: Uuid,
        items: &[(Id<Sponsorship>, &str)],
    ) -> Result<(), StoreError> {
        if items.is_empty() {
            return Ok(());
        }
        let values: Vec<Arg<'_>> = items
            .iter()
            .flat_map(|(id, reason)| {
                [Arg::from(run), Arg::from(*id), Arg::from("refused"), Arg::from(*reason)]
            })
            .collect();
        self.execute_rows(REFUSED, 4, &values).await.map(drop)
    }

    /// The runs of `organization`, the newest first, before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_runs(
        &mut self,
        organization: Id<Organization>,
        before: Option<(DateTime<Utc>, Uuid)>,
        limit: i64,
    ) -> Result<Vec<RunRow>, StoreError> {
        let (at, id) = before.unwrap_or_else(crate::db::latest);
        self.all(RUNS, args![organization, at, id, limit]).await
    }

    /// A run of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_run(
        &mut self,
        organization: Id<Organization>,
        run: Uuid,
    ) -> Result<Option<RunRow>, StoreError> {
        self.optional(RUN, args![organization, run]).await
    }

    /// The items of these runs that were not taken.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn refused_items(&mut self, runs: &[Uuid]) -> Result<Vec<RefusedItem>, StoreError> {
        let list: Vec<Arg<'_>> = runs.iter().map(|id| Arg::from(*id)).collect();
        self.all_in(REFUSED_OF, &[], &list).await
    }

    /// Forgets runs that began before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_runs(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(PURGE, args![before]).await
    }
}
