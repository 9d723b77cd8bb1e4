use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer};

use super::{log_in, mailed_code, methods, opened};

const EMAIL: &str = "member@example.com";
const CODES: &str = "codes@example.com";

async fn set_up(server: &TestServer, person: &Person) {
    let ticket = opened(server, person, "email").await["userVerificationToken"].clone();
    let request = json!({"email": CODES, "userVerificationToken": ticket});
    person.post(server, "/api/two-factor/send-email").json(&request).send().await.expect(200);
    let token = mailed_code(server, CODES).await;
    let request = json!({"email": CODES, "token": token, "userVerificationToken": ticket});
    let reply = person.put(server, "/api/two-factor/email").json(&request).send().await.expect(200);
    assert_eq!(reply.json()["email"], json!({"enabled": true, "email": CODES}));
}

async fn send_to_log_in(server: &TestServer, request: Value) -> u16 {
    let path = "/api/two-factor/send-email-login";
    server.post(path).json(&request).send().await.status.as_u16()
}

testkit::db_test! {
    async fn codes_by_mail_are_set_up_asked_for_and_switched_off(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let fresh = opened(&server, &person, "email").await;
        assert_eq!(fresh["object"], "twoFactorEmail");
        assert_eq!(fresh["email"], json!({"enabled": false, "email": null}));
        set_up(&server, &person).await;
        assert_eq!(methods(&server, &person).await, [1]);

        let asked = log_in(&server, EMAIL, "laptop", &[]).await.expect(400).json();
        assert_eq!(asked["error_description"], "Two factor required.");
        assert_eq!(asked["TwoFactorProviders"], json!(["1"]));
        assert_eq!(asked["TwoFactorProviders2"], json!({"1": {"Email": "co***@example.com"}}));
        assert_eq!(asked["Email"], EMAIL);
        let session = &asked["SsoEmail2faSessionToken"];
        assert!(session.is_string());

        server.clock.advance(TimeDelta::minutes(1));
        let request = json!({"Email": EMAIL, "SsoEmail2FaSessionToken": session});
        assert_eq!(send_to_log_in(&server, request).await, 200);
        let code = mailed_code(&server, CODES).await;
        let step = [("twoFactorProvider", "1"), ("twoFactorToken", &*code)];
        log_in(&server, EMAIL, "laptop", &step).await.expect(200);
        log_in(&server, EMAIL, "laptop", &step).await.expect(400);

        let ticket = opened(&server, &person, "email").await["userVerificationToken"].clone();
        let request = json!({"userVerificationToken": ticket});
        person.delete(&server, "/api/two-factor/email").json(&request).send().await.expect(200);
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());
        log_in(&server, EMAIL, "laptop", &[]).await.expect(200);
    }

    async fn a_code_to_sign_in_with_is_mailed_to_who_proved_the_password(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let without = server.person("without@example.com").await;
        set_up(&server, &person).await;
        let asked = log_in(&server, EMAIL, "laptop", &[]).await.expect(400).json();
        let session = asked["SsoEmail2faSessionToken"].as_str().unwrap().to_owned();
        server.clock.advance(TimeDelta::minutes(1));
        let before = server.mails_to(CODES).await.len();
        let hash = PASSWORD_HASH;
        let cases = [
            ("nothing", json!({}), 400),
            ("a wrong password", json!({"email": EMAIL, "masterPasswordHash": "d3Jvbmc="}), 400),
            ("nobody", json!({"email": "nobody@example.com", "masterPasswordHash": hash}), 400),
            ("a made-up session", json!({"email": EMAIL, "ssoEmail2FaSessionToken": "a.b.c"}), 400),
            ("without such codes",
                json!({"email": without.email, "masterPasswordHash": hash}), 400),
        ];
        for (case, request, status) in cases {
            assert_eq!(send_to_log_in(&server, request).await, status, "{case}");
        }
        assert_eq!(server.mails_to(CODES).await.len(), before);
        let request = json!({
            "email": EMAIL, "masterPasswordHash": hash, "deviceIdentifier": "laptop",
            "ssoEmail2FaSessionToken": null,
        });
        assert_eq!(send_to_log_in(&server, request.clone()).await, 200);
        assert_eq!(send_to_log_in(&server, request.clone()).await, 200);
        assert_eq!(server.mails_to(CODES).await.len(), before + 1, "the first is on its way");
        let first = mailed_code(&server, CODES).await;
        server.clock.advance(TimeDelta::minutes(1));
        assert_eq!(send_to_log_in(&server, request).await, 200);
        let second = mailed_code(&server, CODES).await;
        for (code, status) in [(first, 400), (second, 200)] {
            let step = [("twoFactorProvider", "1"), ("twoFactorToken", &*code)];
            log_in(&server, EMAIL, "laptop", &step).await.expect(status);
        }
        server.clock.advance(TimeDelta::minutes(10));
        let late = json!({"email": EMAIL, "ssoEmail2FaSessionToken": session});
        assert_eq!(send_to_log_in(&server, late).await, 400, "the session is over");
    }

    async fn a_mailed_code_lasts_ten_minutes_and_five_tries(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        set_up(&server, &person).await;
        let proof = json!({"email": EMAIL, "masterPasswordHash": PASSWORD_HASH});
        let try_code = async |token: &str| {
            let step = [("twoFactorProvider", "1"), ("twoFactorToken", token)];
            log_in(&server, EMAIL, "laptop", &step).await.status.as_u16()
        };
        server.clock.advance(TimeDelta::minutes(1));
        assert_eq!(send_to_log_in(&server, proof.clone()).await, 200);
        let code = mailed_code(&server, CODES).await;
        server.clock.advance(TimeDelta::minutes(10));
        assert_eq!(try_code(&code).await, 400, "too late");

        assert_eq!(send_to_log_in(&server, proof).await, 200);
        let code = mailed_code(&server, CODES).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert_eq!(try_code(wrong).await, 400);
        }
        assert_eq!(try_code(&code).await, 400, "after five wrong ones");
    }

    async fn an_address_is_set_up_only_when_its_mail_arrives(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let ticket = opened(&server, &person, "email").await["userVerificationToken"].clone();
        let send = |email: &str, ticket: &Value| {
            let request = json!({"email": email, "userVerificationToken": ticket});
            person.post(&server, "/api/two-factor/send-email").json(&request)
        };
        send("no address", &ticket).send().await.expect(400);
        send(CODES, &Value::Null).send().await.expect(400);
        assert_eq!(server.mails_to(CODES).await.len(), 0);
        send(CODES, &ticket).send().await.expect(200);
        let code = mailed_code(&server, CODES).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let set = |email: &str, token: &str| {
            let request = json!({"email": email, "token": token, "userVerificationToken": ticket});
            person.put(&server, "/api/two-factor/email").json(&request)
        };
        set(CODES, wrong).send().await.expect(400);
        set("other@example.com", &code).send().await.expect(400);
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());
        set(" Codes@Example.com ", &code).send().await.expect(200);
    }

    async fn older_clients_find_the_address_where_they_look(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        set_up(&server, &person).await;
        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        let request = person.post(&server, "/api/two-factor/get-email").json(&secret);
        let reply = request.header("Bitwarden-Client-Version", "2026.7.0").send().await.expect(200);
        assert_eq!((&reply.json()["enabled"], &reply.json()["email"]), (&json!(true), &json!(CODES)));
    }
}
