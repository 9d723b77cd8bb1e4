//! The queue, run when the test says so.

use store::outbox::Job;
use uuid::Uuid;

use crate::TestServer;

/// More jobs than any test leaves behind: a job that enqueues itself for ever stops here.
const MANY: usize = 10_000;

impl TestServer {
    /// Runs everything that is due at the test's clock, until nothing is left; answers how many jobs
    /// those were.
    pub async fn run_jobs(&self) -> usize {
        let mut ran = 0;
        loop {
            match self.app.run_due_jobs(Uuid::from_u128(0x0de), 100).await.unwrap() {
                0 => return ran,
                more => ran += more,
            }
            assert!(ran < MANY, "jobs without end");
        }
    }

    /// Enqueues a job of that kind, which is about nothing in particular, and runs everything due.
    pub async fn run_job(&self, kind: &'static str) {
        let job = Job { kind, subject: None, payload: None, merge_key: None, run_at: None };
        let mut tx = self.app.db.write().await.unwrap();
        tx.enqueue(job, self.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        self.run_jobs().await;
    }

    /// Enqueues what recurs and is due at the test's clock, and runs it; answers how many schedules
    /// those were.
    pub async fn run_schedules(&self) -> usize {
        let due = self.app.run_due_schedules().await.unwrap();
        self.run_jobs().await;
        due
    }

    /// Ends the test: nothing is left to run at its clock, and no job was given up.
    pub async fn finish(&self) {
        self.run_jobs().await;
        let mut tx = self.app.db.read().await.unwrap();
        let failed = tx.unfinished_jobs(100).await.unwrap();
        let failed: Vec<_> = failed.iter().filter(|job| job.last_error.is_some()).collect();
        assert!(failed.is_empty(), "jobs failed: {failed:?}");
    }
}
