//! Once a day, every connected organization compares everything with its cloud organization.

use chrono::TimeDelta;
use domain::{authz::Permit, organizations::Organization};
use store::outbox::Job;

use super::{JobError, Work, push_sponsorships::sync_or_wait};
use crate::{App, sponsorships::sync_sponsorships::Trigger};

/// The word of the job that compares one organization.
const COMPARE: &str = "sponsorships.compare";

/// Over how many seconds the organizations of a server are spread.
const SPREAD: u128 = 3_600;

/// Plans a comparison for each connected organization, spread over an hour.
pub(super) async fn reconcile_sponsorships(app: &App, _: Work<'_>) -> Result<(), JobError> {
    if !app.settings.cloud_communication {
        return Ok(());
    }
    let now = app.now();
    let mut tx = app.db.write().await?;
    let jobs: Vec<Job> = tx
        .syncing_organizations()
        .await?
        .into_iter()
        .map(|organization| {
            let second = i64::try_from(organization.uuid().as_u128() % SPREAD).unwrap_or(0);
            let job = Job::about(COMPARE, organization.uuid()).merged();
            job.not_before(now + TimeDelta::seconds(second))
        })
        .collect();
    tx.enqueue_all(&jobs, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Compares everything of one organization.
pub(super) async fn compare_sponsorships(app: &App, work: Work<'_>) -> Result<(), JobError> {
    let organization = work.subject::<Organization>()?;
    let permit = Permit::of_the_server("everything is compared once a day", organization);
    sync_or_wait(app, COMPARE, permit, Trigger::Daily).await
}
