use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer};

const NEW_HASH: &str = "bmV3IG1hc3RlciBwYXNzd29yZCBoYXNoIGluIHRlc3Q=";
const NEW_KEY: &str = "2.BBBB|BBBB|BBBB";

fn change(email: &str, iterations: i64) -> Value {
    let kdf = json!({"kdfType": 0, "iterations": iterations});
    json!({
        "masterPasswordHash": PASSWORD_HASH,
        "masterPasswordHint": "new",
        "authenticationData":
            {"kdf": kdf, "salt": email, "masterPasswordAuthenticationHash": NEW_HASH},
        "unlockData": {"kdf": kdf, "salt": email, "masterKeyWrappedUserKey": NEW_KEY},
    })
}

/// An access token and a refresh token of someone who signs in.
async fn signed_in(server: &TestServer, person: &Person, device: &str) -> (String, String) {
    let form = [
        ("grant_type", "password"),
        ("client_id", "web"),
        ("deviceIdentifier", device),
        ("username", &*person.email),
        ("password", PASSWORD_HASH),
    ];
    let answer = server.post("/identity/connect/token").form(&form).send().await.expect(200).json();
    let text = |name: &str| answer[name].as_str().unwrap().to_owned();
    (text("access_token"), text("refresh_token"))
}

/// What a session still gets: of the API, and of the token endpoint.
async fn what_is_left(server: &TestServer, (access, refresh): &(String, String)) -> (u16, Value) {
    let api = server.get("/api/accounts/revision-date").bearer(access).send().await;
    let form = [("grant_type", "refresh_token"), ("refresh_token", &**refresh)];
    let token = server.post("/identity/connect/token").form(&form).send().await;
    (api.status.as_u16(), token.json()["error"].clone())
}

