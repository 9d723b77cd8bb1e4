//! What a stop cut off is taken up as soon as the server starts anew, not once its time has run out.

use store::StoreError;

use crate::{App, sponsorships::sync_sponsorships::CUT_OFF};

impl App {
    /// Lets go of the jobs this node held when it stopped, and ends the syncs it had in hand. To be
    /// called before it takes up new ones.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_up_after_stop(&self) -> Result<(), StoreError> {
        let (node, now) = (self.settings.node, self.now());
        let mut tx = self.db.write().await?;
        let jobs = tx.let_go_of_jobs(node, now).await?;
        let syncs = tx.end_runs_of_node(node, CUT_OFF, now).await?;
        tx.commit().await?;
        if jobs + syncs > 0 {
            tracing::info!(jobs, syncs, "what the last stop cut off is taken up again");
        }
        Ok(())
    }
}
