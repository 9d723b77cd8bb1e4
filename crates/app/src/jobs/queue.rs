//! How jobs are taken, run, retried and given up.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use store::{
    StoreError,
    jobs::{Ended, LeasedJob},
};
use uuid::Uuid;

use super::JobError;
use crate::App;

/// For how long a node holds a job without saying so again.
pub const LEASE: TimeDelta = TimeDelta::minutes(3);
/// How often a running job's lease is renewed: twice may fail before it runs out.
const RENEWAL: Duration = Duration::from_mins(1);
/// How often it is tried to note how a job ended, when the database is busy.
const SETTLING: u32 = 5;
/// How long it is waited in between.
const PAUSE: Duration = Duration::from_millis(500);
/// How often a job is tried before it is given up.
const TRIES: i64 = 10;

/// How long to wait after the `attempt`th failure, between 75 and 125 % of a time that doubles from
/// one minute to six hours: `chance` spreads what failed together.
pub fn backoff(attempt: i64, chance: u8) -> TimeDelta {
    let doublings = u32::try_from(attempt.clamp(1, 10) - 1).unwrap_or(0);
    let seconds = (60_i64 << doublings).min(6 * 60 * 60);
    TimeDelta::seconds(seconds * (192 + i64::from(chance) / 2) / 256)
}

impl App {
    /// Takes jobs that are due for `node`; the caller runs each with [`App::run_job`].
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn lease_jobs(
        &self,
        node: Uuid,
        at_most: usize,
    ) -> Result<Vec<LeasedJob>, StoreError> {
        let now = self.now();
        // Most of the time nothing is due, and looking does not keep writers waiting.
        if !self.db.read().await?.jobs_due(now).await? {
            return Ok(Vec::new());
        }
        let mut tx = self.db.write().await?;
        let jobs = tx.lease_jobs(node, at_most, now, now + LEASE).await?;
        tx.commit().await?;
        Ok(jobs)
    }

    /// Runs a job `node` holds, outside any transaction, and notes how it ended.
    ///
    /// # Errors
    ///
    /// When the database fails; the job is then taken over once its lease runs out.
    pub async fn run_job(&self, node: Uuid, job: LeasedJob) -> Result<(), StoreError> {
        let outcome = tokio::select! {
            outcome = self.caught(&job) => outcome,
            () = self.lease_lost(node, job.id) => {
                tracing::warn!(job.id = %job.id, job.kind, "a job was taken over by another node");
                return Ok(());
            }
        };
        // What was done should not be done again because the database was busy just then.
        let mut tries = 0;
        loop {
            match self.settle(node, &job, &outcome).await {
                Err(StoreError::Busy) if tries < SETTLING => tries += 1,
                settled => return settled,
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Takes at most `at_most` jobs that are due and runs them one after the other; answers how
    /// many those were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn run_due_jobs(&self, node: Uuid, at_most: usize) -> Result<usize, StoreError> {
        self.refresh_keys().await?;
        let mut ran = 0;
        while ran < at_most {
            let jobs = self.lease_jobs(node, 1).await?;
            if jobs.is_empty() {
                break;
            }
            for job in jobs {
                self.run_job(node, job).await?;
                ran += 1;
            }
        }
        Ok(ran)
    }

    /// The job in a task of its own, so that one that panics fails like any other.
    async fn caught(&self, job: &LeasedJob) -> Result<(), JobError> {
        let mut task = tokio::task::JoinSet::new();
        let (app, job) = (self.clone(), job.clone());
        task.spawn(async move { super::run(&app, &job).await });
        match task.join_next().await {
            Some(Ok(outcome)) => outcome,
            Some(Err(error)) => Err(JobError::Later(format!("the job broke off: {error}"))),
            None => Err(JobError::Later("the job did not start".to_owned())),
        }
    }

    /// Renews the lease, and comes back once it is lost: taken over by another node, or run out
    /// because the database did not answer for its whole length.
    async fn lease_lost(&self, node: Uuid, job: Uuid) {
        let mut held_until = self.now() + LEASE;
        loop {
            tokio::time::sleep(RENEWAL).await;
            let until = self.now() + LEASE;
            match self.renew(node, job, until).await {
                Ok(true) => held_until = until,
                Ok(false) => return,
                Err(_) if self.now() >= held_until => return,
                Err(error) => tracing::warn!(job.id = %job, %error, "a lease was not renewed"),
            }
        }
    }

    async fn renew(&self, node: Uuid, job: Uuid, until: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let held = tx.renew_job(job, node, until).await?;
        tx.commit().await?;
        Ok(held)
    }

    async fn settle(
        &self,
        node: Uuid,
        job: &LeasedJob,
        outcome: &Result<(), JobError>,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let (ended, error) = match outcome {
            Ok(()) => (Ended::Done, None),
            Err(JobError::Never(error)) => (Ended::GivenUp, Some(error.clone())),
            Err(error) if job.attempts >= TRIES => (Ended::GivenUp, Some(error.to_string())),
            Err(error) => return self.postpone(node, job, &error.to_string()).await,
        };
        if let Some(error) = &error {
            tracing::error!(job.id = %job.id, job.kind, error, "a job was given up");
        }
        let mut tx = self.db.write().await?;
        tx.finish_job(job.id, node, ended, error.as_deref(), now).await?;
        tx.commit().await
    }

    async fn postpone(&self, node: Uuid, job: &LeasedJob, error: &str) -> Result<(), StoreError> {
        tracing::warn!(job.id = %job.id, job.kind, error, "a job failed and will be tried again");
        let now = self.now();
        let run_at = now + backoff(job.attempts, self.chance());
        let mut tx = self.db.write().await?;
        match tx.postpone_job(job.id, node, error, run_at, now).await {
            // The same was asked for between the statement's look and its write.
            Err(StoreError::Duplicate) => {
                drop(tx);
                let mut tx = self.db.write().await?;
                tx.postpone_job(job.id, node, error, run_at, now).await?;
                tx.commit().await
            }
            Err(error) => Err(error),
            Ok(_) => tx.commit().await,
        }
    }

    /// One byte nobody can guess.
    pub(crate) fn chance(&self) -> u8 {
        let mut byte = [0];
        self.ports.random.fill(&mut byte);
        u8::from_le_bytes(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::backoff;

    #[test]
    fn tries_move_apart_up_to_six_hours() {
        let cases = [
            ("the first, early", 1, 0, 45),
            ("the first, late", 1, 255, 74),
            ("the second", 2, 128, 120),
            ("the ninth", 9, 128, 15_360),
            ("one long after", 90, 128, 21_600),
        ];
        for (case, attempt, chance, seconds) in cases {
            assert_eq!(backoff(attempt, chance).num_seconds(), seconds, "{case}");
        }
    }
}
