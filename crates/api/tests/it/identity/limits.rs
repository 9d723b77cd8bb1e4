use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Reply, TestServer};

const EMAIL: &str = "member@example.com";

async fn log_in(server: &TestServer, password: &str) -> Reply {
    let form = [
        ("grant_type", "password"),
        ("client_id", "cli"),
        ("deviceIdentifier", "one"),
        ("username", EMAIL),
        ("password", password),
    ];
    server.post("/identity/connect/token").form(&form).send().await
}

/// What a refusal says of the wait.
fn wait(reply: &Reply) -> (u16, Option<&str>) {
    let header = reply.headers.get("retry-after");
    (reply.status.as_u16(), header.map(|value| value.to_str().unwrap()))
}

testkit::db_test! {
    async fn who_signs_in_too_often_is_told_when_the_limit_opens_again(engine) {
        let server = TestServer::cloud_with(engine, |settings| settings.limits = true).await;
        server.person(EMAIL).await;
        for reply in join_all((0..20).map(|_| log_in(&server, "d3Jvbmc="))).await {
            assert_eq!(wait(&reply), (400, None));
        }
        let cases = [
            ("at once", TimeDelta::zero(), "600"),
            ("a minute and a half second later", TimeDelta::milliseconds(60_500), "540"),
            ("half a second before", TimeDelta::milliseconds(539_000), "1"),
        ];
        for (case, later, seconds) in cases {
            server.clock.advance(later);
            let refused = log_in(&server, PASSWORD_HASH).await;
            assert_eq!(wait(&refused), (429, Some(seconds)), "{case}");
            let said = refused.json();
            assert_eq!(said["code"], "too_many_tries", "{case}");
            assert_eq!(said["message"], "Too many attempts. Wait a few minutes and try again.");
        }
        server.clock.advance(TimeDelta::milliseconds(500));
        assert_eq!(wait(&log_in(&server, PASSWORD_HASH).await), (200, None));
    }

    async fn every_limit_says_how_long_it_holds(engine) {
        let server = TestServer::cloud_with(engine, |settings| settings.limits = true).await;
        let person = server.person(EMAIL).await;
        let verify = async |body: &Value| {
            person.post(&server, "/api/accounts/verify-password").json(body).send().await
        };
        let sign_up = async |body: &Value| {
            let path = "/identity/accounts/register/send-verification-email";
            server.post(path).json(body).send().await
        };
        let operator = async |body: &Value| server.post("/admin/login").json(body).send().await;

        let wrong = json!({"masterPasswordHash": "d3Jvbmc="});
        join_all((0..20).map(|_| verify(&wrong))).await;
        assert_eq!(wait(&verify(&wrong).await), (429, Some("600")));

        let new = json!({"email": "new@example.com"});
        join_all((0..10).map(|_| sign_up(&new))).await;
        assert_eq!(wait(&sign_up(&new).await), (429, Some("3600")));

        let nobody = json!({"email": "stranger@example.com"});
        join_all((0..10).map(|_| operator(&nobody))).await;
        let reply = operator(&nobody).await;
        assert_eq!(wait(&reply), (429, Some("3600")));
        assert_eq!(reply.json()["code"], "too_many_tries");
        server.finish().await;
    }
}
