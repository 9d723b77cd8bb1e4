//! Forgets what nobody needs any more.

use chrono::TimeDelta;

use super::{JobError, Work};
use crate::App;

/// For how long jobs that are done are kept.
const JOBS: TimeDelta = TimeDelta::days(7);
/// For how long mails that are not waiting are kept.
const MAILS: TimeDelta = TimeDelta::days(30);

/// For how long a retired key for access tokens is kept. The longest of them last a day.
const ACCESS_KEYS: TimeDelta = TimeDelta::days(2);

/// Removes finished jobs, old mails and codes, sessions, counts of tries and access keys whose time
/// is over, events and operators' deeds past theirs, and what was in the trash long enough.
pub(super) async fn purge(app: &App, _: Work<'_>) -> Result<(), JobError> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let jobs = tx.purge_jobs(now - JOBS).await?;
    let mails = tx.purge_mails(now - MAILS).await?;
    tx.purge_operator_sessions(now).await?;
    tx.forget_sessions(now).await?;
    tx.forget_tries(now).await?;
    let keys = tx.remove_retired_keys("access", now - ACCESS_KEYS).await?;
    tx.forget_codes(now).await?;
    tx.commit().await?;
    if keys > 0 {
        app.keys.reload(&app.db).await.map_err(|error| JobError::Later(error.to_string()))?;
    }
    if let Some(days) = app.settings.event_days {
        let before = now - TimeDelta::days(i64::from(days));
        loop {
            let mut tx = app.db.write().await?;
            let forgotten = tx.forget_deeds(before).await? + tx.forget_events(before).await?;
            tx.commit().await?;
            if forgotten == 0 {
                break;
            }
        }
    }
    let items = app.empty_trash().await?;
    tracing::info!(jobs, mails, items, "removed what is no longer needed");
    Ok(())
}
