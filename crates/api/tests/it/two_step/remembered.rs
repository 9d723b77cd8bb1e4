use chrono::TimeDelta;
use serde_json::json;
use testkit::{PASSWORD_HASH, Person, TestServer};

use super::{code, log_in, set_up_authenticator};

const EMAIL: &str = "member@example.com";

/// Signs in on a device with a code and lets it be remembered; answers what the device remembers.
async fn remembered(server: &TestServer, key: &str, device: &str) -> String {
    server.clock.advance(TimeDelta::seconds(30));
    let code = code(server, key);
    let step = [("twoFactorProvider", "0"), ("twoFactorToken", &*code), ("twoFactorRemember", "1")];
    let answer = log_in(server, EMAIL, device, &step).await.expect(200).json();
    answer["TwoFactorToken"].as_str().unwrap().to_owned()
}

/// Whether the device is asked for nothing but what it remembers.
async fn still_remembered(server: &TestServer, device: &str, token: &str) -> bool {
    let step = [("twoFactorProvider", "5"), ("twoFactorToken", token)];
    let reply = log_in(server, EMAIL, device, &step).await;
    if reply.status.as_u16() == 200 {
        return true;
    }
    let asked = reply.expect(400).json();
    assert_eq!(asked["error_description"], "Two factor required.");
    assert!(asked["TwoFactorProviders2"].is_object());
    false
}

async fn set_up(engine: testkit::Engine) -> (TestServer, Person, String) {
    let server = TestServer::cloud(engine).await;
    let person = server.person(EMAIL).await;
    let key = set_up_authenticator(&server, &person).await;
    (server, person, key)
}

testkit::db_test! {
    async fn a_device_is_remembered_for_a_month_and_no_other(engine) {
        let (server, _, key) = set_up(engine).await;
        let token = remembered(&server, &key, "laptop").await;
        assert!(still_remembered(&server, "laptop", &token).await);
        assert!(!still_remembered(&server, "phone", &token).await, "another device");
        assert!(!still_remembered(&server, "laptop", "made.up.token").await);
        server.clock.advance(TimeDelta::days(29));
        assert!(still_remembered(&server, "laptop", &token).await);
        server.clock.advance(TimeDelta::days(2));
        assert!(!still_remembered(&server, "laptop", &token).await);
    }

    async fn what_one_person_remembers_is_worth_nothing_to_another(engine) {
        let (server, _, key) = set_up(engine).await;
        let token = remembered(&server, &key, "laptop").await;
        let other = server.person("other@example.com").await;
        set_up_authenticator(&server, &other).await;
        let step = [("twoFactorProvider", "5"), ("twoFactorToken", &*token)];
        log_in(&server, &other.email, "laptop", &step).await.expect(400);
    }

    async fn signing_out_everywhere_makes_devices_forget(engine) {
        let (server, person, key) = set_up(engine).await;
        let token = remembered(&server, &key, "laptop").await;
        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        person.post(&server, "/api/accounts/security-stamp").json(&secret).send().await.expect(200);
        assert!(!still_remembered(&server, "laptop", &token).await);
    }

    async fn switching_two_step_login_off_and_on_makes_devices_forget(engine) {
        let (server, person, key) = set_up(engine).await;
        let token = remembered(&server, &key, "laptop").await;
        let off = json!({"type": 0, "masterPasswordHash": PASSWORD_HASH});
        person.put(&server, "/api/two-factor/disable").json(&off).send().await.expect(200);
        set_up_authenticator(&server, &person).await;
        assert!(!still_remembered(&server, "laptop", &token).await);
    }
}