testkit::db_test! {
    async fn a_new_password_ends_every_session(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let sessions =
            [signed_in(&server, &person, "one").await, signed_in(&server, &person, "two").await];
        for session in &sessions {
            assert_eq!(what_is_left(&server, session).await, (200, Value::Null));
        }
        let request = change(&person.email, 600_000);
        person.post(&server, "/api/accounts/password").json(&request).send().await.expect(200);
        for session in &sessions {
            assert_eq!(what_is_left(&server, session).await, (401, json!("invalid_grant")));
        }
        let form = |password| [
            ("grant_type", "password"), ("client_id", "web"), ("deviceIdentifier", "one"),
            ("username", "member@example.com"), ("password", password),
        ];
        server.post("/identity/connect/token").form(&form(PASSWORD_HASH)).send().await.expect(400);
        let again = server.post("/identity/connect/token").form(&form(NEW_HASH)).send().await;
        assert_eq!(again.expect(200).json()["Key"], NEW_KEY);
    }

    async fn a_password_changes_only_whole_and_by_its_owner(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let email = &*person.email;
        let with = |mut request: Value, pointer: &str, value: Value| {
            *request.pointer_mut(pointer).unwrap() = value;
            request
        };
        let cases = [
            ("the old one is wrong", "/api/accounts/password",
                with(change(email, 600_000), "/masterPasswordHash", json!("d3Jvbmc="))),
            ("another derivation", "/api/accounts/password", change(email, 700_000)),
            ("another salt", "/api/accounts/password", change("x@example.com", 600_000)),
            ("half of it", "/api/accounts/password",
                with(change(email, 600_000), "/unlockData", Value::Null)),
            ("too few rounds", "/api/accounts/kdf", change(email, 599_999)),
            ("too many rounds", "/api/accounts/kdf", change(email, 2_000_001)),
            ("a wrong password", "/api/accounts/kdf",
                with(change(email, 700_000), "/masterPasswordHash", json!(""))),
        ];
        for (case, path, request) in cases {
            let reply = person.post(&server, path).json(&request).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.text());
        }
        let request = change(email, 700_000);
        person.post(&server, "/api/accounts/kdf").json(&request).send().await.expect(200);
        let prelogin = server.post("/identity/accounts/prelogin/password").json(&json!({"email": email}));
        assert_eq!(prelogin.send().await.json()["kdfSettings"]["iterations"], 700_000);
    }

    async fn the_old_shape_of_a_change_keeps_the_derivation(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let request = json!({
            "MasterPasswordHash": PASSWORD_HASH, "NewMasterPasswordHash": NEW_HASH, "Key": NEW_KEY,
        });
        person.post(&server, "/api/accounts/password").json(&request).send().await.expect(200);
    }

    async fn signing_out_everywhere_or_of_one_device_takes_effect_at_once(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let (one, other) =
            (signed_in(&server, &person, "one").await, signed_in(&server, &person, "other").await);
        assert_eq!(what_is_left(&server, &one).await.0, 200);
        let devices = person.get(&server, "/api/devices").send().await.expect(200).json();
        let devices = devices["data"].as_array().unwrap();
        let id = devices.iter().find(|it| it["identifier"] == "one").unwrap()["id"].as_str().unwrap();
        let stranger = server.person("stranger@example.com").await;
        let path = format!("/api/devices/{id}/deactivate");
        stranger.post(&server, &path).send().await.expect(404);
        person.post(&server, &path).send().await.expect(200);
        assert_eq!(what_is_left(&server, &one).await, (401, json!("invalid_grant")));
        assert_eq!(what_is_left(&server, &other).await, (200, Value::Null));

        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        let wrong = json!({"masterPasswordHash": "d3Jvbmc="});
        let path = "/api/accounts/security-stamp";
        person.post(&server, path).json(&wrong).send().await.expect(400);
        person.post(&server, path).json(&secret).send().await.expect(200);
        assert_eq!(what_is_left(&server, &other).await, (401, json!("invalid_grant")));
        person.get(&server, "/api/accounts/profile").send().await.expect(401);
    }

    async fn a_password_is_verified(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let verify = |hash: &str| {
            let request = json!({"masterPasswordHash": hash});
            person.post(&server, "/api/accounts/verify-password").json(&request)
        };
        let policy = verify(PASSWORD_HASH).send().await.expect(200).json();
        assert_eq!(policy["object"], "masterPasswordPolicy");
        assert_eq!(verify("d3Jvbmc=").send().await.expect(400).message(), "User verification failed.");
    }

    async fn an_api_key_signs_in_until_it_is_replaced(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let key = async |path: &str| {
            let secret = json!({"masterPasswordHash": PASSWORD_HASH});
            let reply = person.post(&server, path).json(&secret).send().await.expect(200);
            reply.json()["apiKey"].as_str().unwrap().to_owned()
        };
        let client = format!("user.{}", person.id);
        let log_in = async |key: &str| {
            let form = [
                ("grant_type", "client_credentials"), ("client_id", &*client), ("scope", "api"),
                ("client_secret", key), ("deviceIdentifier", "program"), ("deviceType", "25"),
            ];
            server.post("/identity/connect/token").form(&form).send().await
        };
        let first = key("/api/accounts/api-key").await;
        assert_eq!(first.len(), 30);
        assert_eq!(key("/api/accounts/api-key").await, first, "it can be shown again");
        let answer = log_in(&first).await.expect(200).json();
        assert_eq!(answer["refresh_token"], Value::Null);
        assert_eq!(answer["scope"], "api");
        let token = answer["access_token"].as_str().unwrap();
        server.get("/api/accounts/profile").bearer(token).send().await.expect(200);

        let keys = &server.app.keys;
        keys.rotate(&server.app.db, "seal", &*server.app.ports.random, server.app.now()).await.unwrap();
        log_in(&first).await.expect(200);

        let second = key("/api/accounts/rotate-api-key").await;
        assert_ne!(first, second);
        log_in(&second).await.expect(200);
        assert_eq!(log_in(&first).await.expect(400).json()["error"], "invalid_client");
    }

    async fn a_node_signs_with_no_key_another_one_retired_and_reads_what_others_seal(engine) {
        let server = TestServer::with(engine, wardstead_api::roles::cloud(), |settings| {
            settings.mail_verification = false;
        }).await;
        server.person("member@example.com").await;
        let log_in = async || {
            let form = [
                ("grant_type", "password"), ("client_id", "cli"), ("deviceIdentifier", "d"),
                ("username", "member@example.com"), ("password", PASSWORD_HASH),
            ];
            let reply = server.post("/identity/connect/token").form(&form).send().await.expect(200);
            let token = reply.json()["access_token"].as_str().unwrap().to_owned();
            token.split('.').next().unwrap().to_owned()
        };
        let (app, random) = (&server.app, &*server.app.ports.random);
        let before = log_in().await;
        let other = app::KeyRing::load(&app.db, random, app.now()).await.unwrap();
        let kid = other.rotate(&app.db, "access", random, app.now()).await.unwrap();
        server.clock.advance(chrono::TimeDelta::seconds(15));
        let header = format!("{{\"typ\":\"JWT\",\"alg\":\"EdDSA\",\"kid\":\"{kid}\"}}");
        assert_eq!(log_in().await, base64_url(header.as_bytes()));
        assert_ne!(log_in().await, before);

        server.clock.advance(chrono::TimeDelta::seconds(1));
        other.rotate(&app.db, "seal", random, app.now()).await.unwrap();
        let ticket = json!({"email": "new@example.com", "name": null});
        let token = other.sign("registration", &ticket, None).unwrap();
        let path = "/identity/accounts/register/verification-email-clicked";
        let clicked = json!({"email": "new@example.com", "emailVerificationToken": token});
        server.post(path).json(&clicked).send().await.expect(200);
    }

    async fn tokens_of_a_retired_key_stay_good_and_unknown_keys_are_looked_up(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let read = async |token: &str| {
            server.get("/api/accounts/profile").bearer(token).send().await.status.as_u16()
        };
        let keys = async || {
            let path = "/identity/.well-known/openid-configuration/jwks";
            server.get(path).send().await.expect(200).json()["keys"].as_array().unwrap().len()
        };
        assert_eq!((read(&person.token).await, keys().await), (200, 1));
        // Another node rotates the key and signs with it.
        let (app, now) = (&server.app, server.app.now());
        let other = app::KeyRing::load(&app.db, &*app.ports.random, now).await.unwrap();
        server.clock.advance(chrono::TimeDelta::seconds(1));
        other.rotate(&app.db, "access", &*app.ports.random, app.now()).await.unwrap();
        let kid = other.current("access").unwrap().id;
        assert!(app.keys.by_id("access", &kid).is_none());
        let header = format!("{{\"alg\":\"EdDSA\",\"kid\":\"{kid}\"}}");
        let unknown = format!("{}.e30.AAAA", base64_url(header.as_bytes()));
        assert_eq!(read(&unknown).await, 401);
        assert!(app.keys.by_id("access", &kid).is_some(), "it was looked up");
        assert_eq!((read(&person.token).await, keys().await), (200, 2));
    }
}

fn base64_url(bytes: &[u8]) -> String {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(bytes)
}
