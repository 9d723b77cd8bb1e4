use app::{
    admin::By,
    mail::{Envelope, Letter},
    ports::Refused,
};
use chrono::TimeDelta;
use testkit::TestServer;

async fn post(server: &TestServer, name: &str) {
    let now = server.app.now();
    let envelope = Envelope {
        to: "member@example.com".to_owned(),
        culture: None,
        dedupe_key: name.to_owned(),
        letter: Letter::Code { code: "123456".to_owned() },
    };
    let mut tx = server.app.db.write().await.unwrap();
    server.app.post(&mut tx, &[envelope], now).await.unwrap();
    tx.commit().await.unwrap();
}

async fn states(server: &TestServer) -> Vec<i64> {
    let mails = server.app.db.read().await.unwrap().mails(None, 100).await.unwrap();
    mails.iter().map(|mail| mail.state).collect()
}

testkit::db_test! {
    async fn a_letter_of_one_name_is_written_and_sent_once(engine) {
        let server = TestServer::cloud(engine).await;
        post(&server, "code:1").await;
        post(&server, "code:1").await;
        assert_eq!(server.mails_to("member@example.com").await.len(), 1, "before the jobs ran");
        server.run_jobs().await;
        post(&server, "code:1").await;
        server.run_jobs().await;
        assert_eq!(server.mails_to("member@example.com").await.len(), 1);
        assert!(server.mails_to("stranger@example.com").await.is_empty());
        server.finish().await;
    }

    async fn a_mail_that_was_sent_is_no_longer_readable_here(engine) {
        let server = TestServer::cloud(engine).await;
        post(&server, "code:1").await;
        server.run_jobs().await;
        let mail = server.app.db.read().await.unwrap().mails(None, 1).await.unwrap().remove(0);
        assert_eq!((mail.state, mail.body_text.as_str()), (1, ""));
        assert!(mail.sent_at.is_some());
    }

    async fn a_busy_mail_server_gets_the_mail_later_and_a_refused_mail_is_given_up(engine) {
        let server = TestServer::cloud(engine).await;
        server.carrier.refuse(Some(Refused::ForNow("busy".to_owned())));
        post(&server, "code:1").await;
        server.run_jobs().await;
        assert_eq!(states(&server).await, [0]);
        assert!(server.carrier.taken().is_empty());

        server.carrier.refuse(None);
        server.run_jobs().await;
        assert!(server.carrier.taken().is_empty(), "not before its time");
        server.clock.advance(TimeDelta::minutes(2));
        server.run_jobs().await;
        assert_eq!((states(&server).await, server.carrier.taken().len()), (vec![1], 1));

        server.carrier.refuse(Some(Refused::ForGood("no such person".to_owned())));
        post(&server, "code:2").await;
        server.run_jobs().await;
        assert_eq!(states(&server).await, [3, 1]);
    }

    async fn a_mail_server_that_stays_busy_is_tried_ten_times(engine) {
        let server = TestServer::cloud(engine).await;
        server.carrier.refuse(Some(Refused::ForNow("busy".to_owned())));
        post(&server, "code:1").await;
        for tries in 1..=10 {
            assert_eq!(states(&server).await, [0], "before try {tries}");
            server.run_jobs().await;
            server.clock.advance(TimeDelta::hours(8));
        }
        assert_eq!(states(&server).await, [3]);
    }

    async fn while_the_mail_server_is_away_one_job_fails_and_no_letter_loses_a_try(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        server.run_jobs().await;
        let sent = server.carrier.taken().len();
        server.carrier.leave(Some("connection refused"));
        for n in 0..3 {
            post(&server, &format!("code:{n}")).await;
        }
        for _ in 0..12 {
            server.run_jobs().await;
            server.clock.advance(TimeDelta::minutes(1));
        }
        let jobs = operator.get(&server, "/admin/jobs").send().await.expect(200).json();
        let jobs = jobs["data"].as_array().unwrap();
        assert_eq!(jobs.len(), 1, "{jobs:?}");
        let job = &jobs[0];
        assert_eq!((&job["kind"], &job["state"]), (&"mail.send".into(), &"waiting".into()));
        assert_eq!(job["error"], "connection refused");
        let tries = async || {
            let mut tx = server.app.db.read().await.unwrap();
            let mails = tx.mails(Some("member@example.com"), 100).await.unwrap();
            mails.iter().map(|mail| (mail.state, mail.attempts)).collect::<Vec<_>>()
        };
        assert_eq!(tries().await, [(0, 0); 3]);

        server.carrier.leave(None);
        let retry = format!("/admin/jobs/{}/retry", job["id"].as_str().unwrap());
        operator.post(&server, &retry).send().await.expect(200);
        server.run_jobs().await;
        assert_eq!(tries().await, [(1, 1); 3]);
        assert_eq!(server.carrier.taken().len(), sent + 3);
        let done = operator.get(&server, "/admin/jobs?state=done").send().await.expect(200).json();
        let done = done["data"].as_array().unwrap();
        let found = done.iter().find(|it| it["id"] == job["id"]).unwrap();
        assert_eq!(found["error"], serde_json::Value::Null, "what was is over");
    }

    async fn nodes_that_send_at_the_same_time_send_nothing_twice(engine) {
        let server = TestServer::cloud(engine).await;
        for n in 0..20 {
            post(&server, &format!("code:{n}")).await;
        }
        let mut nodes = tokio::task::JoinSet::new();
        for node in 1..=4_u128 {
            let app = server.app.clone();
            let node = uuid::Uuid::from_u128(node);
            nodes.spawn(async move { while app.run_due_jobs(node, 3).await.unwrap() > 0 {} });
        }
        nodes.join_all().await;
        assert_eq!(server.carrier.taken().len(), 20);
        assert!(states(&server).await.iter().all(|state| *state == 1));
        server.finish().await;
    }

    async fn without_a_mail_server_letters_are_kept_for_the_operator(engine) {
        let server = TestServer::cloud(engine).await;
        post(&server, "code:1").await;
        let without = app::App::new(app::Parts {
            db: server.app.db.clone(),
            keys: server.app.keys.clone(),
            settings: server.app.settings.clone(),
            ports: app::Ports { mail: None, ..server.app.ports.clone() },
        });
        without.run_due_jobs(uuid::Uuid::from_u128(1), 10).await.unwrap();
        let mail = server.app.db.read().await.unwrap().mails(None, 1).await.unwrap().remove(0);
        assert_eq!((mail.state, mail.body_text.contains("123456")), (2, true));
        assert!(server.carrier.taken().is_empty());
    }

    async fn a_mail_in_doubt_after_a_crash_is_sent_once_more_and_then_given_up(engine) {
        let server = TestServer::cloud(engine).await;
        post(&server, "code:1").await;
        server.carrier.never_answer();
        for (crash, node) in [(1, 1_u128), (2, 2)] {
            // The node stops once the mail server has the mail and before it can say so.
            {
                let node = uuid::Uuid::from_u128(node);
                let mut running = std::pin::pin!(server.app.run_due_jobs(node, 1));
                while server.carrier.taken().len() < crash {
                    tokio::select! {
                        biased;
                        _ = &mut running => unreachable!("the mail server never answers"),
                        () = tokio::task::yield_now() => (),
                    }
                }
            }
            assert_eq!(states(&server).await, [4]);
            server.clock.advance(TimeDelta::minutes(20));
        }
        server.carrier.answer();
        server.run_jobs().await;
        assert_eq!((states(&server).await, server.carrier.taken().len()), (vec![3], 2));

        let mail = server.app.db.read().await.unwrap().mails(None, 1).await.unwrap().remove(0);
        server.app.retry_mail(mail.id, &By::command()).await.unwrap();
        server.run_jobs().await;
        assert_eq!((states(&server).await, server.carrier.taken().len()), (vec![1], 3));
        assert!(server.app.retry_mail(mail.id, &By::command()).await.is_err(), "it was sent");
    }
}
