use domain::organizations::CollectionRule;
use serde_json::{Value, json};
use testkit::{TestServer, db_test};

use crate::vault::{
    items::{OTHER, TEXT, id, synced},
    world::World,
};

db_test! {
    async fn a_collection_is_made_by_whom_the_rules_let(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let path = world.path("collections");
        for (rules, member) in [(&[][..], 200), (&[CollectionRule::LimitCreation][..], 404)] {
            world.rules(&server, rules).await;
            let rows =
                [("owner", &world.owner, 200), ("admin", &world.admin, 200), ("member", &world.outsider, member)];
            for (who, someone, status) in rows {
                let users =
                    json!([{"id": someone.seat, "readOnly": false, "hidePasswords": false, "manage": true}]);
                let body = json!({"name": TEXT, "externalId": "hr", "groups": [], "users": users});
                let reply = someone.person.post(&server, &path).json(&body).send().await;
                assert_eq!(reply.status.as_u16(), status, "{who} with {rules:?}: {}", reply.text());
                if status == 200 {
                    let made = reply.json();
                    assert_eq!((&made["name"], &made["externalId"]), (&json!(TEXT), &json!("hr")));
                    assert_eq!((&made["users"], &made["groups"]), (&users, &json!([])));
                    assert_eq!((&made["assigned"], &made["manage"]), (&json!(true), &json!(true)));
                }
            }
        }
        world.stranger.post(&server, &path).json(&json!({"name": TEXT})).send().await.expect(404);
        server.post(&path).json(&json!({"name": TEXT})).send().await.expect(401);
    }

    async fn what_makes_no_collection_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let seat = &world.owner.seat;
        let managed = json!([{"id": seat, "manage": true}]);
        let torn = json!([{"id": seat, "manage": true, "readOnly": true}]);
        let nobody = json!([{"id": world.stranger.id.to_string(), "manage": true}]);
        let cases = [
            ("a plain name", json!({"name": "HR", "users": managed})),
            ("no name", json!({"users": managed})),
            ("a long name elsewhere", json!({"name": TEXT, "externalId": "x".repeat(301), "users": managed})),
            ("nobody to manage it", json!({"name": TEXT, "users": [], "groups": []})),
            ("a grant that contradicts itself", json!({"name": TEXT, "users": torn})),
            ("for nobody there is", json!({"name": TEXT, "users": nobody})),
            ("for no group there is", json!({"name": TEXT, "users": managed, "groups": [{"id": seat}]})),
        ];
        let path = world.path("collections");
        for (case, body) in cases {
            let reply = world.owner.person.post(&server, &path).json(&body).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.text());
        }
        world.rules(&server, &[CollectionRule::AdminAccess]).await;
        let unmanaged = json!({"name": TEXT, "users": null, "groups": null});
        world.owner.person.post(&server, &path).json(&unmanaged).send().await.expect(200);
    }

    async fn a_plan_has_as_many_collections_as_it_says(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "free").await;
        let mut tx = server.app.db.read().await.unwrap();
        let seat = tx.membership_of(organization, owner.id).await.unwrap().unwrap().seat().id;
        drop(tx);
        let path = format!("/api/organizations/{organization}/collections");
        let body = json!({"name": TEXT, "users": [{"id": seat.to_string(), "manage": true}]});
        for _ in 0..2 {
            owner.post(&server, &path).json(&body).send().await.expect(200);
        }
        let reply = owner.post(&server, &path).json(&body).send().await.expect(400);
        assert_eq!(reply.json()["code"], "too_many_collections");
    }

    async fn a_collection_is_renamed_and_given_away_by_whom_the_rules_let(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let path = world.path(&format!("collections/{}", world.collection));
        let body = json!({"name": OTHER, "externalId": null, "users": world.levels(), "groups": []});
        for (rules, owner) in [(&[][..], 404), (&[CollectionRule::AdminAccess][..], 200)] {
            world.rules(&server, rules).await;
            let rows = [
                ("owner", &world.owner.person, owner),
                ("admin", &world.admin.person, owner),
                ("manager", &world.manager.person, 200),
                ("editor", &world.editor.person, 404),
                ("viewer", &world.viewer.person, 404),
                ("member without", &world.outsider.person, 404),
                ("stranger", &world.stranger, 404),
            ];
            for (who, person, status) in rows {
                for request in [person.put(&server, &path), person.post(&server, &path)] {
                    let reply = request.json(&body).send().await;
                    assert_eq!(reply.status.as_u16(), status, "{who} with {rules:?}: {}", reply.text());
                }
            }
        }
        world.rules(&server, &[]).await;
        let manager = &world.manager.person;
        let kept = json!({"name": TEXT, "users": null, "groups": null});
        let found = manager.put(&server, &path).json(&kept).send().await.expect(200).json();
        assert_eq!((&found["name"], found["users"].as_array().unwrap().len()), (&json!(TEXT), 5));
        let nobody = json!({"name": TEXT, "users": [], "groups": []});
        manager.put(&server, &path).json(&nobody).send().await.expect(400);
        let only = json!({"name": TEXT, "users": [{"id": world.outsider.seat, "manage": true}], "groups": []});
        let found = manager.put(&server, &path).json(&only).send().await.expect(200).json();
        assert_eq!((&found["assigned"], &found["manage"]), (&json!(false), &json!(false)));
        manager.get(&server, &path).send().await.expect(404);
    }

    async fn collections_are_given_to_many_at_once(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let second = world.collection(&server, &world.levels()).await;
        let path = world.path("collections/bulk-access");
        let gift = json!({"id": world.outsider.seat, "readOnly": true, "hidePasswords": false, "manage": false});
        let body = json!({"collectionIds": [world.collection, second], "users": [gift], "groups": []});
        for person in [&world.editor.person, &world.owner.person, &world.outsider.person, &world.stranger] {
            person.post(&server, &path).json(&body).send().await.expect(404);
        }
        let manager = &world.manager.person;
        let unknown = json!({"collectionIds": [world.collection, world.outsider.seat], "users": [gift]});
        manager.post(&server, &path).json(&unknown).send().await.expect(404);
        manager.post(&server, &path).json(&body).send().await.expect(200);
        let mine = world.outsider.person.get(&server, "/api/collections").send().await.expect(200).json();
        assert_eq!(mine["data"].as_array().unwrap().len(), 2);
        let details = manager.get(&server, &world.path(&format!("collections/{second}/details"))).send().await;
        assert_eq!(details.expect(200).json()["users"].as_array().unwrap().len(), 6, "others keep what they had");
        let demoted = json!({"collectionIds": [second], "users": [{"id": world.manager.seat, "readOnly": true}]});
        manager.post(&server, &path).json(&demoted).send().await.expect(400);
    }

    async fn a_collection_is_deleted_by_whom_the_rules_let(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        // (rules, [owner, manager, editor, outsider])
        let rows = [
            (&[][..], [404, 200, 404, 404]),
            (&[CollectionRule::LimitDeletion][..], [404, 404, 404, 404]),
            (&[CollectionRule::AdminAccess][..], [200, 200, 404, 404]),
        ];
        for (rules, statuses) in rows {
            world.rules(&server, rules).await;
            let people =
                [&world.owner.person, &world.manager.person, &world.editor.person, &world.outsider.person];
            for (person, status) in people.into_iter().zip(statuses) {
                let first = world.collection(&server, &world.levels()).await;
                let second = world.collection(&server, &world.levels()).await;
                let reply = person.delete(&server, &world.path(&format!("collections/{first}"))).send().await;
                assert_eq!(reply.status.as_u16(), status, "{} with {rules:?}", person.email);
                let many = json!({"ids": [second]});
                let reply = person.post(&server, &world.path("collections/delete")).json(&many).send().await;
                assert_eq!(reply.status.as_u16(), status, "{} with {rules:?}", person.email);
            }
        }
        let path = world.path(&format!("collections/{}", world.collection));
        world.stranger.delete(&server, &path).send().await.expect(404);
    }

    async fn items_stay_when_their_collection_goes(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let item = world.shared(&server).await;
        let manager = &world.manager.person;
        let body = json!({"ids": [world.collection]});
        manager.delete(&server, &world.path("collections")).json(&body).send().await.expect(200);
        assert_eq!(synced(&server, manager).await, Vec::<Value>::new());
        let path = format!("/api/ciphers/{}/admin", id(&item));
        let found = world.owner.person.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["collectionIds"], json!([]));
    }

    async fn administrators_give_members_what_is_theirs_to_give(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let own = json!([{"id": world.admin.seat, "manage": true}]);
        let theirs = world.collection(&server, own.as_array().unwrap()).await;
        let admin = &world.admin.person;
        let invite = |collection: &str| json!({
            "emails": ["new@example.com"], "type": 2, "collections": [{"id": collection, "readOnly": false}],
        });
        let path = world.path("users/invite");
        admin.post(&server, &path).json(&invite(&world.collection)).send().await.expect(400);
        admin.post(&server, &path).json(&invite(&theirs)).send().await.expect(200);

        // The viewer was given one collection that is not the admin's, and keeps it as it is.
        let path = world.path(&format!("users/{}", world.viewer.seat));
        let level = |id: &str, read_only: bool| {
            json!({"id": id, "readOnly": read_only, "hidePasswords": false, "manage": false})
        };
        let cases = [
            (json!([level(&world.collection, false), level(&theirs, false)]), 2),
            (json!([]), 1),
        ];
        for (collections, count) in cases {
            let body = json!({"type": 2, "permissions": {}, "collections": collections});
            admin.put(&server, &path).json(&body).send().await.expect(200);
            let mine = world.viewer.person.get(&server, "/api/collections").send().await.expect(200).json();
            let mine = mine["data"].as_array().unwrap();
            assert_eq!(mine.len(), count);
            let kept = mine.iter().find(|it| it["id"] == world.collection.as_str()).unwrap();
            assert_eq!(kept["readOnly"], true);
        }
    }
}
