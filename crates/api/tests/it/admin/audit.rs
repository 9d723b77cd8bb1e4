use app::{admin::By, ports::Refused};
use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{TestServer, store::outbox::Job};
use uuid::Uuid;

const RENAMING: &str = include_str!("../../../../store/migrations/0010_names_of_deeds.sql");

/// What the newest deed of that sort was done to.
async fn subject(server: &TestServer, operator: &testkit::OperatorAtWork, action: &str) -> Value {
    let path = format!("/admin/audit?action={action}");
    let page = operator.get(server, &path).send().await.expect(200).json();
    page["data"][0]["subject"].clone()
}

async fn words(
    server: &TestServer,
    operator: &testkit::OperatorAtWork,
    query: &str,
) -> Vec<String> {
    let path = format!("/admin/audit{query}");
    let page = operator.get(server, &path).send().await.expect(200).json();
    let lines = page["data"].as_array().unwrap();
    lines.iter().map(|line| line["action"].as_str().unwrap().to_owned()).collect()
}

testkit::db_test! {
    async fn what_operators_do_is_written_down_with_names_and_addresses(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        server.get("/admin/audit").send().await.expect(401);
        owner.get(&server, "/admin/audit").send().await.expect(401);

        server.clock.advance(TimeDelta::minutes(1));
        let path = format!("/admin/organizations/delete/{organization}");
        operator.post(&server, &path).from("192.0.2.7").send().await.expect(200);
        server.app.remove_operator("gone@example.com").await.unwrap_err();
        let page = operator.get(&server, "/admin/audit").send().await.expect(200).json();
        let deed = &page["data"][0];
        let wanted = json!({
            "operator": "operator@example.com", "action": "organization.delete",
            "subjectId": organization.uuid(), "subject": "Organization of owner",
            "oldValue": null, "newValue": null, "ipAddress": "192.0.2.7",
        });
        for (field, value) in wanted.as_object().unwrap() {
            assert_eq!(&deed[field], value, "{field}");
        }
        assert_eq!(page["data"][1]["action"], "operator.sign-in");
        assert_eq!(page["continuationToken"], Value::Null);
    }

    async fn deeds_are_found_by_who_what_and_when(engine) {
        let server = TestServer::cloud(engine).await;
        server.app.add_operator("second@example.com").await.unwrap();
        server.clock.advance(TimeDelta::days(40));
        let operator = server.operator().await;
        server.clock.advance(TimeDelta::minutes(1));
        let body = json!({ "email": "owner@example.com" });
        let made = operator.post(&server, "/admin/installations").json(&body).send().await.expect(200);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        server.clock.advance(TimeDelta::minutes(1));
        operator.post(&server, &format!("/admin/installations/{id}/disable")).send().await.expect(200);
        let since = (server.app.now() - TimeDelta::days(60)).format("%Y-%m-%d").to_string();

        let (sign_in, create, disable) = ("operator.sign-in", "installation.create", "installation.disable");
        let cases = [
            ("the last month", String::new(), vec![disable, create, sign_in]),
            ("longer ago", format!("?start={since}"), vec![disable, create, sign_in, "operator.add"]),
            ("what begins so", "?action=installation.".to_owned(), vec![disable, create]),
            ("one word", "?action=installation.create".to_owned(), vec![create]),
            ("a sign of patterns", "?action=%25".to_owned(), vec![]),
            ("to one thing", format!("?subject={id}"), vec![disable, create]),
            ("by an operator", "?operator=Operator%40example.com".to_owned(), vec![disable, create, sign_in]),
            ("by nobody", "?operator=nobody%40example.com".to_owned(), vec![]),
        ];
        for (case, query, wanted) in cases {
            assert_eq!(words(&server, &operator, &query).await, wanted, "{case}");
        }
        let first = operator.get(&server, "/admin/audit?pageSize=2").send().await.expect(200).json();
        let token = first["continuationToken"].as_str().unwrap();
        let next = format!("?pageSize=2&continuationToken={token}");
        assert_eq!(words(&server, &operator, &next).await, [sign_in], "the second page");
        for wrong in ["?start=yesterday", "?continuationToken=x", "?subject=x"] {
            operator.get(&server, &format!("/admin/audit{wrong}")).send().await.expect(400);
        }
    }

    async fn what_has_an_id_is_told_under_its_name(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let body = json!({ "email": "servers@example.com" });
        let made = operator.post(&server, "/admin/installations").json(&body).send().await.expect(200);
        let installation = made.json()["id"].as_str().unwrap().to_owned();
        server.person("person@example.com").await;
        server.app.grant_premium("person@example.com", true, None, &By::command()).await.unwrap();
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        tx.enqueue(Job::about("test.unknown", Uuid::from_u128(1)), now).await.unwrap();
        tx.commit().await.unwrap();
        server.carrier.refuse(Some(Refused::ForGood("no such mailbox".to_owned())));
        server.app.request_operator_sign_in("operator@example.com", None).await.unwrap();
        server.run_jobs().await;
        server.carrier.refuse(None);
        let first = async |list: &str| {
            let page = operator.get(&server, list).send().await.expect(200).json();
            page["data"][0]["id"].as_str().unwrap().to_owned()
        };
        let mail = first("/admin/mails?state=givenUp").await;
        let job = first("/admin/jobs?state=givenUp").await;

        let installation = |what| format!("/admin/installations/{installation}/{what}");
        let cases = [
            (installation("rotate"), "installation.rotate", "servers@example.com"),
            (installation("disable"), "installation.disable", "servers@example.com"),
            (installation("enable"), "installation.enable", "servers@example.com"),
            (format!("/admin/mails/{mail}/resend"), "mail.retry", "operator@example.com"),
            (format!("/admin/jobs/{job}/retry"), "job.retry", "test.unknown"),
        ];
        for (path, action, name) in cases {
            operator.post(&server, &path).send().await.expect(200);
            assert_eq!(subject(&server, &operator, action).await, name, "{action}");
        }
        assert_eq!(subject(&server, &operator, "user.grant-premium").await, "person@example.com");
    }

    async fn what_was_written_down_without_a_name_gets_one(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let body = json!({ "email": "servers@example.com" });
        let made = operator.post(&server, "/admin/installations").json(&body).send().await.expect(200);
        let installation: Uuid = made.json()["id"].as_str().unwrap().parse().unwrap();
        let old = "INSERT INTO operator_actions (id, action, subject_id, subject, happened_at)
                   SELECT $1, 'installation.rotate', $2, NULL, created_at FROM installations
                   UNION ALL
                   SELECT $3, 'license.generate', $4, '0a1b', created_at FROM installations
                   UNION ALL
                   SELECT $5, 'mail.retry', $6, NULL, created_at FROM installations";
        let (id, gone) = (Uuid::from_u128, Uuid::from_u128(9));
        let rows = [id(1), installation, id(2), organization.uuid(), id(3), gone];
        testkit::tamper(&server.app.db, old, &rows).await;
        // Twice comes to the same as once.
        for _ in 0..2 {
            for statement in RENAMING.split_inclusive(';') {
                testkit::tamper(&server.app.db, statement, &[]).await;
            }
        }
        assert_eq!(subject(&server, &operator, "installation.rotate").await, "servers@example.com");
        assert_eq!(subject(&server, &operator, "mail.retry").await, Value::Null, "it is gone");
        let page = operator.get(&server, "/admin/audit?action=license.generate").send().await;
        let deed = page.expect(200).json()["data"][0].clone();
        assert_eq!((&deed["subject"], &deed["newValue"]),
            (&json!("Organization of owner"), &json!("0a1b")));
    }

    async fn deeds_are_forgotten_with_events(engine) {
        let server = TestServer::cloud(engine).await;
        server.app.add_operator("second@example.com").await.unwrap();
        server.clock.advance(TimeDelta::days(401));
        server.run_job("server.purge").await;
        let operator = server.operator().await;
        let since = (server.app.now() - TimeDelta::days(410)).format("%Y-%m-%d").to_string();
        let until = (server.app.now() - TimeDelta::days(390)).format("%Y-%m-%d").to_string();
        let query = format!("?start={since}&end={until}");
        assert!(words(&server, &operator, &query).await.is_empty());
    }
}
