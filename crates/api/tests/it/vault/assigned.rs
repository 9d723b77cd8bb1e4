use serde_json::{Value, json};
use testkit::{TestServer, db_test};

use super::{
    items::{id, synced},
    world::{Someone, World},
};

/// The collections of an item, in order.
fn places(item: &Value) -> Vec<&str> {
    let mut places: Vec<&str> =
        item["collectionIds"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    places.sort_unstable();
    places
}

fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

db_test! {
    async fn an_item_is_put_into_other_collections(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let second = world.collection(&server, &world.levels()).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}/collections_v2", id(&item));
        let both = json!({"collectionIds": [world.collection, second]});
        let cases = [
            ("a viewer", &world.viewer, 404),
            ("a viewer without passwords", &world.blind_viewer, 404),
            ("an editor without passwords", &world.blind_editor, 404),
            ("a member who was given nothing", &world.outsider, 404),
            ("an editor", &world.editor, 200),
            ("a manager", &world.manager, 200),
        ];
        for (case, someone, status) in cases {
            let reply = someone.person.put(&server, &path).json(&both).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
        let person = &world.manager.person;
        let seen = person.get(&server, &format!("/api/ciphers/{}", id(&item))).send().await.expect(200).json();
        assert_eq!(places(&seen), sorted(vec![&world.collection, &second]));

        let one = json!({"collectionIds": [second]});
        let answer = person.put(&server, &path).json(&one).send().await.expect(200).json();
        assert_eq!((&answer["object"], &answer["unavailable"]), (&json!("optionalCipherDetails"), &json!(false)));
        assert_eq!(places(&answer["cipher"]), [second.as_str()]);
        person.put(&server, &path).json(&json!({"collectionIds": []})).send().await.expect(400);
        let old = format!("/api/ciphers/{}/collections", id(&item));
        let answer = person.put(&server, &old).json(&both).send().await.expect(200).json();
        assert_eq!(places(&answer), sorted(vec![&world.collection, &second]));
    }

    async fn collections_out_of_reach_stay_as_they_are(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let only = |someone: &Someone, read_only: bool| {
            json!({"id": someone.seat, "readOnly": read_only, "hidePasswords": false, "manage": !read_only})
        };
        let looked_at = world.collection(&server, &[only(&world.manager, false), only(&world.editor, true)]).await;
        let unseen = world.collection(&server, &[only(&world.manager, false)]).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}/collections_v2", id(&item));
        let all = json!({"collectionIds": [world.collection, looked_at, unseen]});
        world.manager.person.put(&server, &path).json(&all).send().await.expect(200);

        // The editor sees two of the three, and may change one.
        let person = &world.editor.person;
        let into_unseen = json!({"collectionIds": [world.collection, unseen]});
        person.put(&server, &path).json(&into_unseen).send().await.expect(400);
        let only_looked_at = json!({"collectionIds": [looked_at]});
        let answer = person.put(&server, &path).json(&only_looked_at).send().await.expect(200).json();
        assert_eq!(places(&answer["cipher"]), [looked_at.as_str()]);
        let whole = world.manager.person.get(&server, &format!("/api/ciphers/{}", id(&item))).send().await;
        assert_eq!(places(&whole.expect(200).json()), sorted(vec![&looked_at, &unseen]));
    }

    async fn an_item_may_go_out_of_sight(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let managed = json!({"id": world.manager.seat, "readOnly": false, "hidePasswords": false, "manage": true});
        let unseen = world.collection(&server, &[managed]).await;
        let item = world.shared(&server).await;
        let path = format!("/api/ciphers/{}/collections_v2", id(&item));
        let both = json!({"collectionIds": [world.collection, unseen]});
        world.manager.person.put(&server, &path).json(&both).send().await.expect(200);
        let person = &world.editor.person;
        let answer = person.put(&server, &path).json(&json!({"collectionIds": []})).send().await.expect(200).json();
        let expected = json!({"object": "optionalCipherDetails", "unavailable": true, "cipher": null});
        assert_eq!(answer, expected);
        assert_eq!(synced(&server, person).await, Vec::<Value>::new());
    }

    async fn several_items_are_put_into_collections_and_taken_out(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let second = world.collection(&server, &world.levels()).await;
        let (first_item, other_item) = (world.shared(&server).await, world.shared(&server).await);
        let body = |collections: Value, out: bool| json!({
            "organizationId": world.organization.to_string(), "cipherIds": [id(&first_item), id(&other_item)],
            "collectionIds": collections, "removeCollections": out,
        });
        let into = body(json!([second]), false);
        let path = "/api/ciphers/bulk-collections";
        let cases = [
            ("a viewer", &world.viewer.person, 404),
            ("an editor without passwords", &world.blind_editor.person, 404),
            ("a member who was given nothing", &world.outsider.person, 404),
            ("an admin who was given nothing", &world.admin.person, 404),
            ("a stranger", &world.stranger, 404),
            ("an editor", &world.editor.person, 200),
        ];
        for (case, person, status) in cases {
            let reply = person.post(&server, path).json(&into).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
        let person = &world.editor.person;
        for item in synced(&server, person).await {
            assert_eq!(places(&item), sorted(vec![&world.collection, &second]));
        }
        person.post(&server, path).json(&body(json!([world.collection]), true)).send().await.expect(200);
        for item in synced(&server, person).await {
            assert_eq!(places(&item), [second.as_str()]);
        }
        person.post(&server, path).json(&body(json!([second]), true)).send().await.expect(400);
        person.post(&server, path).json(&body(json!([]), true)).send().await.expect(400);
    }
}
