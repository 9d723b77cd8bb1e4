use chrono::TimeDelta;
use domain::organizations::CollectionRule;
use serde_json::{Value, json};
use testkit::{TestServer, db_test};

use super::{
    items::{OTHER, TEXT, id, kept, login, synced, with},
    world::{Someone, World},
};

/// What one person may do with an item.
fn rights(item: &Value) -> [bool; 4] {
    let rights = [
        &item["edit"],
        &item["viewPassword"],
        &item["permissions"]["delete"],
        &item["permissions"]["restore"],
    ];
    rights.map(|right| right.as_bool().unwrap())
}

db_test! {
    async fn each_level_sees_what_it_may_do_and_may_do_no_more(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        // (who, [edit, view password, delete, restore], the same where only managers delete)
        let rows: [(&str, &Someone, [bool; 4], [bool; 4]); 5] = [
            ("viewer", &world.viewer, [false, true, false, false], [false, true, false, false]),
            ("blind viewer", &world.blind_viewer, [false; 4], [false; 4]),
            ("editor", &world.editor, [true; 4], [true, true, false, false]),
            ("blind editor", &world.blind_editor, [true, false, true, true], [true, false, false, false]),
            ("manager", &world.manager, [true; 4], [true; 4]),
        ];
        for rules in [&[][..], &[CollectionRule::LimitItemDeletion][..]] {
            world.rules(&server, rules).await;
            for (who, someone, open, limited) in &rows {
                let expected = if rules.is_empty() { open } else { limited };
                let item = world.shared(&server).await;
                let path = format!("/api/ciphers/{}", id(&item));
                let person = &someone.person;
                let seen = person.get(&server, &path).send().await.expect(200).json();
                assert_eq!(rights(&seen), *expected, "{who} with {rules:?}");
                assert_eq!(seen["collectionIds"], json!([world.collection]), "{who}");
                let edited = person.put(&server, &path).json(&world.item(OTHER)).send().await;
                assert_eq!(edited.status.as_u16(), if expected[0] { 200 } else { 404 }, "{who} edits");
                let status = if expected[2] { 200 } else { 404 };
                for (method, path) in [
                    ("PUT", format!("{path}/delete")),
                    ("PUT", format!("{path}/restore")),
                    ("DELETE", path.clone()),
                ] {
                    let reply = server.request(method, &path).bearer(&person.token).send().await;
                    assert_eq!(reply.status.as_u16(), status, "{who}: {method} {path}");
                }
            }
        }
    }

    async fn those_who_were_not_given_it_do_not_know_it(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}", id(&item));
        let others = [&world.outsider.person, &world.admin.person, &world.owner.person, &world.stranger];
        for person in others {
            person.get(&server, &path).send().await.expect(404);
            person.put(&server, &path).json(&world.item(OTHER)).send().await.expect(404);
            person.put(&server, &format!("{path}/partial")).json(&json!({})).send().await.expect(404);
            person.put(&server, &format!("{path}/delete")).send().await.expect(404);
            person.delete(&server, &path).send().await.expect(404);
            let body = json!({"collectionIds": [world.collection]});
            person.put(&server, &format!("{path}/collections_v2")).json(&body).send().await.expect(404);
            assert_eq!(synced(&server, person).await, Vec::<Value>::new());
        }
        assert_eq!(synced(&server, &world.viewer.person).await.len(), 1);
    }

    async fn who_does_not_see_passwords_does_not_set_them(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}", id(&item));
        let mut body = world.item(OTHER);
        body["login"] = json!({"username": OTHER, "password": OTHER, "totp": OTHER});
        let person = &world.blind_editor.person;
        let changed = person.put(&server, &path).json(&body).send().await.expect(200).json();
        assert_eq!((&changed["name"], &changed["login"]["username"]), (&json!(OTHER), &json!(OTHER)));
        assert_eq!((&changed["login"]["password"], &changed["login"]["totp"]), (&json!(TEXT), &Value::Null));
        let rekeyed = with(body, "key", "4.AAAA");
        person.put(&server, &path).json(&rekeyed).send().await.expect(400);
    }

    async fn items_are_added_where_one_may_add_them(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let foreign = {
            let owner = server.person("other-owner@example.com").await;
            server.organization(&owner, "enterprise").await
        };
        let create = async |someone: &testkit::Person, item: Value, collections: Value| {
            let body = json!({"cipher": item, "collectionIds": collections});
            let reply = someone.post(&server, "/api/ciphers/create").json(&body).send().await;
            reply.status.as_u16()
        };
        let here = json!([world.collection]);
        let cases = [
            ("a manager", &world.manager.person, 200),
            ("an editor", &world.editor.person, 200),
            ("an editor without passwords", &world.blind_editor.person, 200),
            ("a viewer", &world.viewer.person, 400),
            ("a viewer without passwords", &world.blind_viewer.person, 400),
            ("a member who was given nothing", &world.outsider.person, 400),
            ("an admin who was given nothing", &world.admin.person, 400),
            ("a stranger", &world.stranger, 404),
        ];
        for (case, person, status) in cases {
            assert_eq!(create(person, world.item(TEXT), here.clone()).await, status, "{case}");
        }
        let manager = &world.manager.person;
        assert_eq!(create(manager, world.item(TEXT), json!([])).await, 400, "in no collection");
        assert_eq!(create(manager, world.item(TEXT), json!([foreign.to_string()])).await, 400, "in none there is");
        assert_eq!(create(manager, login(TEXT), here.clone()).await, 400, "of no organization");
        let elsewhere = with(login(TEXT), "organizationId", foreign.to_string());
        assert_eq!(create(manager, elsewhere, here).await, 404, "of another organization");
    }

    async fn an_item_of_ones_own_is_handed_over(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let person = &world.editor.person;
        let named = json!({"name": TEXT});
        let folder = person.post(&server, "/api/folders").json(&named).send().await.expect(200).json();
        let item = kept(&server, person, &with(login(TEXT), "folderId", id(&folder))).await;
        let path = format!("/api/ciphers/{}/share", id(&item));
        let share = |item: Value| json!({"cipher": item, "collectionIds": [world.collection]});
        let wanted = with(world.item(OTHER), "folderId", id(&folder));

        world.manager.person.put(&server, &path).json(&share(wanted.clone())).send().await.expect(404);
        let viewers = kept(&server, &world.viewer.person, &login(TEXT)).await;
        let theirs = format!("/api/ciphers/{}/share", id(&viewers));
        world.viewer.person.put(&server, &theirs).json(&share(wanted.clone())).send().await.expect(400);
        let old = with(wanted.clone(), "lastKnownRevisionDate", "2029-01-01T00:00:00Z");
        person.put(&server, &path).json(&share(old)).send().await.expect(400);
        person.put(&server, &path).json(&share(login(OTHER))).send().await.expect(400);

        let shared = person.put(&server, &path).json(&share(wanted.clone())).send().await.expect(200).json();
        assert_eq!(shared["organizationId"], world.organization.to_string());
        assert_eq!((&shared["name"], &shared["folderId"]), (&json!(OTHER), &folder["id"]));
        assert_eq!(shared["collectionIds"], json!([world.collection]));
        let seen = synced(&server, &world.viewer.person).await;
        let seen = seen.iter().find(|seen| seen["id"] == item["id"]).unwrap();
        assert_eq!((&seen["name"], &seen["folderId"]), (&json!(OTHER), &Value::Null));
        person.put(&server, &path).json(&share(wanted)).send().await.expect(400);
        assert_eq!(world.events(&server, id(&item)).await, [1105]);
    }

    async fn several_are_handed_over_together_or_not_at_all(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let person = &world.editor.person;
        let first = kept(&server, person, &login(TEXT)).await;
        let second = kept(&server, person, &login(TEXT)).await;
        let foreign = kept(&server, &world.viewer.person, &login(TEXT)).await;
        let named = |item: &Value| with(world.item(OTHER), "id", id(item));
        let share = |items: Vec<Value>| json!({"ciphers": items, "collectionIds": [world.collection]});
        for wrong in [vec![named(&first), named(&foreign)], vec![named(&first), world.item(OTHER)], vec![]] {
            let reply = person.put(&server, "/api/ciphers/share").json(&share(wrong)).send().await;
            assert!(reply.status.is_client_error(), "{}", reply.text());
        }
        assert!(synced(&server, person).await.iter().all(|item| item["organizationId"].is_null()));
        let both = share(vec![named(&first), named(&second)]);
        let shared = person.put(&server, "/api/ciphers/share").json(&both).send().await.expect(200).json();
        assert_eq!(shared["data"].as_array().unwrap().len(), 2);
        assert_eq!(synced(&server, &world.manager.person).await.len(), 2);
    }

    async fn the_log_and_everyones_clients_hear_of_it(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let revision = async || {
            let viewer = &world.viewer.person;
            let reply = viewer.get(&server, "/api/accounts/revision-date").send().await.expect(200);
            reply.json().as_i64().unwrap()
        };
        let mut before = revision().await;
        server.clock.advance(TimeDelta::seconds(5));
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}", id(&item));
        let person = &world.manager.person;
        let steps = [
            ("PUT", path.clone(), world.item(OTHER)),
            ("PUT", format!("{path}/delete"), Value::Null),
            ("PUT", format!("{path}/restore"), Value::Null),
            ("PUT", format!("{path}/collections_v2"), json!({"collectionIds": [world.collection]})),
            ("DELETE", path.clone(), Value::Null),
        ];
        for (method, path, body) in steps {
            assert!(std::mem::replace(&mut before, revision().await) < revision().await, "{path}");
            server.clock.advance(TimeDelta::seconds(5));
            server.request(method, &path).bearer(&person.token).json(&body).send().await.expect(200);
        }
        assert!(before < revision().await);
        assert_eq!(world.events(&server, id(&item)).await, [1100, 1101, 1115, 1116, 1106, 1102]);
    }

    async fn items_are_out_of_sight_with_their_organization(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}", id(&item));
        let person = &world.editor.person;
        let body = json!({"ids": [world.editor.seat]});
        let revoke = world.path("users/revoke");
        world.owner.person.put(&server, &revoke).json(&body).send().await.expect(200);
        person.get(&server, &path).send().await.expect(404);
        assert_eq!(synced(&server, person).await, Vec::<Value>::new());
        world.manager.person.get(&server, &path).send().await.expect(200);

        let mut tx = server.app.db.write().await.unwrap();
        let now = server.app.now();
        tx.disable_organizations(&[world.organization], now).await.unwrap();
        tx.commit().await.unwrap();
        world.manager.person.get(&server, &path).send().await.expect(404);
        let body = json!({"cipher": world.item(TEXT), "collectionIds": [world.collection]});
        let create = world.manager.person.post(&server, "/api/ciphers/create").json(&body);
        create.send().await.expect(400);
    }

    async fn items_go_with_their_organization(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        world.shared(&server).await;
        let proof = json!({"masterPasswordHash": testkit::PASSWORD_HASH});
        let path = format!("/api/organizations/{}", world.organization);
        world.owner.person.delete(&server, &path).json(&proof).send().await.expect(200);
        assert_eq!(synced(&server, &world.manager.person).await, Vec::<Value>::new());
    }
}
