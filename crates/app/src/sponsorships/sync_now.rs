//! One button: sponsorships are synced, and the licence with them.

use domain::authz::{Permit, SyncNow};
use store::outbox::Job;
use uuid::Uuid;

use super::sync_sponsorships::{SyncError, Trigger};
use crate::App;

impl App {
    /// Syncs the sponsorships of an organization and asks for its licence to be refreshed; answers
    /// the id of the run.
    ///
    /// # Errors
    ///
    /// Why the sync failed. The licence is refreshed in any case.
    pub async fn sync_now(&self, permit: Permit<SyncNow>) -> Result<Uuid, SyncError> {
        let mut tx = self.db.write().await?;
        let refresh = Job::about("licensing.refresh", permit.organization().uuid());
        tx.enqueue(refresh.merged(), self.now()).await?;
        tx.commit().await?;
        self.sync_sponsorships(permit, Trigger::Manual).await
    }
}
