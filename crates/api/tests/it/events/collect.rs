use serde_json::{Value, json};
use testkit::{Person, TestServer};

async fn logged(server: &TestServer, owner: &Person, organization: &str) -> Vec<Value> {
    let path = format!("/api/organizations/{organization}/events");
    let reply = owner.get(server, &path).send().await.expect(200).json();
    reply["data"].as_array().unwrap().clone()
}

testkit::db_test! {
    async fn what_clients_saw_is_logged_where_the_person_belongs(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let organization = server.organization(&owner, "enterprise").await.to_string();
        let cipher = "00000000-0000-0000-0000-00000000c1f4";
        let seen = json!([
            {"type": 1107, "cipherId": cipher, "organizationId": organization, "date": "2030-01-01T11:00:00.000Z"},
            {"Type": 1111, "CipherId": cipher, "OrganizationId": organization, "Date": "2031-01-01T11:00:00Z"},
            {"type": 1500, "organizationId": organization, "date": "2030-01-01T11:00:00Z"},
            {"type": 77, "organizationId": organization, "date": "2030-01-01T11:00:00Z"},
            {"type": 1107, "cipherId": cipher, "date": "2030-01-01T11:00:00Z"},
        ]);
        server.post("/events/collect").json(&seen).send().await.expect(401);
        stranger.post(&server, "/events/collect").json(&seen).send().await.expect(200);
        assert!(logged(&server, &owner, &organization).await.is_empty(), "a stranger writes nothing");

        owner.post(&server, "/events/collect").json(&seen).send().await.expect(200);
        let log = logged(&server, &owner, &organization).await;
        let lines: Vec<_> = log
            .iter()
            .map(|line| (line["type"].as_i64().unwrap(), line["date"].as_str().unwrap()))
            .collect();
        let wanted = [(1111, "2030-01-01T12:00:00Z"), (1107, "2030-01-01T11:00:00Z")];
        assert_eq!(lines, wanted, "no event of the future, and none that clients cannot know of");
        assert_eq!(log[0]["cipherId"], cipher);
        assert_eq!(log[0]["actingUserId"], owner.id.to_string());
    }

    async fn an_export_of_ones_own_vault_is_logged_for_the_person_and_their_organizations(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await.to_string();
        let seen = json!([{"type": 1007, "date": "2030-01-01T11:00:00Z"}]);
        owner.post(&server, "/events/collect").json(&seen).send().await.expect(200);
        assert_eq!(logged(&server, &owner, &organization).await.len(), 1);
        let own = owner.get(&server, "/api/events").send().await.expect(200).json();
        assert_eq!(own["data"].as_array().unwrap().len(), 1);
    }

    async fn an_empty_or_endless_report_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let one = json!({"type": 1007, "date": "2030-01-01T11:00:00Z"});
        let cases = [
            ("nothing", json!([])),
            ("too many", Value::Array(vec![one; 1001])),
            ("no list", json!({"type": 1007})),
            ("no date", json!([{"type": 1007, "date": "yesterday"}])),
        ];
        for (case, body) in cases {
            let reply = owner.post(&server, "/events/collect").json(&body).send().await;
            assert_eq!(reply.status, 400, "{case}");
        }
        owner.post(&server, "/events/collect").send().await.expect(400);
    }
}
