use chrono::TimeDelta;
use testkit::TestServer;

testkit::db_test! {
    async fn a_schedule_runs_once_however_many_nodes_look(engine) {
        let server = TestServer::cloud(engine).await;
        let daily = app::jobs::schedules::SCHEDULES
            .iter()
            .filter(|schedule| matches!(schedule.every, app::jobs::schedules::Every::Day))
            .count();
        for day in 0..3 {
            server.clock.advance(TimeDelta::days(1));
            let mut nodes = tokio::task::JoinSet::new();
            for _ in 0..4 {
                let app = server.app.clone();
                // PostgreSQL may ask the slower of two to repeat; the loop that calls this does.
                nodes.spawn(async move { app.run_due_schedules().await.unwrap_or(0) });
            }
            let mut ran: usize = nodes.join_all().await.into_iter().sum();
            ran += server.app.run_due_schedules().await.unwrap();
            assert!(ran >= daily, "day {day}");
            assert_eq!(server.app.run_due_schedules().await.unwrap(), 0, "day {day}");
            let mut tx = server.app.db.read().await.unwrap();
            let jobs = tx.unfinished_jobs(100).await.unwrap();
            let purges = jobs.iter().filter(|job| job.kind == "server.purge").count();
            assert_eq!(purges, 1, "day {day}");
            drop(tx);
            server.run_jobs().await;
        }
        server.finish().await;
    }

    async fn a_restart_keeps_what_was_planned(engine) {
        let server = TestServer::cloud(engine).await;
        let before = server.app.db.read().await.unwrap().schedules().await.unwrap();
        server.clock.advance(TimeDelta::hours(5));
        server.app.plan_schedules().await.unwrap();
        let after = server.app.db.read().await.unwrap().schedules().await.unwrap();
        let times = |rows: &[testkit::store::schedules::ScheduleRow]| {
            rows.iter().map(|row| (row.name.clone(), row.next_run_at)).collect::<Vec<_>>()
        };
        assert_eq!(times(&before), times(&after));
    }
}
