use chrono::TimeDelta;
use serde_json::json;
use testkit::{PASSWORD_HASH, Person, TestServer};

use super::{code, log_in, methods, opened, set_up_authenticator};

const EMAIL: &str = "member@example.com";

async fn recovery_code(server: &TestServer, person: &Person) -> String {
    let shown = opened(server, person, "recover").await;
    assert_eq!(shown["object"], "twoFactorRecover");
    shown["code"].as_str().unwrap().to_owned()
}

testkit::db_test! {
    async fn the_recovery_code_signs_in_once_and_switches_two_step_login_off(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        set_up_authenticator(&server, &person).await;
        let first = recovery_code(&server, &person).await;
        assert_eq!(first.len(), 32);
        assert_eq!(recovery_code(&server, &person).await, first, "it can be shown again");

        let step = [("twoFactorProvider", "8"), ("twoFactorToken", "abcdabcdabcdabcdabcdabcdabcdabcd")];
        log_in(&server, EMAIL, "laptop", &step).await.expect(400);
        let typed = format!("{} {}", &first[..16], &first[16..]).to_lowercase();
        let step = [("twoFactorProvider", "8"), ("twoFactorToken", &*typed)];
        let answer = log_in(&server, EMAIL, "laptop", &step).await.expect(200).json();
        assert!(answer["Key"].is_string());
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());
        log_in(&server, EMAIL, "laptop", &[]).await.expect(200);
        let mail = server.last_mail_to(EMAIL, "two_step_recovered").await;
        assert!(mail.link().ends_with("/#/settings/security/two-factor"));

        set_up_authenticator(&server, &person).await;
        log_in(&server, EMAIL, "laptop", &step).await.expect(400);
        assert_ne!(recovery_code(&server, &person).await, first);
    }

    async fn another_s_recovery_code_is_worth_nothing(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let other = server.person("other@example.com").await;
        set_up_authenticator(&server, &person).await;
        set_up_authenticator(&server, &other).await;
        let theirs = recovery_code(&server, &other).await;
        let step = [("twoFactorProvider", "8"), ("twoFactorToken", &*theirs)];
        log_in(&server, EMAIL, "laptop", &step).await.expect(400);
        assert_eq!(methods(&server, &person).await, [0]);
    }

    async fn what_happens_to_two_step_login_is_logged(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let key = set_up_authenticator(&server, &person).await;
        server.clock.advance(TimeDelta::seconds(30));
        let wrong = [("twoFactorProvider", "1"), ("twoFactorToken", "000000")];
        log_in(&server, EMAIL, "laptop", &wrong).await.expect(400);
        let right = code(&server, &key);
        let right = [("twoFactorProvider", "0"), ("twoFactorToken", &*right)];
        log_in(&server, EMAIL, "laptop", &right).await.expect(200);
        let off = json!({"type": 0, "masterPasswordHash": PASSWORD_HASH});
        person.put(&server, "/api/two-factor/disable").json(&off).send().await.expect(200);
        set_up_authenticator(&server, &person).await;
        let code = recovery_code(&server, &person).await;
        let recovery = [("twoFactorProvider", "8"), ("twoFactorToken", &*code)];
        log_in(&server, EMAIL, "laptop", &recovery).await.expect(200);
        let log = person.get(&server, "/api/events").send().await.expect(200).json();
        let rows = log["data"].as_array().unwrap().iter().rev();
        let kinds: Vec<i64> = rows.map(|row| row["type"].as_i64().unwrap()).collect();
        // Set up, failed, signed in, switched off, set up, recovered, signed in.
        assert_eq!(kinds, [1002, 1006, 1000, 1003, 1002, 1004, 1000]);
    }
}
