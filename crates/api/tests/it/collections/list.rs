use domain::{
    authz::{Permission, Permissions},
    organizations::Role,
};
use serde_json::{Value, json};
use testkit::{Person, TestServer, db_test};

use crate::vault::{items::id, world::World};

async fn listed(server: &TestServer, person: &Person, path: &str) -> Vec<Value> {
    let list = person.get(server, path).send().await.expect(200).json();
    list["data"].as_array().unwrap().clone()
}

db_test! {
    async fn each_sees_the_collections_that_concern_them(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        world.collection(&server, &[json!({"id": world.manager.seat, "manage": true})]).await;
        let custom = async |name: &str, right: Permission| {
            let person = server.person(&format!("{name}@example.com")).await;
            let role = Role::Custom(Permissions::of(&[right]));
            server.member(world.organization, &person, role).await;
            person
        };
        let groups = custom("groups", Permission::ManageGroups).await;
        let users = custom("users", Permission::ManageUsers).await;
        // (who, how many they see, how many with details, how many of these say who was given them)
        let rows = [
            ("owner", &world.owner.person, 2, 2, 2),
            ("admin", &world.admin.person, 2, 2, 2),
            ("who manages groups", &groups, 2, 2, 2),
            ("who manages users", &users, 0, 2, 2),
            ("manager", &world.manager.person, 2, 2, 2),
            ("editor", &world.editor.person, 1, 1, 0),
            ("viewer", &world.viewer.person, 1, 1, 0),
            ("member without", &world.outsider.person, 0, 0, 0),
        ];
        for (who, person, seen, detailed, open) in rows {
            assert_eq!(listed(&server, person, &world.path("collections")).await.len(), seen, "{who}");
            let details = listed(&server, person, &world.path("collections/details")).await;
            assert_eq!(details.len(), detailed, "{who}");
            let says = details.iter().filter(|it| it["users"] != json!([])).count();
            assert_eq!(says, open, "{who}");
        }
        for path in [world.path("collections"), world.path("collections/details")] {
            world.stranger.get(&server, &path).send().await.expect(404);
            server.get(&path).send().await.expect(401);
        }
    }

    async fn a_collection_is_seen_by_whom_it_concerns(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let path = world.path(&format!("collections/{}", world.collection));
        // (who, the collection, who was given it)
        let rows = [
            ("owner", &world.owner.person, 200, 200),
            ("manager", &world.manager.person, 200, 200),
            ("editor", &world.editor.person, 200, 404),
            ("viewer", &world.viewer.person, 200, 404),
            ("member without", &world.outsider.person, 404, 404),
            ("stranger", &world.stranger, 404, 404),
        ];
        for (who, person, plain, details) in rows {
            let ways =
                [(path.clone(), plain), (format!("{path}/details"), details), (format!("{path}/users"), details)];
            for (path, status) in ways {
                let reply = person.get(&server, &path).send().await;
                assert_eq!(reply.status.as_u16(), status, "{who}: {path}");
            }
        }
        let manager = &world.manager.person;
        let found = manager.get(&server, &format!("{path}/details")).send().await.expect(200).json();
        assert_eq!(found["object"], "collectionAccessDetails");
        assert_eq!((&found["assigned"], &found["manage"]), (&json!(true), &json!(true)));
        assert_eq!((&found["unmanaged"], &found["groups"]), (&json!(false), &json!([])));
        assert_eq!(found["users"].as_array().unwrap().len(), 5);
        let users = manager.get(&server, &format!("{path}/users")).send().await.expect(200).json();
        assert_eq!(users, found["users"]);
        let elsewhere = server.organization(&world.stranger, "enterprise").await;
        let foreign = format!("/api/organizations/{elsewhere}/collections/{}", world.collection);
        world.stranger.get(&server, &foreign).send().await.expect(404);
    }

    async fn ones_own_collections_are_listed_over_all_organizations(engine) {
        let server = TestServer::cloud(engine).await;
        let world = World::new(&server).await;
        let viewer = &world.viewer.person;
        let all = listed(&server, viewer, "/api/collections").await;
        assert_eq!(all.len(), 1);
        assert_eq!((id(&all[0]), &all[0]["object"]), (world.collection.as_str(), &json!("collectionDetails")));
        assert_eq!((&all[0]["readOnly"], &all[0]["manage"]), (&json!(true), &json!(false)));
        let sync = viewer.get(&server, "/api/sync").send().await.expect(200).json();
        assert_eq!(sync["collections"], json!(all));
        assert!(listed(&server, &world.owner.person, "/api/collections").await.is_empty());
        server.get("/api/collections").send().await.expect(401);
    }
}
