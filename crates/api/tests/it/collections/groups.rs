use domain::{
    authz::{Permission, Permissions},
    organizations::{CollectionRule, Role},
};
use serde_json::{Value, json};
use testkit::{Person, TestServer, db_test};

use crate::vault::{
    items::{id, synced},
    world::World,
};

fn group(name: &str, collections: &Value, users: &Value) -> Value {
    json!({"name": name, "collections": collections, "users": users})
}

async fn keeper(server: &TestServer, world: &World) -> Person {
    let person = server.person("groups@example.com").await;
    let role = Role::Custom(Permissions::of(&[Permission::ManageGroups]));
    server.member(world.organization, &person, role).await;
    person
}

db_test! {
    async fn groups_are_made_and_seen_by_whom_the_table_names(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let keeper = keeper(&server, &world).await;
        let path = world.path("groups");
        // (who, makes one, lists them, lists them with what they were given)
        let rows = [
            ("owner", &world.owner.person, 200, 200, 200),
            ("admin", &world.admin.person, 200, 200, 200),
            ("who manages groups", &keeper, 200, 200, 200),
            ("manager of a collection", &world.manager.person, 404, 200, 404),
            ("editor", &world.editor.person, 404, 404, 404),
            ("member without", &world.outsider.person, 404, 404, 404),
            ("stranger", &world.stranger, 404, 404, 404),
        ];
        for (who, person, makes, lists, details) in rows {
            let body = group(who, &json!([]), &json!([]));
            let made = person.post(&server, &path).json(&body).send().await;
            assert_eq!(made.status.as_u16(), makes, "{who}: {}", made.text());
            let listed = person.get(&server, &path).send().await;
            assert_eq!(listed.status.as_u16(), lists, "{who}");
            let detailed = person.get(&server, &world.path("groups/details")).send().await;
            assert_eq!(detailed.status.as_u16(), details, "{who}");
        }
        let all = world.owner.person.get(&server, &path).send().await.expect(200).json();
        assert_eq!(all["data"].as_array().unwrap().len(), 3);
        server.get(&path).send().await.expect(401);
    }

    async fn a_group_is_changed_and_deleted_by_whom_the_table_names(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let keeper = keeper(&server, &world).await;
        let body = group("Sales", &json!([]), &json!([world.outsider.seat]));
        let made = keeper.post(&server, &world.path("groups")).json(&body).send().await.expect(200).json();
        assert_eq!((&made["object"], &made["name"]), (&json!("groupDetails"), &json!("Sales")));
        let path = world.path(&format!("groups/{}", id(&made)));
        for person in [&world.manager.person, &world.outsider.person, &world.stranger] {
            let attempts = [
                ("GET", path.clone()), ("GET", format!("{path}/details")), ("GET", format!("{path}/users")),
                ("PUT", path.clone()), ("POST", path.clone()), ("DELETE", path.clone()),
                ("POST", format!("{path}/delete")),
                ("DELETE", format!("{path}/user/{}", world.outsider.seat)),
                ("POST", format!("{path}/delete-user/{}", world.outsider.seat)),
            ];
            for (method, path) in attempts {
                server.request(method, &path).bearer(&person.token).json(&body).send().await.expect(404);
            }
            let ids = json!({"ids": [id(&made)]});
            person.delete(&server, &world.path("groups")).json(&ids).send().await.expect(404);
            person.post(&server, &world.path("groups/delete")).json(&ids).send().await.expect(404);
        }
        let plain = keeper.get(&server, &path).send().await.expect(200).json();
        assert_eq!((&plain["object"], plain.get("collections")), (&json!("group"), None));
        let users = keeper.get(&server, &format!("{path}/users")).send().await.expect(200).json();
        assert_eq!(users, json!([world.outsider.seat]));
        let renamed = group("Buyers", &json!([]), &Value::Null);
        let changed = keeper.put(&server, &path).json(&renamed).send().await.expect(200).json();
        assert_eq!(changed["name"], "Buyers");
        let users = keeper.get(&server, &format!("{path}/users")).send().await.expect(200).json();
        assert_eq!(users, json!([world.outsider.seat]), "nobody said who is in it");
        keeper.delete(&server, &format!("{path}/user/{}", world.outsider.seat)).send().await.expect(200);
        keeper.delete(&server, &format!("{path}/user/{}", world.outsider.seat)).send().await.expect(404);
        keeper.delete(&server, &path).send().await.expect(200);
        keeper.get(&server, &path).send().await.expect(404);
        keeper.delete(&server, &world.path("groups")).json(&json!({"ids": []})).send().await.expect(400);
    }

    async fn what_makes_no_group_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let keeper = keeper(&server, &world).await;
        let path = world.path("groups");
        let here = &world.collection;
        let cases = [
            ("no name", group(" ", &json!([]), &json!([]))),
            ("a long name", group(&"x".repeat(101), &json!([]), &json!([]))),
            ("of someone elsewhere", group("A", &json!([]), &json!([world.stranger.id.to_string()]))),
            ("a collection that is not theirs to give", group("A", &json!([{"id": here}]), &json!([]))),
            ("a collection there is not", group("A", &json!([{"id": world.outsider.seat}]), &json!([]))),
        ];
        for (case, body) in cases {
            let reply = keeper.post(&server, &path).json(&body).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.text());
        }
        world.rules(&server, &[CollectionRule::AdminAccess]).await;
        let torn = group("A", &json!([{"id": here, "manage": true, "readOnly": true}]), &json!([]));
        keeper.post(&server, &path).json(&torn).send().await.expect(400);
        keeper.post(&server, &path).json(&group("A", &json!([{"id": here}]), &json!([]))).send().await.expect(200);

        let teams = server.organization(&world.stranger, "families").await;
        let path = format!("/api/organizations/{teams}/groups");
        let reply = world.stranger.post(&server, &path).json(&group("A", &json!([]), &json!([]))).send().await;
        assert_eq!(reply.expect(400).json()["code"], "not_in_plan");
    }

    async fn members_of_a_group_have_what_it_was_given(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        world.rules(&server, &[CollectionRule::AdminAccess]).await;
        let item = world.shared(&server).await;
        let given = json!([{"id": world.collection, "readOnly": true, "hidePasswords": true, "manage": false}]);
        let members = json!([world.outsider.seat, world.editor.seat]);
        let owner = &world.owner.person;
        let made = owner.post(&server, &world.path("groups")).json(&group("Sales", &given, &members)).send().await;
        let made = made.expect(200).json();
        assert_eq!(made["collections"], given);

        let seen = synced(&server, &world.outsider.person).await;
        assert_eq!((id(&seen[0]), &seen[0]["edit"], &seen[0]["viewPassword"]), (id(&item), &json!(false), &json!(false)));
        let mine = world.outsider.person.get(&server, "/api/collections").send().await.expect(200).json();
        assert_eq!((&mine["data"][0]["readOnly"], &mine["data"][0]["hidePasswords"]), (&json!(true), &json!(true)));
        let seen = synced(&server, &world.editor.person).await;
        assert_eq!(seen[0]["edit"], true, "an own grant replaces the group's");
        let details = world.path(&format!("collections/{}/details", world.collection));
        let details = owner.get(&server, &details).send().await.expect(200).json();
        assert_eq!(details["groups"][0]["id"], made["id"]);

        let path = world.path(&format!("groups/{}", id(&made)));
        owner.put(&server, &path).json(&group("Sales", &json!([]), &Value::Null)).send().await.expect(200);
        assert!(synced(&server, &world.outsider.person).await.is_empty());
    }

    async fn what_one_may_not_give_stays_and_nobody_lets_themselves_in(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        world.rules(&server, &[CollectionRule::AdminAccess]).await;
        let owner = &world.owner.person;
        let given = json!([{"id": world.collection, "readOnly": true, "hidePasswords": false, "manage": false}]);
        let made = owner.post(&server, &world.path("groups")).json(&group("Sales", &given, &json!([]))).send().await;
        let made = made.expect(200).json();
        world.rules(&server, &[]).await;
        let path = world.path(&format!("groups/{}", id(&made)));
        let changed = owner.put(&server, &path).json(&group("Buyers", &json!([]), &json!([]))).send().await;
        assert_eq!(changed.expect(200).json()["collections"], given);
        let changed = owner.put(&server, &path).json(&group("Buyers", &given, &json!([]))).send().await;
        assert_eq!(changed.expect(200).json()["collections"], given);
        owner.put(&server, &path).json(&group("Buyers", &json!([]), &json!([world.owner.seat]))).send().await.expect(400);
        world.rules(&server, &[CollectionRule::AdminAccess]).await;
        owner.put(&server, &path).json(&group("Buyers", &given, &json!([world.owner.seat]))).send().await.expect(200);
    }
}
