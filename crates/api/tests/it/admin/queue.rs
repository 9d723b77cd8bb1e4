use testkit::{TestServer, store::outbox::Job};
use uuid::Uuid;

testkit::db_test! {
    async fn a_job_that_was_given_up_is_seen_and_tried_again(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        tx.enqueue(Job::about("test.unknown", Uuid::from_u128(1)), now).await.unwrap();
        tx.commit().await.unwrap();
        server.run_jobs().await;
        let jobs = operator.get(&server, "/admin/jobs").send().await.expect(200).json();
        let job = &jobs["data"][0];
        assert_eq!((&job["kind"], &job["state"]), (&"test.unknown".into(), &"given up".into()));
        let path = format!("/admin/jobs/{}/retry", job["id"].as_str().unwrap());
        server.post(&path).send().await.expect(401);
        operator.forged(&server, &path).send().await.expect(403);
        operator.post(&server, &path).send().await.expect(200);
        let jobs = operator.get(&server, "/admin/jobs").send().await.expect(200).json();
        assert_eq!(jobs["data"][0]["state"], "waiting");
        let nothing = format!("/admin/jobs/{}/retry", Uuid::from_u128(1));
        operator.post(&server, &nothing).send().await.expect(404);
    }

    async fn a_mail_is_read_while_it_waits_and_the_reading_is_noted(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        server.run_jobs().await;
        server.app.request_operator_sign_in("operator@example.com", None).await.unwrap();
        let list = operator.get(&server, "/admin/mails?to=operator%40example.com").send().await;
        let list = list.expect(200).json();
        let mails = list["data"].as_array().unwrap();
        let states: Vec<_> = mails.iter().map(|mail| mail["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["waiting", "sent"]);
        assert!(mails.iter().all(|mail| mail["text"].is_null()), "lists hold no texts");
        let path = format!("/admin/mails/{}", mails[0]["id"].as_str().unwrap());
        let mail = operator.get(&server, &path).send().await.expect(200).json();
        assert!(mail["text"].as_str().unwrap().contains("/app/admin/login?token="));
        let overview = operator.get(&server, "/admin/overview").send().await.expect(200).json();
        assert_eq!(overview["actions"][0]["action"], "mail.read");
        assert_eq!(overview["mails"]["waiting"], 1);
        operator.get(&server, "/admin/mails/nothing").send().await.expect(404);
        let other = operator.get(&server, "/admin/mails?to=nobody%40example.com").send().await.json();
        assert!(other["data"].as_array().unwrap().is_empty());
    }
}
