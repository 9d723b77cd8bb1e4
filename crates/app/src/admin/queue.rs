//! The queue, for the operator.

use domain::{admin::Act, id::Id};
use store::{
    StoreError,
    jobs::{JobFilter, JobRow},
    outbox::Job,
};

use super::By;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why a job is not tried again.
#[derive(Debug, thiserror::Error)]
pub enum RetryJobError {
    /// There is none of that id that waits or was given up.
    #[error("There is no such job waiting or given up.")]
    NoSuchJob,
    /// The same work was asked for meanwhile.
    #[error("The same work is waiting already.")]
    WaitingAlready,
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for RetryJobError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Duplicate => Self::WaitingAlready,
            other => Self::Store(other),
        }
    }
}

impl Fault for RetryJobError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchJob => Kind::NotFound,
            Self::WaitingAlready => Kind::Conflict,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// The jobs that are not done, at most `at_most`, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_jobs(&self, at_most: i64) -> Result<Vec<JobRow>, StoreError> {
        self.db.read().await?.unfinished_jobs(at_most).await
    }

    /// A page of jobs, the newest first, and whether another one follows.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn search_jobs(
        &self,
        filter: &JobFilter,
        count: i64,
    ) -> Result<(Vec<JobRow>, bool), StoreError> {
        let count = count.clamp(1, 500);
        let mut found = self.db.read().await?.jobs_page(filter, count + 1).await?;
        let page = usize::try_from(count).unwrap_or(usize::MAX);
        let more = found.len() > page;
        found.truncate(page);
        Ok((found, more))
    }

    /// Takes a job out of the queue that waits or was given up. Work that recurs is asked for again
    /// at its time.
    ///
    /// # Errors
    ///
    /// When there is no such job.
    pub async fn cancel_job(&self, job: Id<Job>, by: &By) -> Result<(), RetryJobError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let kind = tx.cancel_job(job).await?.ok_or(RetryJobError::NoSuchJob)?;
        tx.note_deed(&by.did(Act::CancelJob).to(job.uuid()).called(kind), now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Lets a job that was given up, or waits for its next try, run now.
    ///
    /// # Errors
    ///
    /// When there is no such job, or the same work waits already.
    pub async fn retry_job(&self, job: Id<Job>, by: &By) -> Result<(), RetryJobError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        if !tx.retry_job(job, now).await? {
            return Err(RetryJobError::NoSuchJob);
        }
        tx.note_deed(&by.did(Act::RetryJob).to(job.uuid()), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
