use domain::organizations::Role;
use serde_json::json;
use testkit::{PASSWORD_HASH, TestServer, db_test};

db_test! {
    async fn owners_alone_see_and_change_an_organization(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        server.member(id, &admin, Role::Admin).await;
        let path = format!("/api/organizations/{id}");
        let rules = format!("{path}/collection-management");
        let change = json!({"name": "New", "billingEmail": "new@example.com"});
        let limit = json!({"limitCollectionCreation": true});
        let cases = [("a stranger", &stranger, 404), ("an admin", &admin, 404), ("an owner", &owner, 200)];
        for (case, person, status) in cases {
            let replies = [
                person.get(&server, &path).send().await,
                person.put(&server, &path).json(&change).send().await,
                person.post(&server, &path).json(&change).send().await,
                person.put(&server, &rules).json(&limit).send().await,
            ];
            for reply in replies {
                assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.line);
            }
        }
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!((&found["name"], &found["limitCollectionCreation"]), (&json!("New"), &json!(true)));
        let refused = [
            ("no name", json!({"name": ""})),
            ("a bar in the name", json!({"name": "A|Enabled:true"})),
            ("a bar in the address", json!({"billingEmail": "a|b@example.com"})),
        ];
        for (case, change) in refused {
            let reply = owner.put(&server, &path).json(&change).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.line);
        }
        server.get(&path).send().await.expect(401);
    }

    async fn each_switch_of_the_collections_is_an_event_of_its_own(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let path = format!("/api/organizations/{id}/collection-management");
        let events = async || {
            let events = format!("/api/organizations/{id}/events");
            let found = owner.get(&server, &events).send().await.expect(200).json();
            let mut kinds: Vec<i64> =
                found["data"].as_array().unwrap().iter().map(|it| it["type"].as_i64().unwrap()).collect();
            kinds.sort_unstable();
            kinds
        };
        let names = ["limitCollectionCreation", "limitCollectionDeletion", "limitItemDeletion",
            "allowAdminAccessToAllCollectionItems"];
        let all = |on: bool| {
            let switches = names.iter().map(|name| ((*name).to_owned(), json!(on)));
            serde_json::Value::Object(switches.collect())
        };
        let change = |body| owner.put(&server, &path).json(&body).send();
        change(all(true)).await.expect(200);
        assert_eq!(events().await, [1610, 1612, 1614, 1616]);
        change(all(true)).await.expect(200);
        assert_eq!(events().await.len(), 4, "nothing changed");
        let mut one = all(true);
        one["limitItemDeletion"] = json!(false);
        change(one).await.expect(200);
        assert_eq!(events().await, [1610, 1612, 1614, 1615, 1616]);
        change(all(false)).await.expect(200);
        assert_eq!(events().await, [1610, 1611, 1612, 1613, 1614, 1615, 1616, 1617]);
    }

    async fn keys_are_given_once_and_seen_by_everyone(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "teams").await;
        for path in ["public-key", "keys"] {
            let path = format!("/api/organizations/{id}/{path}");
            let found = stranger.get(&server, &path).send().await.expect(200).json();
            assert_eq!(found["publicKey"], "AAAA");
            server.get(&path).send().await.expect(401);
        }
        let path = format!("/api/organizations/{id}/keys");
        let keys = json!({"publicKey": "BBBB", "encryptedPrivateKey": "2.B|B|B"});
        owner.post(&server, &path).json(&keys).send().await.expect(400);
        stranger.post(&server, &path).json(&keys).send().await.expect(404);
        let path = format!("/api/organizations/{id}/auto-enroll-status");
        let found = stranger.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["resetPasswordEnabled"], false);
        let path = "/api/organizations/nobody/auto-enroll-status";
        stranger.get(&server, path).send().await.expect(404);
    }

    async fn an_organization_is_deleted_by_an_owner_who_knows_the_password(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let path = |id| format!("/api/organizations/{id}");
        let right = json!({"masterPasswordHash": PASSWORD_HASH});
        let id = server.organization(&owner, "enterprise").await;
        server.member(id, &admin, Role::Admin).await;
        admin.delete(&server, &path(id)).json(&right).send().await.expect(404);
        let wrong = json!({"masterPasswordHash": "d3Jvbmc="});
        owner.delete(&server, &path(id)).json(&wrong).send().await.expect(400);
        owner.delete(&server, &path(id)).json(&right).send().await.expect(200);
        owner.get(&server, &path(id)).send().await.expect(404);
        let id = server.organization(&owner, "free").await;
        let old = format!("{}/delete", path(id));
        owner.post(&server, &old).json(&right).send().await.expect(200);
        owner.get(&server, &path(id)).send().await.expect(404);
    }
}
