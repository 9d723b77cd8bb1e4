use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer};

use crate::two_step::mailed_code;

const NEW_HASH: &str = "bmV3IG1hc3RlciBwYXNzd29yZCBoYXNoIGluIHRlc3Q=";
const NEW_KEY: &str = "2.BBBB|BBBB|BBBB";
const NEW: &str = "new@example.com";

async fn ask(server: &TestServer, person: &Person, hash: &str, email: &str) -> u16 {
    let request = json!({"newEmail": email, "masterPasswordHash": hash});
    let path = "/api/accounts/email-token";
    person.post(server, path).json(&request).send().await.status.as_u16()
}

fn change(email: &str, code: &str) -> Value {
    json!({
        "newEmail": email, "token": code, "masterPasswordHash": PASSWORD_HASH,
        "newMasterPasswordHash": NEW_HASH, "key": NEW_KEY,
    })
}

testkit::db_test! {
    async fn the_address_changes_with_what_hangs_on_it(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        assert_eq!(ask(&server, &person, PASSWORD_HASH, " New@Example.com ").await, 200);
        let code = mailed_code(&server, NEW).await;
        let request = change(NEW, &code);
        person.post(&server, "/api/accounts/email").json(&request).send().await.expect(200);
        person.get(&server, "/api/accounts/profile").send().await.expect(401);

        let log_in = async |email: &str, hash: &str| {
            let form = [
                ("grant_type", "password"), ("client_id", "web"), ("deviceIdentifier", "one"),
                ("username", email), ("password", hash),
            ];
            server.post("/identity/connect/token").form(&form).send().await
        };
        log_in("member@example.com", PASSWORD_HASH).await.expect(400);
        log_in(NEW, PASSWORD_HASH).await.expect(400);
        let answer = log_in(NEW, NEW_HASH).await.expect(200).json();
        assert_eq!(answer["Key"], NEW_KEY);
        assert_eq!(answer["UserDecryptionOptions"]["MasterPasswordUnlock"]["Salt"], NEW);
        let told = server.last_mail_to("member@example.com", "email_changed").await;
        assert!(told.text.contains("n***@example.com") && !told.text.contains(NEW));
    }

    async fn without_the_code_the_password_and_a_whole_new_proof_the_address_stays(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        assert_eq!(ask(&server, &person, "d3Jvbmc=", NEW).await, 400);
        assert_eq!(ask(&server, &person, PASSWORD_HASH, "no address").await, 400);
        assert_eq!(ask(&server, &person, PASSWORD_HASH, "Member@example.com").await, 400);
        assert!(server.mails_to(NEW).await.is_empty());
        assert_eq!(ask(&server, &person, PASSWORD_HASH, NEW).await, 200);
        let code = mailed_code(&server, NEW).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let with = |field: &str, value: Value| {
            let mut request = change(NEW, &code);
            request[field] = value;
            request
        };
        let other_salt = json!({
            "kdf": {"kdfType": 0, "iterations": 600_000}, "salt": "member@example.com",
            "masterPasswordAuthenticationHash": NEW_HASH, "masterKeyWrappedUserKey": NEW_KEY,
        });
        let mut old_salt = with("authenticationData", other_salt.clone());
        old_salt["unlockData"] = other_salt;
        let cases = [
            ("nothing", json!({}), None),
            ("a wrong password", with("masterPasswordHash", json!("d3Jvbmc=")),
                Some("wrong_password")),
            ("a wrong code", with("token", json!(wrong)), Some("wrong_code")),
            ("another address", with("newEmail", json!("other@example.com")), Some("wrong_code")),
            ("no new proof", with("newMasterPasswordHash", Value::Null), None),
            ("no user key", with("key", json!("plain")), Some("no_user_key")),
            ("the old salt", old_salt, Some("other_salt")),
        ];
        for (case, request, code) in cases {
            let reply = person.post(&server, "/api/accounts/email").json(&request).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.text());
            assert_eq!(reply.json()["code"].as_str(), code, "{case}");
        }
        let profile = person.get(&server, "/api/accounts/profile").send().await.expect(200).json();
        assert_eq!(profile["email"], "member@example.com");
        server.post("/api/accounts/email").json(&change(NEW, &code)).send().await.expect(401);
    }

    async fn who_asks_does_not_learn_whether_an_address_is_taken(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let other = server.person("other@example.com").await;
        assert_eq!(ask(&server, &person, PASSWORD_HASH, &other.email).await, 200);
        server.last_mail_to(&other.email, "already_registered").await;

        assert_eq!(ask(&server, &person, PASSWORD_HASH, NEW).await, 200);
        let code = mailed_code(&server, NEW).await;
        server.person(NEW).await;
        let request = change(NEW, &code);
        let reply = person.post(&server, "/api/accounts/email").json(&request).send().await;
        let refused = reply.expect(400);
        assert_eq!(refused.message(), "This email address has an account already.");
        assert_eq!(refused.json()["code"], "taken");
    }

    async fn whoever_corrects_an_address_is_written_to_at_once_and_nobody_twice(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        assert_eq!(ask(&server, &person, PASSWORD_HASH, "nwe@example.com").await, 200);
        let mistyped = mailed_code(&server, "nwe@example.com").await;
        for _ in 0..2 {
            assert_eq!(ask(&server, &person, PASSWORD_HASH, NEW).await, 200);
        }
        assert_eq!(server.mails_to(NEW).await.len(), 1, "the second is on its way");
        let path = "/api/accounts/email";
        let old = change("nwe@example.com", &mistyped);
        person.post(&server, path).json(&old).send().await.expect(400);
        let code = mailed_code(&server, NEW).await;
        person.post(&server, path).json(&change(NEW, &code)).send().await.expect(200);
    }

    async fn a_code_for_a_new_address_lasts_ten_minutes(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        assert_eq!(ask(&server, &person, PASSWORD_HASH, NEW).await, 200);
        let code = mailed_code(&server, NEW).await;
        server.clock.advance(TimeDelta::minutes(10));
        let request = change(NEW, &code);
        person.post(&server, "/api/accounts/email").json(&request).send().await.expect(400);
    }
}
