//! One button: sponsorships are synced, and the licence with them.

use domain::authz::{ManageLicense, Permit, SyncNow};
use uuid::Uuid;

use super::sync_sponsorships::{SyncError, Trigger};
use crate::App;

impl App {
    /// Syncs the sponsorships of an organization and fetches its licence; answers the id of the
    /// run, which says what became of both. The licence is fetched even when the sync failed.
    ///
    /// # Errors
    ///
    /// Why the sponsorships were not synced.
    pub async fn sync_now(
        &self,
        permit: Permit<SyncNow>,
        license: Permit<ManageLicense>,
    ) -> Result<Uuid, SyncError> {
        let synced = self.sync_sponsorships(permit, Trigger::Manual).await;
        let (outcome, error) = match self.sync_license(license).await {
            Ok(true) => ("updated", None),
            Ok(false) => ("unchanged", None),
            Err(error) => ("failed", Some(error.to_string())),
        };
        let run = synced?;
        let mut tx = self.db.write().await?;
        tx.note_license(run, outcome, error.as_deref()).await?;
        tx.commit().await?;
        Ok(run)
    }
}
