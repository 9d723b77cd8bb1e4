//! How an organization's syncs go.

use chrono::{DateTime, Utc};
use domain::{
    authz::{Permit, ViewSync},
    id::Id,
    organizations::Organization,
};
pub use store::sponsorships::{RefusedItem, RunRow};
use store::{StoreError, Tx, sponsorships::CursorRow};
use uuid::Uuid;

use crate::App;

/// How an organization's syncs go.
#[derive(Debug, Clone)]
pub struct SyncStatus {
    /// How far it has come.
    pub cursor: CursorRow,
    /// How many changes the cloud has not answered.
    pub pending: i64,
    /// When it runs next by itself.
    pub next_run: Option<DateTime<Utc>>,
}

/// A run, with what was not taken.
pub type NotedRun = (RunRow, Vec<RefusedItem>);

/// Some runs, each with what was not taken, and where the next page begins.
#[derive(Debug)]
pub struct RunPage {
    /// The runs, the newest first.
    pub runs: Vec<NotedRun>,
    /// Before which the next page begins; none after the last.
    pub next: Option<(DateTime<Utc>, Uuid)>,
}

impl App {
    /// How the syncs of an organization go.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_status(&self, permit: &Permit<ViewSync>) -> Result<SyncStatus, StoreError> {
        let mut tx = self.db.read().await?;
        let organization = permit.organization();
        let cursor = tx.sync_cursor(organization).await?;
        let pending = tx.pending_sponsorships(organization).await?;
        let connected = tx.cloud_link(organization).await?.is_some_and(|link| link.enabled);
        let schedules = tx.schedules().await?;
        let daily = schedules.into_iter().find(|row| row.name == "sponsorships.reconcile");
        let daily = daily.map(|row| row.next_run_at);
        let next_run = match cursor.retry_at {
            _ if !connected => None,
            Some(retry_at) => Some(daily.map_or(retry_at, |daily| daily.min(retry_at))),
            None if pending > 0 => Some(self.now()),
            None => daily,
        };
        Ok(SyncStatus { cursor, pending, next_run })
    }

    /// A run of an organization, with what was not taken.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_run(
        &self,
        permit: &Permit<ViewSync>,
        run: Uuid,
    ) -> Result<Option<NotedRun>, StoreError> {
        let mut tx = self.db.read().await?;
        let Some(row) = tx.sync_run(permit.organization(), run).await? else { return Ok(None) };
        let refused = tx.refused_items(&[run]).await?;
        Ok(Some((row, refused)))
    }

    /// The runs of an organization, the newest first, a page at a time.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_runs(
        &self,
        permit: &Permit<ViewSync>,
        before: Option<(DateTime<Utc>, Uuid)>,
        limit: i64,
    ) -> Result<RunPage, StoreError> {
        let limit = limit.clamp(1, 100);
        let mut tx = self.db.read().await?;
        let runs = noted_runs(&mut tx, permit.organization(), before, limit).await?;
        let whole = i64::try_from(runs.len()).is_ok_and(|count| count == limit);
        let next = runs.last().filter(|_| whole).map(|(run, _)| (run.started_at, run.id));
        Ok(RunPage { runs, next })
    }
}

/// The runs of an organization before `before`, the newest first, each with what was not taken.
pub(crate) async fn noted_runs(
    tx: &mut Tx,
    organization: Id<Organization>,
    before: Option<(DateTime<Utc>, Uuid)>,
    limit: i64,
) -> Result<Vec<NotedRun>, StoreError> {
    let runs = tx.sync_runs(organization, before, limit).await?;
    let ids: Vec<Uuid> = runs.iter().map(|run| run.id).collect();
    let refused = tx.refused_items(&ids).await?;
    let with_items = |run: RunRow| {
        let of_it = refused.iter().filter(|item| item.run_id == run.id).cloned().collect();
        (run, of_it)
    };
    Ok(runs.into_iter().map(with_items).collect())
}
