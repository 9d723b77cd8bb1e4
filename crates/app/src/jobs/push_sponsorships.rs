//! Tells the cloud of changes, seconds after they were made.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    authz::{Permit, SyncNow},
    id::Id,
    organizations::Organization,
};
use store::outbox::Job;

use super::{JobError, Work};
use crate::{
    App,
    sponsorships::sync_sponsorships::{SyncError, Trigger},
};

/// The job's word.
const PUSH: &str = "sponsorships.push";

/// When it is looked again whether a sync still goes on.
const SOON: TimeDelta = TimeDelta::seconds(5);

/// Syncs an organization because something changed, unless the cloud asked to wait.
pub(super) async fn push_sponsorships(app: &App, work: Work<'_>) -> Result<(), JobError> {
    let organization = work.subject::<Organization>()?;
    let mut tx = app.db.read().await?;
    let wait = tx.sync_cursor(organization).await?.retry_at.filter(|at| *at > app.now());
    // An organization that is not connected has nobody to tell.
    let linked = tx.cloud_link(organization).await?.is_some_and(|link| link.enabled);
    drop(tx);
    if let Some(retry_at) = wait {
        return again(app, PUSH, organization, retry_at).await;
    }
    if linked && app.settings.cloud_communication {
        let permit = Permit::of_the_server("changes are pushed by a job", organization);
        return sync_or_wait(app, PUSH, permit, Trigger::Change).await;
    }
    Ok(())
}

/// Syncs; while another sync goes on, the `job` waits for its end: what it is for may have been
/// passed by.
pub(super) async fn sync_or_wait(
    app: &App,
    job: &'static str,
    permit: Permit<SyncNow>,
    trigger: Trigger,
) -> Result<(), JobError> {
    let organization = permit.organization();
    match app.sync_sponsorships(permit, trigger).await {
        Err(SyncError::GoesOn(_)) => again(app, job, organization, app.now() + SOON).await,
        // A failure is noted with the run, which has planned the next try itself.
        _ => Ok(()),
    }
}

async fn again(
    app: &App,
    job: &'static str,
    organization: Id<Organization>,
    at: DateTime<Utc>,
) -> Result<(), JobError> {
    let mut tx = app.db.write().await?;
    let job = Job::about(job, organization.uuid());
    tx.enqueue(job.merged().not_before(at), app.now()).await?;
    Ok(tx.commit().await?)
}
