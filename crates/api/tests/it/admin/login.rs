use chrono::TimeDelta;
use serde_json::json;
use testkit::{Engine, OperatorAtWork, TestServer};

async fn token_of(server: &TestServer, email: &str) -> String {
    server.post("/admin/login").json(&json!({ "email": email })).send().await.expect(200);
    server.last_mail_to(email, "operator_sign_in").await.link_parameter("token")
}

async fn confirm(server: &TestServer, token: &str) -> testkit::Reply {
    server.post("/admin/login/confirm").json(&json!({ "token": token })).send().await
}

testkit::db_test! {
    async fn an_operator_signs_in_by_a_link_that_works_once(engine) {
        let server = TestServer::cloud(engine).await;
        let token = token_of(&server, "operator@example.com").await;
        let mail = server.last_mail_to("operator@example.com", "operator_sign_in").await;
        assert!(mail.link().starts_with("https://vault.example.com/app/admin/login?token="));

        let reply = confirm(&server, &token).await.expect(200);
        let cookie = reply.headers["set-cookie"].to_str().unwrap().to_owned();
        for part in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/admin"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        confirm(&server, &token).await.expect(400);

        let operator = OperatorAtWork::of(&reply);
        let session = operator.get(&server, "/admin/session").send().await.expect(200).json();
        assert_eq!(session["email"], "operator@example.com");
        operator.forged(&server, "/admin/logout").send().await.expect(403);
        operator.post(&server, "/admin/logout").send().await.expect(200);
        operator.get(&server, "/admin/session").send().await.expect(401);
    }

    async fn nobody_learns_who_is_an_operator(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("stranger@example.com").await;
        for email in ["operator@example.com", "OPERATOR@example.com ", "stranger@example.com", "nobody", ""] {
            let reply = server.post("/admin/login").json(&json!({ "email": email })).send().await;
            assert_eq!((reply.status.as_u16(), reply.text().as_str()), (200, ""), "{email}");
        }
        assert_eq!(server.mails().await.len(), 2, "only operators get a letter");
    }

    async fn nobody_keeps_an_operator_out_by_asking_for_links(engine) {
        let server = TestServer::cloud_with(engine, |settings| settings.limits = true).await;
        let ask = async |address: &str, email: &str| {
            let request = server.post("/admin/login").from(address).json(&json!({ "email": email }));
            request.send().await.status.as_u16()
        };
        for _ in 0..10 {
            assert_eq!(ask("192.0.2.1", "operator@example.com").await, 200);
        }
        for email in ["operator@example.com", "stranger@example.com"] {
            assert_eq!(ask("192.0.2.1", email).await, 429, "{email}");
        }
        let before = server.mails().await.len();
        assert_eq!(ask("192.0.2.2", "operator@example.com").await, 200);
        assert_eq!(server.mails().await.len(), before + 1, "the operator, from elsewhere");
        for network in 10..80 {
            let address = format!("192.0.2.{network}");
            assert_eq!(ask(&address, "operator@example.com").await, 200, "nobody is told");
        }
        assert_eq!(server.mails().await.len(), 60, "letters have an end");
    }

    async fn links_and_sessions_end(engine) {
        let server = TestServer::cloud(engine).await;
        let old = token_of(&server, "operator@example.com").await;
        server.clock.advance(TimeDelta::minutes(16));
        confirm(&server, &old).await.expect(400);
        confirm(&server, "guess").await.expect(400);
        confirm(&server, "").await.expect(400);

        let operator = server.operator().await;
        operator.get(&server, "/admin/session").send().await.expect(200);
        server.clock.advance(TimeDelta::hours(8));
        operator.get(&server, "/admin/session").send().await.expect(401);
    }

    async fn a_session_secret_is_no_link_and_a_link_no_session(engine) {
        let server = TestServer::cloud(engine).await;
        let token = token_of(&server, "operator@example.com").await;
        let cookie = format!("wardstead_operator={token}");
        server.get("/admin/session").header("cookie", &cookie).send().await.expect(401);
        let reply = confirm(&server, &token).await.expect(200);
        let secret = reply.headers["set-cookie"].to_str().unwrap().to_owned();
        let secret = secret.split(['=', ';']).nth(1).unwrap().to_owned();
        confirm(&server, &secret).await.expect(400);
    }

    async fn whom_a_command_adds_may_enter_until_a_command_removes_them(engine) {
        let server = TestServer::cloud(engine).await;
        let link = server.app.add_operator("second@example.com").await.unwrap();
        let token = link.split_once("token=").unwrap().1.to_owned();
        let operator = OperatorAtWork::of(&confirm(&server, &token).await.expect(200));
        operator.get(&server, "/admin/overview").send().await.expect(200);
        server.app.remove_operator("second@example.com").await.unwrap();
        operator.get(&server, "/admin/overview").send().await.expect(401);
        assert!(server.app.remove_operator("operator@example.com").await.is_err(), "named in the settings");
        assert!(server.app.add_operator("nobody").await.is_err());
    }

    async fn a_persons_token_opens_nothing_of_the_portal(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("operator@example.com").await;
        let paths = ["/admin/session", "/admin/overview", "/admin/organizations", "/admin/jobs",
            "/admin/mails", "/admin/installations", "/admin/egress"];
        for path in paths {
            server.get(path).send().await.expect(401);
            person.get(&server, path).send().await.expect(401);
        }
    }
}

#[tokio::test]
async fn an_address_the_settings_no_longer_name_is_out_at_once() {
    let engine = Engine::sqlite();
    let server = TestServer::cloud_with(engine, |settings| settings.operators.clear()).await;
    server
        .post("/admin/login")
        .json(&json!({ "email": "operator@example.com" }))
        .send()
        .await
        .expect(200);
    assert!(server.mails().await.is_empty());
}
