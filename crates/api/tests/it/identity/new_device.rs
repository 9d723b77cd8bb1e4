use chrono::TimeDelta;
use serde_json::json;
use testkit::{PASSWORD_HASH, Person, Reply, TestServer};

use crate::two_step::{log_in, mailed_code_in, set_up_authenticator};

const EMAIL: &str = "member@example.com";

/// A person who has used a laptop, and whose account is settled.
async fn settled(server: &TestServer) -> Person {
    let person = server.person(EMAIL).await;
    log_in(server, EMAIL, "laptop", &[]).await.expect(200);
    server.clock.advance(TimeDelta::hours(24));
    person
}

async fn with_code(server: &TestServer, code: &str) -> Reply {
    log_in(server, EMAIL, "phone", &[("newDeviceOtp", code)]).await
}

async fn mails(server: &TestServer) -> usize {
    let mails = server.mails_to(EMAIL).await;
    mails.iter().filter(|mail| mail.template == "new_device").count()
}

testkit::db_test! {
    async fn a_new_device_is_let_in_with_the_mailed_code_and_known_from_then_on(engine) {
        let server = TestServer::cloud(engine).await;
        settled(&server).await;
        log_in(&server, EMAIL, "laptop", &[]).await.expect(200);
        let asked = log_in(&server, EMAIL, "phone", &[]).await.expect(400).json();
        assert_eq!(asked["error"], "device_error");
        assert_eq!(asked["ErrorModel"]["Message"], "new device verification required");
        let code = mailed_code_in(&server, EMAIL, "new_device").await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = with_code(&server, wrong).await.expect(400).json();
        assert_eq!(refused["error"], "device_error");
        assert_eq!(refused["ErrorModel"]["Message"], "invalid new device otp");
        with_code(&server, &code).await.expect(200);
        log_in(&server, EMAIL, "phone", &[]).await.expect(200);
        log_in(&server, EMAIL, "tablet", &[("newDeviceOtp", &*code)]).await.expect(400);
    }

    async fn nobody_is_asked_who_is_new_or_has_no_device_or_two_steps_or_said_so(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        server.clock.advance(TimeDelta::hours(24));
        log_in(&server, EMAIL, "the first", &[]).await.expect(200);
        log_in(&server, EMAIL, "the second", &[]).await.expect(400);

        let new = "new@example.com";
        server.person(new).await;
        log_in(&server, new, "laptop", &[]).await.expect(200);
        log_in(&server, new, "phone", &[]).await.expect(200);

        let switch = |hash: &str, on: bool| {
            let request = json!({"masterPasswordHash": hash, "verifyDevices": on});
            person.put(&server, "/api/accounts/verify-devices").json(&request)
        };
        switch("d3Jvbmc=", false).send().await.expect(400);
        switch(PASSWORD_HASH, false).send().await.expect(200);
        let profile = person.get(&server, "/api/accounts/profile").send().await.expect(200).json();
        assert_eq!(profile["verifyDevices"], false);
        log_in(&server, EMAIL, "the second", &[]).await.expect(200);
        switch(PASSWORD_HASH, true).send().await.expect(200);
        log_in(&server, EMAIL, "the third", &[]).await.expect(400);

        let key = set_up_authenticator(&server, &person).await;
        server.clock.advance(TimeDelta::seconds(30));
        let code = crate::two_step::code(&server, &key);
        let step = [("twoFactorProvider", "0"), ("twoFactorToken", &*code)];
        log_in(&server, EMAIL, "the third", &step).await.expect(200);
    }

    async fn nobody_is_asked_where_the_operator_says_so(engine) {
        let server = TestServer::cloud_with(engine, |settings| {
            settings.new_device_verification = false;
        }).await;
        settled(&server).await;
        log_in(&server, EMAIL, "phone", &[]).await.expect(200);
    }

    async fn the_code_is_mailed_again_to_who_has_the_password(engine) {
        let server = TestServer::cloud(engine).await;
        settled(&server).await;
        log_in(&server, EMAIL, "phone", &[]).await.expect(400);
        server.clock.advance(TimeDelta::minutes(1));
        let resend = async |email: &str, hash: &str| {
            let request = json!({"email": email, "masterPasswordHash": hash});
            let path = "/api/accounts/resend-new-device-otp";
            server.post(path).json(&request).send().await.status.as_u16()
        };
        assert_eq!(resend(EMAIL, "d3Jvbmc=").await, 400);
        assert_eq!(resend("nobody@example.com", PASSWORD_HASH).await, 400);
        assert_eq!(mails(&server).await, 1);
        assert_eq!(resend(EMAIL, PASSWORD_HASH).await, 200);
        assert_eq!(resend(EMAIL, PASSWORD_HASH).await, 200);
        assert_eq!(mails(&server).await, 2, "the second is on its way");
        let code = mailed_code_in(&server, EMAIL, "new_device").await;
        with_code(&server, &code).await.expect(200);
    }

    async fn the_password_comes_before_the_device(engine) {
        let server = TestServer::cloud(engine).await;
        settled(&server).await;
        let form = [
            ("grant_type", "password"), ("client_id", "web"), ("deviceIdentifier", "phone"),
            ("username", EMAIL), ("password", "d3Jvbmc="),
        ];
        let answer = server.post("/identity/connect/token").form(&form).send().await.expect(400);
        assert_eq!(answer.json()["error_description"], "invalid_username_or_password");
        assert_eq!(mails(&server).await, 0);
    }
}
