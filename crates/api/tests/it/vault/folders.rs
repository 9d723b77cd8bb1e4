use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::{Person, TestServer, db_test};

const NAME: &str = "2.AAAA|BBBB|CCCC";
const OTHER: &str = "2.DDDD|EEEE|FFFF";

async fn made(server: &TestServer, person: &Person) -> String {
    let body = json!({ "name": NAME });
    let folder = person.post(server, "/api/folders").json(&body).send().await.expect(200).json();
    assert_eq!((&folder["object"], &folder["name"]), (&json!("folder"), &json!(NAME)));
    folder["id"].as_str().unwrap().to_owned()
}

async fn ids(server: &TestServer, person: &Person) -> BTreeSet<String> {
    let list = person.get(server, "/api/folders").send().await.expect(200).json();
    let sync = person.get(server, "/api/sync").send().await.expect(200).json();
    assert_eq!(list["data"], sync["folders"]);
    let ids = list["data"].as_array().unwrap().iter().map(|folder| folder["id"].as_str().unwrap());
    ids.map(str::to_owned).collect()
}

async fn revision(server: &TestServer, person: &Person) -> i64 {
    let reply = person.get(server, "/api/accounts/revision-date").send().await.expect(200);
    reply.json().as_i64().unwrap()
}

db_test! {
    async fn a_folder_is_made_renamed_and_deleted_by_its_owner_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = made(&server, &owner).await;
        let path = format!("/api/folders/{id}");
        let body = json!({ "name": OTHER });

        server.get(&path).send().await.expect(401);
        stranger.get(&server, &path).send().await.expect(404);
        stranger.put(&server, &path).json(&body).send().await.expect(404);
        stranger.delete(&server, &path).send().await.expect(404);
        stranger.delete(&server, "/api/folders").json(&json!({ "ids": [id] })).send().await.expect(404);
        stranger.delete(&server, "/api/folders/all").send().await.expect(200);
        assert_eq!(ids(&server, &stranger).await, BTreeSet::new());

        let renamed = owner.put(&server, &path).json(&body).send().await.expect(200).json();
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!((&found, &found["name"]), (&renamed, &json!(OTHER)));
        owner.post(&server, &path).json(&json!({ "Name": NAME })).send().await.expect(200);
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["name"], NAME);

        owner.post(&server, &format!("{path}/delete")).send().await.expect(200);
        owner.get(&server, &path).send().await.expect(404);
        owner.delete(&server, &path).send().await.expect(404);
    }

    async fn folders_are_deleted_together_or_not_at_all(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let other = server.person("other@example.com").await;
        let (first, second) = (made(&server, &owner).await, made(&server, &owner).await);
        let third = made(&server, &owner).await;
        let foreign = made(&server, &other).await;
        let some = json!({ "ids": [first, foreign] });
        owner.delete(&server, "/api/folders").json(&some).send().await.expect(404);
        assert_eq!(ids(&server, &owner).await, [first.clone(), second.clone(), third.clone()].into());
        let twice = json!({ "ids": [first, first, second] });
        owner.delete(&server, "/api/folders").json(&twice).send().await.expect(200);
        assert_eq!(ids(&server, &owner).await, [third].into());
        owner.delete(&server, "/api/folders/all").send().await.expect(200);
        assert_eq!(ids(&server, &owner).await, BTreeSet::new());
        assert_eq!(ids(&server, &other).await, [foreign].into());
    }

    async fn a_name_that_is_not_encrypted_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let long = format!("4.{}", "A".repeat(1000));
        let cases = [
            ("none", Value::Null, "This is required."),
            ("plain words", json!("Work"), "This must be an encrypted string."),
            ("nothing", json!(""), "This must be an encrypted string."),
            ("too long", json!(long), "This may have at most 1000 characters."),
        ];
        for (case, name, problem) in cases {
            let body = json!({ "name": name });
            let reply = owner.post(&server, "/api/folders").json(&body).send().await.expect(400);
            assert_eq!(reply.json()["validationErrors"], json!({ "name": [problem] }), "{case}");
        }
        assert_eq!(ids(&server, &owner).await, BTreeSet::new());
    }

    async fn every_change_tells_clients_to_sync(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let mut before = revision(&server, &owner).await;
        let mut newer = async || {
            let now = revision(&server, &owner).await;
            assert!(std::mem::replace(&mut before, now) < now);
            server.clock.advance(chrono::TimeDelta::seconds(1));
        };
        server.clock.advance(chrono::TimeDelta::seconds(1));
        let id = made(&server, &owner).await;
        newer().await;
        let path = format!("/api/folders/{id}");
        owner.put(&server, &path).json(&json!({ "name": OTHER })).send().await.expect(200);
        newer().await;
        owner.delete(&server, &path).send().await.expect(200);
        newer().await;
        made(&server, &owner).await;
        newer().await;
        owner.delete(&server, "/api/folders/all").send().await.expect(200);
        newer().await;
    }

    async fn folders_go_with_the_account(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        made(&server, &owner).await;
        let proof = json!({ "masterPasswordHash": testkit::PASSWORD_HASH });
        owner.delete(&server, "/api/accounts").json(&proof).send().await.expect(200);
        let left = server.app.db.read().await.unwrap().folders(owner.id).await.unwrap();
        assert!(left.is_empty());
    }
}
