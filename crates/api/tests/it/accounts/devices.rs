use serde_json::{Value, json};
use testkit::{Person, TestServer};

use crate::two_step::log_in;

async fn device(server: &TestServer, person: &Person, identifier: &str) -> Value {
    let path = format!("/api/devices/identifier/{identifier}");
    person.get(server, &path).send().await.expect(200).json()
}

testkit::db_test! {
    async fn a_device_is_found_by_its_owner_and_trusted_until_it_is_not(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        log_in(&server, &person.email, "laptop", &[]).await.expect(200);
        let id = device(&server, &person, "laptop").await["id"].as_str().unwrap().to_owned();
        let path = format!("/api/devices/{id}");
        server.get(&path).send().await.expect(401);
        stranger.get(&server, &path).send().await.expect(404);
        let found = person.get(&server, &path).send().await.expect(200).json();
        assert_eq!((&found["identifier"], &found["isTrusted"]), (&json!("laptop"), &json!(false)));

        let keys = json!({
            "encryptedUserKey": "4.AAAA", "encryptedPublicKey": "2.AAAA|AAAA|AAAA",
            "encryptedPrivateKey": "2.AAAA|AAAA|AAAA",
        });
        let plain = json!({
            "encryptedUserKey": "plain", "encryptedPublicKey": "plain",
            "encryptedPrivateKey": "plain",
        });
        person.put(&server, "/api/devices/laptop/keys").json(&plain).send().await.expect(400);
        stranger.put(&server, "/api/devices/laptop/keys").json(&keys).send().await.expect(404);
        person.put(&server, "/api/devices/laptop/keys").json(&keys).send().await.expect(200);
        assert_eq!(device(&server, &person, "laptop").await["isTrusted"], true);

        let untrust = json!({"devices": [id]});
        server.post("/api/devices/untrust").json(&untrust).send().await.expect(401);
        stranger.post(&server, "/api/devices/untrust").json(&untrust).send().await.expect(200);
        assert_eq!(device(&server, &person, "laptop").await["isTrusted"], true);
        person.post(&server, "/api/devices/untrust").json(&untrust).send().await.expect(200);
        let found = device(&server, &person, "laptop").await;
        assert_eq!((&found["isTrusted"], &found["encryptedUserKey"]), (&json!(false), &Value::Null));
    }
}
