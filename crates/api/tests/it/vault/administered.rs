use domain::{
    authz::{Permission, Permissions},
    organizations::{CollectionRule, Role},
};
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer, db_test};

use super::{
    items::{OTHER, TEXT, id, synced},
    world::World,
};

db_test! {
    async fn administrators_reach_what_the_rules_let_them(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let custom = async |name: &str, right: Permission| {
            let person = server.person(&format!("{name}@example.com")).await;
            let role = Role::Custom(Permissions::of(&[right]));
            server.member(world.organization, &person, role).await;
            person
        };
        let everything = custom("everything", Permission::EditAnyCollection).await;
        let users = custom("users", Permission::ManageUsers).await;
        // (who, status, status where admins have access to all)
        let rows = [
            ("owner", &world.owner.person, 404, 200),
            ("admin", &world.admin.person, 404, 200),
            ("who edits any collection", &everything, 200, 200),
            ("who manages users", &users, 404, 404),
            ("manager", &world.manager.person, 200, 200),
            ("member without it", &world.outsider.person, 404, 404),
            ("stranger", &world.stranger, 404, 404),
        ];
        for rules in [&[][..], &[CollectionRule::AdminAccess][..]] {
            world.rules(&server, rules).await;
            for (who, person, closed, open) in &rows {
                let status = if rules.is_empty() { *closed } else { *open };
                let item = world.shared(&server).await;
                let path = format!("/api/ciphers/{}", id(&item));
                let name = json!({"ids": [id(&item)]});
                let steps = [
                    ("GET", format!("{path}/admin"), Value::Null),
                    ("PUT", format!("{path}/admin"), world.item(OTHER)),
                    ("POST", format!("{path}/admin"), world.item(TEXT)),
                    ("PUT", format!("{path}/collections-admin"), json!({"collectionIds": [world.collection]})),
                    ("PUT", format!("{path}/delete-admin"), Value::Null),
                    ("PUT", format!("{path}/restore-admin"), Value::Null),
                    ("PUT", "/api/ciphers/delete-admin".to_owned(), name.clone()),
                    ("PUT", "/api/ciphers/restore-admin".to_owned(), name.clone()),
                    ("DELETE", "/api/ciphers/admin".to_owned(), name),
                ];
                for (method, path, body) in steps {
                    let request = server.request(method, &path).bearer(&person.token).json(&body);
                    let reply = request.send().await;
                    assert_eq!(reply.status.as_u16(), status, "{who}: {method} {path}: {}", reply.text());
                }
            }
        }
    }

    async fn items_in_no_collection_are_the_administrators(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let body = json!({"cipher": world.item(TEXT), "collectionIds": []});
        for person in [&world.manager.person, &world.outsider.person] {
            person.post(&server, "/api/ciphers/admin").json(&body).send().await.expect(400);
        }
        let made = world.admin.person.post(&server, "/api/ciphers/admin").json(&body).send().await;
        let made = made.expect(200).json();
        assert_eq!((&made["object"], &made["collectionIds"]), (&json!("cipherMiniDetails"), &json!([])));
        let path = format!("/api/ciphers/{}", id(&made));
        // Nobody holds it, and administrators find it.
        world.admin.person.get(&server, &path).send().await.expect(404);
        world.owner.person.get(&server, &format!("{path}/admin")).send().await.expect(200);
        world.manager.person.get(&server, &format!("{path}/admin")).send().await.expect(404);
        let assigned = format!("/api/ciphers/organization-details/assigned?organizationId={}", world.organization);
        let reached = world.admin.person.get(&server, &assigned).send().await.expect(200).json();
        assert_eq!(reached["data"].as_array().unwrap().len(), 1);
        let reached = world.manager.person.get(&server, &assigned).send().await.expect(200).json();
        assert_eq!(reached["data"], json!([]));
        world.stranger.get(&server, &assigned).send().await.expect(404);
    }

    async fn every_item_is_listed_for_those_who_read_them_all(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let person = server.person("exporter@example.com").await;
        let role = Role::Custom(Permissions::of(&[Permission::AccessImportExport]));
        server.member(world.organization, &person, role).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/organization-details?organizationId={}", world.organization);
        let others = [&world.owner.person, &world.admin.person, &world.manager.person, &world.stranger];
        for other in others {
            other.get(&server, &path).send().await.expect(404);
        }
        server.get(&path).send().await.expect(401);
        person.get(&server, "/api/ciphers/organization-details").send().await.expect(404);
        let all = person.get(&server, &path).send().await.expect(200).json();
        assert_eq!(all["data"][0]["id"], item["id"]);
        assert_eq!(all["data"][0]["collectionIds"], json!([world.collection]));
        world.rules(&server, &[CollectionRule::AdminAccess]).await;
        let all = world.admin.person.get(&server, &path).send().await.expect(200).json();
        assert_eq!(all["data"].as_array().unwrap().len(), 1);
    }

    async fn an_organization_is_emptied_by_whom_the_table_names(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        world.shared(&server).await;
        let path = format!("/api/ciphers/purge?organizationId={}", world.organization);
        let proof = json!({"masterPasswordHash": PASSWORD_HASH});
        for person in [&world.manager.person, &world.stranger] {
            person.post(&server, &path).json(&proof).send().await.expect(404);
        }
        let wrong = json!({"masterPasswordHash": "d3Jvbmc="});
        world.owner.person.post(&server, &path).json(&wrong).send().await.expect(400);
        assert_eq!(synced(&server, &world.manager.person).await.len(), 1);
        world.admin.person.post(&server, &path).json(&proof).send().await.expect(200);
        assert_eq!(synced(&server, &world.manager.person).await, Vec::<Value>::new());
    }
}
