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
        assert_eq!((&job["kind"], &job["state"]), (&"test.unknown".into(), &"givenUp".into()));
        let path = format!("/admin/jobs/{}/retry", job["id"].as_str().unwrap());
        server.post(&path).send().await.expect(401);
        operator.forged(&server, &path).send().await.expect(403);
        operator.post(&server, &path).send().await.expect(200);
        let jobs = operator.get(&server, "/admin/jobs").send().await.expect(200).json();
        assert_eq!(jobs["data"][0]["state"], "waiting");
        let nothing = format!("/admin/jobs/{}/retry", Uuid::from_u128(1));
        operator.post(&server, &nothing).send().await.expect(404);
    }

    async fn jobs_are_listed_by_state_and_kind_and_taken_out(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        server.run_jobs().await;
        let mut tx = server.app.db.write().await.unwrap();
        for n in 1..=3 {
            let later = server.app.now() + chrono::TimeDelta::hours(n);
            let job = Job::about("test.unknown", Uuid::from_u128(1)).not_before(later);
            tx.enqueue(job, later).await.unwrap();
        }
        tx.commit().await.unwrap();
        server.clock.advance(chrono::TimeDelta::minutes(90));
        server.run_jobs().await;
        let count = async |query: &str| {
            let list = operator.get(&server, &format!("/admin/jobs{query}")).send().await.expect(200);
            list.json()["data"].as_array().unwrap().len()
        };
        let cases = [
            ("all that are not done", "", 3),
            ("waiting", "?state=waiting", 2),
            ("given up", "?state=givenUp", 1),
            ("running", "?state=running", 0),
            ("done", "?state=done&kind=mail.send", 1),
            ("of a kind", "?kind=test.unknown", 3),
            ("of another kind", "?kind=test.other", 0),
        ];
        for (case, query, wanted) in cases {
            assert_eq!(count(query).await, wanted, "{case}");
        }
        operator.get(&server, "/admin/jobs?state=lost").send().await.expect(400);
        let first = operator.get(&server, "/admin/jobs?pageSize=2").send().await.expect(200).json();
        let token = first["continuationToken"].as_str().unwrap();
        assert_eq!(count(&format!("?pageSize=2&continuationToken={token}")).await, 1);

        let id = first["data"][0]["id"].as_str().unwrap();
        let cancel = format!("/admin/jobs/{id}/cancel");
        server.post(&cancel).send().await.expect(401);
        operator.forged(&server, &cancel).send().await.expect(403);
        operator.post(&server, &cancel).send().await.expect(200);
        operator.post(&server, &cancel).send().await.expect(404);
        assert_eq!(count("").await, 2);
        let audit = operator.get(&server, "/admin/audit").send().await.expect(200).json();
        let deed = &audit["data"][0];
        assert_eq!((&deed["action"], &deed["subject"]), (&"job.cancel".into(), &"test.unknown".into()));
    }

    async fn mails_are_listed_by_state_and_sent_again(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        server.run_jobs().await;
        server.carrier.refuse(Some(app::ports::Refused::ForGood("no such mailbox".to_owned())));
        server.clock.advance(chrono::TimeDelta::minutes(1));
        server.app.request_operator_sign_in("operator@example.com", None).await.unwrap();
        server.run_jobs().await;
        let list = async |query: &str| {
            let list = operator.get(&server, &format!("/admin/mails{query}")).send().await.expect(200);
            list.json()["data"].as_array().unwrap().clone()
        };
        let given_up = list("?state=givenUp&template=operator_sign_in").await;
        assert_eq!((given_up.len(), &given_up[0]["error"]), (1, &"no such mailbox".into()));
        assert_eq!(list("?state=sent").await.len(), 1);
        assert!(list("?state=kept").await.is_empty());
        operator.get(&server, "/admin/mails?state=lost").send().await.expect(400);
        let base = format!("/admin/mails/{}", given_up[0]["id"].as_str().unwrap());
        let mail = operator.get(&server, &base).send().await.expect(200).json();
        assert!(mail["html"].as_str().unwrap().contains("<a "), "{mail}");

        server.carrier.refuse(None);
        let resend = format!("{base}/resend");
        server.post(&resend).send().await.expect(401);
        operator.forged(&server, &resend).send().await.expect(403);
        operator.post(&server, &resend).send().await.expect(200);
        server.run_jobs().await;
        assert_eq!(list("?state=sent").await.len(), 2);
        operator.post(&server, &resend).send().await.expect(404);
        let audit = operator.get(&server, "/admin/audit?action=mail.retry").send().await.expect(200);
        assert_eq!(audit.json()["data"].as_array().unwrap().len(), 1);
    }

    async fn mails_are_found_by_the_beginning_of_an_address(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        for name in ["ann", "Anna", "an_na", "banana"] {
            let to = format!("{name}@example.com");
            server.app.add_operator(&to).await.unwrap();
            server.clock.advance(chrono::TimeDelta::seconds(1));
            server.app.request_operator_sign_in(&to, None).await.unwrap();
        }
        let cases = [
            ("a few letters", "toBeginsWith=ann", vec!["anna@example.com", "ann@example.com"]),
            ("in capitals", "toBeginsWith=AN", vec!["an_na@example.com", "anna@example.com", "ann@example.com"]),
            ("a whole address", "toBeginsWith=ann%40example.com", vec!["ann@example.com"]),
            ("a sign of patterns", "toBeginsWith=an_", vec!["an_na@example.com"]),
            ("another one", "toBeginsWith=%25", vec![]),
            ("the middle of one", "toBeginsWith=nana", vec![]),
            ("of a state", "toBeginsWith=ann&state=givenUp", vec![]),
            ("exactly", "to=Ann%40example.com", vec!["ann@example.com"]),
        ];
        for (case, query, wanted) in cases {
            let path = format!("/admin/mails?{query}");
            let found = operator.get(&server, &path).send().await.expect(200).json();
            let found = found["data"].as_array().unwrap();
            let to: Vec<_> = found.iter().map(|mail| mail["to"].as_str().unwrap()).collect();
            assert_eq!(to, wanted, "{case}");
        }
        let first = "/admin/mails?toBeginsWith=an&pageSize=2";
        server.get(first).send().await.expect(401);
        let page = operator.get(&server, first).send().await.expect(200).json();
        let token = page["continuationToken"].as_str().unwrap();
        let next = format!("{first}&continuationToken={token}");
        let page = operator.get(&server, &next).send().await.expect(200).json();
        assert_eq!(page["data"].as_array().unwrap().len(), 1);
        server.run_jobs().await;
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
