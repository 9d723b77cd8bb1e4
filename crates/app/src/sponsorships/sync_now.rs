//! One button: sponsorships are synced, and the licence with them.

use domain::authz::{ManageLicense, Permit, SyncNow};
use store::StoreError;
use uuid::Uuid;

use super::sync_sponsorships::{SyncError, Trigger};
use crate::App;

impl App {
    /// Syncs the sponsorships of an organization and fetches its licence; answers the id of the
    /// run, which says what became of both. The licence is fetched even when the sync failed. A run
    /// that lasts goes on by itself, and so does one that began before: its id is answered at once.
    ///
    /// # Errors
    ///
    /// Why the sponsorships were not synced.
    pub async fn sync_now(
        &self,
        permit: Permit<SyncNow>,
        license: Permit<ManageLicense>,
    ) -> Result<Uuid, SyncError> {
        if let Some(running) = self.running_sync(permit.organization()).await? {
            return Ok(running);
        }
        let run = self.start_sync(&permit, Trigger::Manual).await?;
        let app = self.clone();
        let work = async move { app.sync_both(run, permit, license).await };
        #[expect(
            clippy::disallowed_methods,
            reason = "someone waits for it, and its run is noted: what a crash cuts off is seen, and \
                      asked for again"
        )]
        let mut working = tokio::spawn(work);
        tokio::select! {
            biased;
            outcome = &mut working => match outcome {
                Ok(outcome) => outcome.map(|()| run),
                Err(_) => Err(SyncError::Interrupted),
            },
            () = tokio::time::sleep(self.settings.answer_within) => Ok(run),
        }
    }

    async fn sync_both(
        &self,
        run: Uuid,
        permit: Permit<SyncNow>,
        license: Permit<ManageLicense>,
    ) -> Result<(), SyncError> {
        let synced = self.go_on_syncing(run, &permit, Trigger::Manual).await;
        let (outcome, error) = match self.sync_license(license).await {
            Ok(true) => ("updated", None),
            Ok(false) => ("unchanged", None),
            Err(error) => ("failed", Some(error.to_string())),
        };
        let noted = self.note_license_outcome(run, outcome, error.as_deref()).await;
        synced.and(noted.map_err(SyncError::from))
    }

    async fn note_license_outcome(
        &self,
        run: Uuid,
        outcome: &str,
        error: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        tx.note_license(run, outcome, error).await?;
        tx.commit().await
    }
}
