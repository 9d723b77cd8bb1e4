use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer};

testkit::db_test! {
    async fn name_language_hint_and_avatar_change(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let before = person.get(&server, "/api/accounts/revision-date").send().await.json();
        server.clock.advance(TimeDelta::seconds(5));
        let change = json!({"name": "Someone Else", "culture": "fr", "masterPasswordHint": "hint"});
        let profile = person.put(&server, "/api/accounts/profile").json(&change).send().await;
        let profile = profile.expect(200).json();
        assert_eq!((&profile["name"], &profile["culture"]), (&json!("Someone Else"), &json!("fr")));
        let after = person.get(&server, "/api/accounts/revision-date").send().await.json();
        assert_eq!(after.as_i64().unwrap() - before.as_i64().unwrap(), 5000, "clients sync again");

        let colour = |colour: Value| {
            person.put(&server, "/api/accounts/avatar").json(&json!({"avatarColor": colour}))
        };
        assert_eq!(colour(json!("#12aB9f")).send().await.expect(200).json()["avatarColor"], "#12aB9f");
        for wrong in ["red", "#12345", "#12345g", "\u{e9}12345"] {
            colour(json!(wrong)).send().await.expect(400);
        }
        assert_eq!(colour(Value::Null).send().await.expect(200).json()["avatarColor"], Value::Null);
        let long = json!({"name": "x".repeat(51)});
        person.put(&server, "/api/accounts/profile").json(&long).send().await.expect(400);
    }

    async fn the_hint_goes_to_its_owner_alone_and_asking_tells_nothing(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let change = json!({"masterPasswordHint": "the usual one"});
        person.put(&server, "/api/accounts/profile").json(&change).send().await.expect(200);
        for email in ["member@example.com", "stranger@example.com"] {
            let request = json!({"email": email});
            let reply = server.post("/api/accounts/password-hint").json(&request).send().await.expect(200);
            assert!(reply.bytes.is_empty());
        }
        let mails = server.mails_to("member@example.com").await;
        assert!(mails.len() == 1 && mails[0].text.contains("the usual one"));
        assert!(server.mails_to("stranger@example.com").await.is_empty());
    }

    async fn a_device_is_known_once_someone_signed_in_on_it(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("member@example.com").await;
        let known = async |device: &str| {
            // base64url of member@example.com, without padding.
            let request = server.get("/api/devices/knowndevice")
                .header("X-Request-Email", "bWVtYmVyQGV4YW1wbGUuY29t")
                .header("X-Device-Identifier", device);
            let by_header = request.send().await.expect(200).json();
            let path = format!("/api/devices/knowndevice/member@example.com/{device}");
            assert_eq!(server.get(&path).send().await.expect(200).json(), by_header);
            by_header
        };
        assert_eq!(known("phone").await, false);
        let form = [
            ("grant_type", "password"), ("client_id", "mobile"), ("deviceIdentifier", "phone"),
            ("deviceName", "Phone"), ("deviceType", "0"), ("devicePushToken", "push"),
            ("username", "member@example.com"), ("password", PASSWORD_HASH),
        ];
        let answer = server.post("/identity/connect/token").form(&form).send().await.expect(200).json();
        assert_eq!(known("phone").await, true);
        assert_eq!(known("other").await, false);

        let token = answer["access_token"].as_str().unwrap();
        let device = server.get("/api/devices/identifier/phone").bearer(token).send().await.expect(200);
        assert_eq!(device.json()["name"], "Phone");
        assert_eq!(device.json()["isTrusted"], false);
        let put = |path: &str, body: Value| server.put(path).bearer(token).json(&body);
        put("/api/devices/identifier/phone/token", json!({"pushToken": "p"})).send().await.expect(200);
        put("/api/devices/identifier/none/token", json!({"pushToken": "p"})).send().await.expect(404);
        let keys = |key: &str| json!({
            "encryptedUserKey": "4.AAAA", "encryptedPublicKey": key, "encryptedPrivateKey": key,
        });
        put("/api/devices/phone/keys", keys("plain")).send().await.expect(400);
        let trusted = put("/api/devices/phone/keys", keys("2.AAAA|AAAA|AAAA")).send().await.expect(200);
        assert_eq!(trusted.json()["isTrusted"], true);
    }

    async fn clients_learn_where_everything_is(engine) {
        for (server, region) in [
            (TestServer::cloud(engine.clone()).await, json!("US")),
            (TestServer::self_hosted(engine).await, Value::Null),
        ] {
            let config = server.get("/api/config").send().await.expect(200).json();
            assert_eq!(config["environment"]["cloudRegion"], region);
            assert_eq!(config["environment"]["api"], "https://vault.example.com/api");
            assert_eq!(config["version"], "2026.8.0");
            assert_eq!(config["settings"]["disableUserRegistration"], false);
            let discovery = server.get("/identity/.well-known/openid-configuration").send().await;
            assert_eq!(discovery.json()["issuer"], "https://vault.example.com/identity");
        }
    }
}
