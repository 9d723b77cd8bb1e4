//! Tells the cloud of changes, seconds after they were made.

use chrono::TimeDelta;
use domain::{authz::Permit, organizations::Organization};
use store::outbox::Job;

use super::{JobError, Work};
use crate::{App, sponsorships::sync_sponsorships::Trigger};

/// When it is looked again whether a sync still goes on.
const SOON: TimeDelta = TimeDelta::seconds(5);

/// Syncs an organization because something changed, unless the cloud asked to wait.
pub(super) async fn push_sponsorships(app: &App, work: Work<'_>) -> Result<(), JobError> {
    let organization = work.subject::<Organization>()?;
    let now = app.now();
    let mut tx = app.db.write().await?;
    let wait = tx.sync_cursor(organization).await?.retry_at.filter(|at| *at > now);
    // What goes on now carries it, or leaves it to this job: two at once would send everything twice.
    let running = app.running_sync(organization).await?;
    if let Some(retry_at) = wait.or_else(|| running.map(|_| now + SOON)) {
        let later = Job::about("sponsorships.push", organization.uuid());
        tx.enqueue(later.merged().not_before(retry_at), now).await?;
        tx.commit().await?;
        return Ok(());
    }
    // An organization that is not connected has nobody to tell.
    let linked = tx.cloud_link(organization).await?.is_some_and(|link| link.enabled);
    drop(tx);
    if linked && app.settings.cloud_communication {
        let permit = Permit::of_the_server("changes are pushed by a job", organization);
        // A failure is noted with the run, which has planned the next try itself.
        let _ = app.sync_sponsorships(permit, Trigger::Change).await;
    }
    Ok(())
}
