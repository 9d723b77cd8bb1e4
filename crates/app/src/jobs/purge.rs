//! Forgets what nobody needs any more.

use chrono::TimeDelta;

use super::{JobError, Work};
use crate::App;

/// For how long jobs that are done are kept.
const JOBS: TimeDelta = TimeDelta::days(7);
/// For how long mails that are not waiting are kept.
const MAILS: TimeDelta = TimeDelta::days(30);

/// Removes finished jobs and old mails.
pub(super) async fn purge(app: &App, _: Work<'_>) -> Result<(), JobError> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let jobs = tx.purge_jobs(now - JOBS).await?;
    let mails = tx.purge_mails(now - MAILS).await?;
    tx.commit().await?;
    tracing::info!(jobs, mails, "removed what is no longer needed");
    Ok(())
}
