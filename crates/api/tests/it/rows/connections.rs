//! Connections, keys and installations (sections 2.6, 2.7 and 2.10).

use serde_json::{Value, json};
use testkit::{BILLING_TOKEN, PASSWORD_HASH, TestServer, Twins};

const CONNECTIONS: &str = "/api/organizations/connections";

testkit::db_test! {
    async fn rows_2_6_a_connection_is_made_read_changed_and_removed(engine) {
        let twins = Twins::new(engine).await;
        let (server, owner) = (&twins.self_hosted, &twins.owner);
        let enabled = owner.get(server, &format!("{CONNECTIONS}/enabled")).send().await;
        assert_eq!(enabled.expect(200).json(), json!(true), "row 1");
        let body = json!({
            "type": 1, "organizationId": twins.organization.uuid(), "enabled": true,
            "config": { "billingSyncKey": BILLING_TOKEN, "cloudOrganizationId": server.app.unguessable_id() },
        });
        let made = owner.post(server, &format!("{CONNECTIONS}/")).json(&body).send().await;
        let made = made.expect(200).json();
        assert_eq!(made.get("object"), None, "row 2");
        assert_eq!(made["config"]["CloudOrganizationId"], twins.cloud_organization.to_string());
        assert_eq!(made["config"]["LastLicenseSync"], Value::Null);
        let again = owner.post(server, CONNECTIONS).json(&body).send().await.expect(400);
        assert!(again.message().contains("type"), "{}", again.message());

        let one = format!("{CONNECTIONS}/{}", made["id"].as_str().unwrap());
        let mut off = body.clone();
        off["enabled"] = json!(false);
        let changed = owner.put(server, &one).json(&off).send().await.expect(200).json();
        assert_eq!((&changed["id"], &changed["enabled"]), (&made["id"], &json!(false)), "row 3");
        for kind in ["1", "CloudBillingSync"] {
            let path = format!("{CONNECTIONS}/{}/{kind}", twins.organization);
            let read = owner.get(server, &path).send().await.expect(200).json();
            assert_eq!((&read["id"], &read["type"]), (&made["id"], &json!(1)), "row 4 by {kind}");
        }
        let removed = owner.delete(server, &one).send().await.expect(200);
        assert_eq!(removed.text(), "", "row 5");
        owner.delete(server, &one).send().await.expect(404);
    }

    async fn rows_2_7_a_key_is_made_rotated_and_described(engine) {
        let cloud = TestServer::cloud(engine).await;
        let owner = cloud.person("owner@example.com").await;
        let stranger = cloud.person("stranger@example.com").await;
        let organization = cloud.organization(&owner, "enterprise").await;
        let base = format!("/api/organizations/{organization}");
        let body = json!({ "type": 1, "masterPasswordHash": PASSWORD_HASH });
        for (row, route) in [(1, "api-key"), (2, "rotate-api-key")] {
            let path = format!("{base}/{route}");
            stranger.post(&cloud, &path).json(&body).send().await.expect(404);
            let key = owner.post(&cloud, &path).json(&body).send().await.expect(200).json();
            assert_eq!(key["object"], "apiKey", "row {row}");
            assert_eq!(key["apiKey"].as_str().unwrap().len(), 30, "row {row}");
            assert!(key["revisionDate"].is_string(), "row {row}");
        }
        for path in [format!("{base}/api-key-information"), format!("{base}/api-key-information/1")] {
            let list = owner.get(&cloud, &path).send().await.expect(200).json();
            let kinds: Vec<_> = list["data"].as_array().unwrap().iter().map(|it| &it["keyType"]).collect();
            assert!(kinds.contains(&&json!(1)), "row 3: {list}");
            assert_eq!(list["data"][0]["object"], "keyInformation", "row 3");
            stranger.get(&cloud, &path).send().await.expect(404);
        }
    }

    async fn rows_2_10_1_and_2_an_installation_is_made_and_seen(engine) {
        let cloud = TestServer::cloud(engine).await;
        let body = json!({ "email": "operator@example.com" });
        let made = cloud.post("/api/installations").json(&body).send().await.expect(200).json();
        assert_eq!((&made["object"], &made["enabled"]), (&json!("installation"), &json!(true)));
        assert!(made["key"].as_str().is_some_and(|key| !key.is_empty()));
        let path = format!("/api/installations/{}", made["id"].as_str().unwrap());
        let seen = cloud.get(&path).send().await.expect(200).json();
        assert_eq!((&seen["id"], &seen["key"]), (&made["id"], &Value::Null));
        let nobody = format!("/api/installations/{}", cloud.app.unguessable_id());
        cloud.get(&nobody).send().await.expect(404);
        cloud.post("/api/installations").json(&json!({ "email": "x" })).send().await.expect(400);
    }
}
