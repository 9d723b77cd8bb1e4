use std::collections::HashSet;

use chrono::TimeDelta;
use testkit::TestServer;
use testkit::store::{
    jobs::{Ended, JobCounts},
    outbox::Job,
};
use uuid::Uuid;

const ONE: Uuid = Uuid::from_u128(1);
const TWO: Uuid = Uuid::from_u128(2);

/// Jobs of a kind no server knows, each about a subject of its own.
async fn enqueue(server: &TestServer, count: u128) {
    let now = server.app.now();
    let jobs: Vec<Job> =
        (1..=count).map(|n| Job::about("test.unknown", Uuid::from_u128(n))).collect();
    let mut tx = server.app.db.write().await.unwrap();
    tx.enqueue_all(&jobs, now).await.unwrap();
    tx.commit().await.unwrap();
}

async fn counts(server: &TestServer) -> JobCounts {
    server.app.db.read().await.unwrap().job_counts().await.unwrap()
}

testkit::db_test! {
    async fn nodes_at_one_queue_never_take_the_same_job(engine) {
        let server = TestServer::cloud(engine).await;
        enqueue(&server, 60).await;
        let mut nodes = tokio::task::JoinSet::new();
        for node in 1..=4_u128 {
            let app = server.app.clone();
            nodes.spawn(async move {
                let mut taken = Vec::new();
                loop {
                    let jobs = app.lease_jobs(Uuid::from_u128(node), 7).await.unwrap();
                    if jobs.is_empty() {
                        return taken;
                    }
                    taken.extend(jobs.into_iter().map(|job| job.id));
                    tokio::task::yield_now().await;
                }
            });
        }
        let taken: Vec<Uuid> = nodes.join_all().await.into_iter().flatten().collect();
        let distinct: HashSet<Uuid> = taken.iter().copied().collect();
        assert_eq!((taken.len(), distinct.len()), (60, 60));
    }

    async fn a_lease_that_ran_out_is_taken_over_and_its_holder_finds_out(engine) {
        let server = TestServer::cloud(engine).await;
        enqueue(&server, 1).await;
        let first = server.app.lease_jobs(ONE, 10).await.unwrap();
        assert_eq!((first.len(), first[0].attempts), (1, 1));
        server.clock.advance(app::jobs::LEASE);
        assert!(server.app.lease_jobs(TWO, 10).await.unwrap().is_empty(), "still held");

        server.clock.advance(TimeDelta::seconds(1));
        let second = server.app.lease_jobs(TWO, 10).await.unwrap();
        assert_eq!((second[0].id, second[0].attempts), (first[0].id, 2));
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        assert!(!tx.renew_job(first[0].id, ONE, now).await.unwrap());
        assert!(!tx.finish_job(first[0].id, ONE, Ended::Done, None, now).await.unwrap());
        assert!(tx.finish_job(first[0].id, TWO, Ended::Done, None, now).await.unwrap());
    }

    async fn a_renewed_lease_is_not_taken_over(engine) {
        let server = TestServer::cloud(engine).await;
        enqueue(&server, 1).await;
        let job = server.app.lease_jobs(ONE, 1).await.unwrap().remove(0);
        server.clock.advance(TimeDelta::minutes(2));
        let mut tx = server.app.db.write().await.unwrap();
        let until = server.app.now() + app::jobs::LEASE;
        assert!(tx.renew_job(job.id, ONE, until).await.unwrap());
        tx.commit().await.unwrap();
        server.clock.advance(TimeDelta::minutes(2));
        assert!(server.app.lease_jobs(TWO, 1).await.unwrap().is_empty());
    }

    async fn work_asked_for_twice_before_it_runs_runs_once_and_at_the_earlier_time(engine) {
        let server = TestServer::cloud(engine).await;
        let now = server.app.now();
        let about = Job::about("test.unknown", Uuid::from_u128(7)).merged();
        let later = about.clone().not_before(now + TimeDelta::hours(1));
        let mut tx = server.app.db.write().await.unwrap();
        tx.enqueue(later.clone(), now).await.unwrap();
        tx.enqueue_all(&[later.clone(), about.clone(), later], now).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(counts(&server).await.waiting, 1);
        assert_eq!(server.app.lease_jobs(ONE, 10).await.unwrap().len(), 1, "due at once");

        let mut tx = server.app.db.write().await.unwrap();
        tx.enqueue(about, now).await.unwrap();
        tx.commit().await.unwrap();
        let wanted = JobCounts { waiting: 1, running: 1, given_up: 0 };
        assert_eq!(counts(&server).await, wanted, "what is asked for while it runs runs again");
    }

    async fn a_failed_job_waits_gives_way_to_a_newer_one_and_is_retried(engine) {
        let server = TestServer::cloud(engine).await;
        let now = server.app.now();
        let later = now + TimeDelta::minutes(1);
        let about = Job::about("test.unknown", Uuid::from_u128(7)).merged();
        let mut tx = server.app.db.write().await.unwrap();
        tx.enqueue(about.clone(), now).await.unwrap();
        tx.commit().await.unwrap();

        let job = server.app.lease_jobs(ONE, 1).await.unwrap().remove(0);
        let mut tx = server.app.db.write().await.unwrap();
        assert!(tx.postpone_job(job.id, ONE, "no", later, now).await.unwrap());
        tx.commit().await.unwrap();
        assert!(server.app.lease_jobs(ONE, 1).await.unwrap().is_empty());
        server.clock.advance(TimeDelta::minutes(1));
        let again = server.app.lease_jobs(ONE, 1).await.unwrap().remove(0);
        assert_eq!((again.id, again.attempts), (job.id, 2));

        let mut tx = server.app.db.write().await.unwrap();
        tx.enqueue(about, now).await.unwrap();
        assert!(tx.postpone_job(job.id, ONE, "no", later, now).await.unwrap());
        tx.commit().await.unwrap();
        let newer = server.app.lease_jobs(ONE, 10).await.unwrap();
        assert_eq!(newer.len(), 1);
        assert_ne!(newer[0].id, job.id);
    }

    async fn a_job_no_server_knows_is_given_up_with_a_reason_and_can_be_tried_again(engine) {
        let server = TestServer::cloud(engine).await;
        enqueue(&server, 1).await;
        assert_eq!(server.run_jobs().await, 1);
        let wanted = JobCounts { waiting: 0, running: 0, given_up: 1 };
        assert_eq!(counts(&server).await, wanted);
        let row = server.app.db.read().await.unwrap().unfinished_jobs(10).await.unwrap().remove(0);
        assert_eq!(row.last_error.unwrap(), "this server knows no job called test.unknown");

        let mut tx = server.app.db.write().await.unwrap();
        let id = domain::id::Id::new(row.id);
        assert!(tx.retry_job(id, server.app.now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(server.run_jobs().await, 1);
    }

    async fn jobs_that_are_done_are_forgotten_after_a_week(engine) {
        let server = TestServer::cloud(engine).await;
        enqueue(&server, 2).await;
        let jobs = server.app.lease_jobs(ONE, 2).await.unwrap();
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        tx.finish_job(jobs[0].id, ONE, Ended::Done, None, now).await.unwrap();
        tx.finish_job(jobs[1].id, ONE, Ended::GivenUp, Some("no"), now).await.unwrap();
        assert_eq!(tx.purge_jobs(now).await.unwrap(), 0);
        assert_eq!(tx.purge_jobs(now + TimeDelta::seconds(1)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(counts(&server).await.given_up, 1);
    }
}
