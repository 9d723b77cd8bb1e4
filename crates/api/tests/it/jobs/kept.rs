use app::mail::{Envelope, Letter};
use chrono::TimeDelta;
use testkit::TestServer;

async fn post(server: &TestServer, name: &str, letter: Letter) {
    let envelope = Envelope {
        to: "member@example.com".to_owned(),
        culture: None,
        dedupe_key: name.to_owned(),
        letter,
    };
    let mut tx = server.app.db.write().await.unwrap();
    server.app.post(&mut tx, &[envelope], server.app.now()).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::db_test! {
    async fn letters_kept_without_a_mail_server_are_sent_once_there_is_one(engine) {
        let server = TestServer::cloud(engine).await;
        let without = server.app.rebuilt(app::Parts {
            db: server.app.db.clone(),
            keys: server.app.keys.clone(),
            settings: server.app.settings.clone(),
            ports: app::Ports { mail: None, ..server.app.ports.clone() },
        });
        let keep = async || {
            while without.run_due_jobs(uuid::Uuid::from_u128(1), 10).await.unwrap() > 0 {}
        };
        let removed = || Letter::MemberRemoved { organization: "Acme".to_owned() };
        let code = || Letter::Code { code: "123456".to_owned() };
        post(&server, "old", removed()).await;
        keep().await;
        server.clock.advance(TimeDelta::days(4));
        post(&server, "young", removed()).await;
        post(&server, "old code", code()).await;
        keep().await;
        server.clock.advance(TimeDelta::hours(1));
        post(&server, "young code", code()).await;
        keep().await;
        assert!(server.carrier.taken().is_empty());

        // The schedule looks; nobody has to write another letter first.
        server.clock.advance(TimeDelta::minutes(1));
        let job = testkit::store::outbox::Job {
            kind: "mail.send", subject: None, payload: None, merge_key: None, run_at: None,
        };
        let schedules = app::jobs::schedules::SCHEDULES;
        assert!(schedules.iter().any(|schedule| schedule.name == job.kind));
        server.run_job(job.kind).await;
        let sent: Vec<_> = server.carrier.taken().into_iter().map(|mail| mail.template).collect();
        assert_eq!(sent, ["member_removed", "code"], "what has expired stays with the operator");
        server.finish().await;
    }
}
