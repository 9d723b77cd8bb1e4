use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::TestServer;

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
