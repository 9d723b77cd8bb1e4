use app::jobs::schedules::{Every, SCHEDULES, Where};
use chrono::TimeDelta;
use testkit::TestServer;

testkit::db_test! {
    async fn a_schedule_runs_once_however_many_nodes_look(engine) {
        let server = TestServer::cloud(engine).await;
        let daily = SCHEDULES
            .iter()
            .filter(|it| matches!(it.every, Every::Day) && it.on != Where::BelowClouds)
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

    async fn a_server_plans_what_its_role_has_use_for(engine) {
        let everywhere = [
            "licensing.premium", "mail.send", "server.look", "server.purge", "sponsorships.settle",
        ];
        let below = ["licensing.check", "licensing.refresh", "sponsorships.reconcile"];
        let roles = [
            (TestServer::cloud(engine.clone()).await, &["billing.renew"][..], "licensing.check"),
            (TestServer::self_hosted(engine).await, &below[..], "billing.renew"),
        ];
        for (server, own, foreign) in roles {
            // Planned when every server planned everything.
            let sql = format!("INSERT INTO schedules (name, next_run_at)
                               VALUES ('{foreign}', '2020-01-01 00:00:00+00:00')");
            testkit::tamper(&server.app.db, sql.leak(), &[]).await;
            let mut wanted = [&everywhere, own].concat();
            wanted.sort_unstable();
            let operator = server.operator().await;
            let overview = operator.get(&server, "/admin/overview").send().await.expect(200).json();
            let shown = overview["schedules"].as_array().unwrap();
            let shown: Vec<_> = shown.iter().map(|row| row["name"].as_str().unwrap()).collect();
            assert_eq!(shown, wanted);
            assert_eq!(server.app.run_due_schedules().await.unwrap(), 0, "{foreign} does not run");
            let health = operator.get(&server, "/admin/health").send().await.expect(200).json();
            let findings = health["findings"].as_array().unwrap();
            let late = findings.iter().find(|check| check["check"] == "schedules").unwrap();
            assert_eq!(late["state"], "ok", "{foreign} is not late");
        }
    }
}
