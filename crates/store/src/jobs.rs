//! The queue: jobs on their way from waiting to done.

use chrono::{DateTime, Utc};
use domain::id::Id;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    db::{StoreError, Tx, args, statements},
    outbox::Job,
};

statements! {
    DUE = "
        SELECT id FROM jobs WHERE state = 0 AND run_at <= $1
        UNION ALL
        SELECT id FROM jobs WHERE state = 1 AND leased_until < $1
         LIMIT 1";

    /// The outer conditions repeat the inner ones: of two nodes that found the same row, the second
    /// finds it leased when its turn comes.
    LEASE = "
        UPDATE jobs
           SET state = 1, attempts = attempts + 1, leased_by = $1, leased_until = $2
         WHERE id IN (
                   SELECT id FROM (
                       SELECT id FROM jobs WHERE state = 0 AND run_at <= $3
                        ORDER BY run_at LIMIT $4) AS waiting
                   UNION ALL
                   SELECT id FROM (
                       SELECT id FROM jobs WHERE state = 1 AND leased_until < $3
                        ORDER BY leased_until LIMIT $4) AS abandoned)
           AND ((state = 0 AND run_at <= $3) OR (state = 1 AND leased_until < $3))
        RETURNING id, kind, subject, payload, attempts, run_at";

    RENEW = "
        UPDATE jobs SET leased_until = $1 WHERE id = $2 AND state = 1 AND leased_by = $3";

    /// Whoever looks next takes them over.
    LET_GO = "UPDATE jobs SET leased_until = $1 WHERE state = 1 AND leased_by = $2";

    FINISH = "
        UPDATE jobs
           SET state = $1, finished_at = $2, last_error = $3, leased_by = NULL, leased_until = NULL
         WHERE id = $4 AND state = 1 AND leased_by = $5";

    /// A job that was asked for again while it ran does not wait a second time beside the new one.
    POSTPONE = "
        UPDATE jobs
           SET state = CASE WHEN EXISTS (
                       SELECT 1 FROM jobs AS newer
                        WHERE newer.merge_key = jobs.merge_key AND newer.state = 0)
                   THEN 2 ELSE 0 END,
               finished_at = $1, run_at = $2, last_error = $3, leased_by = NULL, leased_until = NULL
         WHERE id = $4 AND state = 1 AND leased_by = $5";

    PURGE = "DELETE FROM jobs WHERE state = 2 AND finished_at < $1";

    LIST = "
        SELECT id, kind, subject, state, attempts, run_at, last_error, created_at, finished_at
          FROM jobs
         WHERE state <> 2
         ORDER BY created_at DESC, id DESC
         LIMIT $1";

    PAGE_NOT_DONE = "
        SELECT id, kind, subject, state, attempts, run_at, last_error, created_at, finished_at
          FROM jobs
         WHERE state <> 2 AND (created_at, id) < ($1, $2)
           AND (CAST($3 AS TEXT) IS NULL OR kind = $3)
         ORDER BY created_at DESC, id DESC
         LIMIT $4";

    PAGE_OF_STATE = "
        SELECT id, kind, subject, state, attempts, run_at, last_error, created_at, finished_at
          FROM jobs
         WHERE state = $1 AND (created_at, id) < ($2, $3)
           AND (CAST($4 AS TEXT) IS NULL OR kind = $4)
         ORDER BY created_at DESC, id DESC
         LIMIT $5";

    FAILED_ANOTHER = "
        SELECT id FROM jobs
         WHERE state = 0 AND kind = $1 AND attempts > 0 AND id <> $2
         LIMIT 1";

    CANCEL = "DELETE FROM jobs WHERE id = $1 AND state IN (0, 3) RETURNING kind";

    LATE = "
        SELECT MIN(run_at) AS since, COUNT(*) AS jobs
          FROM jobs
         WHERE state = 0 AND run_at < $1";

    COUNTS = "
        SELECT CAST(COALESCE(SUM(CASE WHEN state = 0 THEN 1 ELSE 0 END), 0) AS BIGINT) AS waiting,
               CAST(COALESCE(SUM(CASE WHEN state = 1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS running,
               CAST(COALESCE(SUM(CASE WHEN state = 3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS given_up
          FROM jobs
         WHERE state <> 2";

    REVIVE = "
        UPDATE jobs
           SET state = 0, attempts = 0, run_at = $1, finished_at = NULL
         WHERE id = $2 AND state = 3";

    HURRY = "UPDATE jobs SET run_at = $1 WHERE id = $2 AND state = 0";
}

/// A job this node holds.
#[derive(Debug, Clone, FromRow)]
pub struct LeasedJob {
    /// Which.
    pub id: Uuid,
    /// The word the queue knows it by.
    pub kind: String,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// What else it must know, as JSON.
    pub payload: Option<String>,
    /// Which try this is; the first is 1.
    pub attempts: i64,
    /// When it was due.
    pub run_at: DateTime<Utc>,
}

/// A job, as operators see it.
#[derive(Debug, Clone, FromRow)]
pub struct JobRow {
    /// Which.
    pub id: Uuid,
    /// The word the queue knows it by.
    pub kind: String,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// 0 waiting, 1 running, 2 done, 3 given up.
    pub state: i64,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is due.
    pub run_at: DateTime<Utc>,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When it was done or given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// Which jobs are listed.
#[derive(Debug, Clone, Default)]
pub struct JobFilter {
    /// Only those in this state; none is all that are not done.
    pub state: Option<JobState>,
    /// Only those of this kind.
    pub kind: Option<String>,
    /// Before this one.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// It waits for its time.
    Waiting,
    /// A node runs it.
    Running,
    /// It is done.
    Done,
    /// It failed too often.
    GivenUp,
}

impl JobState {
    /// Every one.
    pub const ALL: &[Self] = &[Self::Waiting, Self::Running, Self::Done, Self::GivenUp];

    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::GivenUp => "givenUp",
        }
    }

    const fn number(self) -> i64 {
        match self {
            Self::Waiting => 0,
            Self::Running => 1,
            Self::Done => 2,
            Self::GivenUp => 3,
        }
    }
}

/// Work that should have begun long ago.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct LateJobs {
    /// Since when the first of it waits.
    pub since: Option<DateTime<Utc>>,
    /// How many jobs those are.
    pub jobs: i64,
}

impl JobRow {
    /// Its state in a word.
    pub fn state_name(&self) -> &'static str {
        let named = JobState::ALL.iter().find(|state| state.number() == self.state);
        named.unwrap_or(&JobState::GivenUp).word()
    }
}

/// How many jobs there are that are not done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct JobCounts {
    /// Waiting for their turn or their next try.
    pub waiting: i64,
    /// Running on some node.
    pub running: i64,
    /// Given up; an operator can try them again.
    pub given_up: i64,
}

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It did its work.
    Done,
    /// It never will.
    GivenUp,
}

impl Tx {
    /// Jobs, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn jobs_page(
        &mut self,
        filter: &JobFilter,
        at_most: i64,
    ) -> Result<Vec<JobRow>, StoreError> {
        let (at, id) = filter.before.unwrap_or_else(crate::db::latest);
        let Some(state) = filter.state else {
            return self.all(PAGE_NOT_DONE, args![at, id, &filter.kind, at_most]).await;
        };
        let args = args![state.number(), at, id, &filter.kind, at_most];
        self.all(PAGE_OF_STATE, args).await
    }

    /// Takes a job out of the queue that waits or was given up; answers its kind.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn cancel_job(&mut self, job: Id<Job>) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = self.optional(CANCEL, args![job]).await?;
        Ok(row.map(|(kind,)| kind))
    }

    /// Whether a job of that kind, other than `job`, failed and waits for its next try.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn failed_another(&mut self, kind: &str, job: Uuid) -> Result<bool, StoreError> {
        let row: Option<(Uuid,)> = self.optional(FAILED_ANOTHER, args![kind, job]).await?;
        Ok(row.is_some())
    }

    /// The work that was due before `before` and has not begun.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn late_jobs(&mut self, before: DateTime<Utc>) -> Result<LateJobs, StoreError> {
        self.one(LATE, args![before]).await
    }

    /// Whether any job is due; much cheaper than trying to lease one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn jobs_due(&mut self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let row: Option<(Uuid,)> = self.optional(DUE, args![now]).await?;
        Ok(row.is_some())
    }

    /// Takes jobs that are due, or whose holder let its lease run out, for `node` alone, until
    /// `until`; the longest waiting first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn lease_jobs(
        &mut self,
        node: Uuid,
        at_most: usize,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Vec<LeasedJob>, StoreError> {
        let limit = i64::try_from(at_most).unwrap_or(i64::MAX);
        let mut jobs: Vec<LeasedJob> = self.all(LEASE, args![node, until, now, limit]).await?;
        jobs.sort_by_key(|job| (job.run_at, job.id));
        Ok(jobs)
    }

    /// Holds a job until `until`; `false` when another node has taken it over.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn renew_job(
        &mut self,
        job: Uuid,
        node: Uuid,
        until: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(RENEW, args![until, job, node]).await? == 1)
    }

    /// Lets go of the jobs `node` holds from before it started anew; answers how many those were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn let_go_of_jobs(
        &mut self,
        node: Uuid,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(LET_GO, args![now, node]).await
    }

    /// Ends a job; `false` when another node has taken it over.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn finish_job(
        &mut self,
        job: Uuid,
        node: Uuid,
        ended: Ended,
        error: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let state = match ended {
            Ended::Done => 2,
            Ended::GivenUp => 3,
        };
        Ok(self.execute(FINISH, args![state, now, error, job, node]).await? == 1)
    }

    /// Lets a job wait until `run_at` for its next try; `false` when another node has taken it over.
    ///
    /// # Errors
    ///
    /// When the database fails; [`StoreError::Duplicate`] when the same was asked for meanwhile, in
    /// which case a second call ends it in favour of the new one.
    pub async fn postpone_job(
        &mut self,
        job: Uuid,
        node: Uuid,
        error: &str,
        run_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(POSTPONE, args![now, run_at, error, job, node]).await? == 1)
    }

    /// Forgets jobs done before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_jobs(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(PURGE, args![before]).await
    }

    /// The jobs that are not done, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn unfinished_jobs(&mut self, at_most: i64) -> Result<Vec<JobRow>, StoreError> {
        self.all(LIST, args![at_most]).await
    }

    /// How many jobs there are that are not done.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn job_counts(&mut self) -> Result<JobCounts, StoreError> {
        self.one(COUNTS, &[]).await
    }

    /// Lets a job that was given up, or waits for its next try, run now; `false` when there is no
    /// such job.
    ///
    /// # Errors
    ///
    /// When the database fails; [`StoreError::Duplicate`] when the same work waits already.
    pub async fn retry_job(
        &mut self,
        job: Id<Job>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(REVIVE, args![now, job]).await? == 1
            || self.execute(HURRY, args![now, job]).await? == 1)
    }
}
