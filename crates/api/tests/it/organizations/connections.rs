use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{TestServer, db_test};

db_test! {
    async fn the_cloud_connects_to_no_cloud(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let enabled = owner.get(&server, "/api/organizations/connections/enabled").send().await;
        assert_eq!(enabled.expect(200).json(), false);
        let body = json!({"type": 1, "organizationId": id.uuid(), "enabled": true,
                          "config": {"billingSyncKey": "key"}});
        owner.post(&server, "/api/organizations/connections").json(&body).send().await.expect(400);
        let path = format!("/api/organizations/connections/{id}/1");
        owner.get(&server, &path).send().await.expect(400);
    }

    async fn a_connection_for_provisioning_is_made_changed_and_removed(engine) {
        let server = TestServer::self_hosted(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let other = server.organization(&stranger, "enterprise").await;
        server.member(id, &member, Role::User).await;
        let path = "/api/organizations/connections";
        let enabled = owner.get(&server, &format!("{path}/enabled")).send().await.expect(200);
        assert_eq!(enabled.json(), true);
        let body = json!({"type": 2, "organizationId": id.uuid(), "enabled": true,
                          "config": {"scimProvider": 2}});
        for (person, status) in [(&stranger, 404), (&member, 400), (&owner, 200), (&owner, 400)] {
            person.post(&server, path).json(&body).send().await.expect(status);
        }
        let found = owner.get(&server, &format!("{path}/{id}/Scim")).send().await.expect(200).json();
        assert_eq!(found["config"]["ScimProvider"], 2);
        let connection = format!("{path}/{}", found["id"].as_str().unwrap());
        let mut changed = body.clone();
        changed["enabled"] = json!(false);
        stranger.put(&server, &connection).json(&changed).send().await.expect(404);
        let mut elsewhere = changed.clone();
        elsewhere["organizationId"] = json!(other.uuid());
        stranger.put(&server, &connection).json(&elsewhere).send().await.expect(404);
        let reply = owner.put(&server, &connection).json(&changed).send().await.expect(200).json();
        assert_eq!(reply["enabled"], false);
        changed["type"] = json!(1);
        owner.put(&server, &connection).json(&changed).send().await.expect(400);
        stranger.delete(&server, &connection).send().await.expect(404);
        member.delete(&server, &connection).send().await.expect(400);
        owner.delete(&server, &connection).send().await.expect(200);
        owner.delete(&server, &connection).send().await.expect(404);
        let none = owner.get(&server, &format!("{path}/{id}/2")).send().await.expect(200).json();
        assert_eq!((&none["id"], &none["config"]), (&Value::Null, &Value::Null));
        server.get(&format!("{path}/{id}/2")).send().await.expect(401);
    }

    async fn a_connection_to_the_cloud_needs_a_licence(engine) {
        let server = TestServer::self_hosted(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let body = json!({"type": 1, "organizationId": id.uuid(), "enabled": true,
                          "config": {"billingSyncKey": "key"}});
        let reply = owner.post(&server, "/api/organizations/connections").json(&body).send().await;
        assert!(reply.expect(400).message().contains("license"));
    }
}
