use app::identity::{Secret, totp::Authenticator};
use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{OperatorAtWork, Reply, TestServer};

const OPERATOR: &str = "operator@example.com";

async fn link(server: &TestServer) -> String {
    server.post("/admin/login").json(&json!({ "email": OPERATOR })).send().await.expect(200);
    server.last_mail_to(OPERATOR, "operator_sign_in").await.link_parameter("token")
}

async fn confirm(server: &TestServer, token: &str, code: Option<&str>) -> Reply {
    let body = json!({ "token": token, "code": code });
    server.post("/admin/login/confirm").json(&body).send().await
}

/// An operator with an authenticator, and recovery codes.
struct Scene {
    server: TestServer,
    operator: OperatorAtWork,
    authenticator: Authenticator,
    codes: Vec<String>,
}

fn texts(reply: &Value) -> Vec<String> {
    let codes = reply["codes"].as_array().unwrap();
    codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

impl Scene {
    async fn new(server: TestServer) -> Self {
        let operator = server.operator().await;
        let made = operator.post(&server, "/admin/second-step/key").send().await.expect(200).json();
        let key = made["key"].as_str().unwrap().to_owned();
        assert!(
            made["address"].as_str().unwrap().starts_with("otpauth://totp/vault%2Eexample%2Ecom:")
        );
        let authenticator = Authenticator::read(&Secret::new(key.clone())).unwrap();
        let code = authenticator.code(server.app.now());
        let body = json!({ "key": key, "code": code });
        let begun =
            operator.post(&server, "/admin/second-step").json(&body).send().await.expect(200);
        let codes = texts(&begun.json());
        // The code that was shown is used up.
        server.clock.advance(TimeDelta::seconds(30));
        Self { server, operator, authenticator, codes }
    }

    fn code(&self) -> String {
        self.authenticator.code(self.server.app.now())
    }

    async fn state(&self) -> Value {
        self.operator.get(&self.server, "/admin/second-step").send().await.expect(200).json()
    }
}

testkit::db_test! {
    async fn signing_in_takes_a_link_and_a_code(engine) {
        let scene = Scene::new(TestServer::cloud(engine).await).await;
        let server = &scene.server;
        let session = scene.operator.get(server, "/admin/session").send().await.expect(200).json();
        assert_eq!(session["secondStep"], true);
        let token = link(server).await;
        let asked = confirm(server, &token, None).await.expect(400);
        assert_eq!(asked.json()["code"], "second_step_required");
        let wrong = confirm(server, &token, Some("000000")).await.expect(400);
        assert_eq!(wrong.json()["code"], "second_step_wrong");
        let code = scene.code();
        confirm(server, &token, Some(&code)).await.expect(200);
        confirm(server, &token, Some(&code)).await.expect(400);
        let again = link(server).await;
        let used = confirm(server, &again, Some(&code)).await.expect(400);
        assert_eq!(used.json()["code"], "second_step_wrong", "a code works once");
        server.clock.advance(TimeDelta::seconds(30));
        confirm(server, &again, Some(&scene.code())).await.expect(200);
    }

    async fn a_recovery_code_works_once_and_is_written_down(engine) {
        let scene = Scene::new(TestServer::cloud(engine).await).await;
        let server = &scene.server;
        assert_eq!(scene.codes.len(), 10);
        let code = scene.codes[0].to_lowercase().replace('-', " ");
        let token = link(server).await;
        server.clock.advance(TimeDelta::seconds(1));
        let reply = confirm(server, &token, Some(&code)).await.expect(200);
        let operator = OperatorAtWork::of(&reply);
        let again = link(server).await;
        confirm(server, &again, Some(&code)).await.expect(400);
        assert_eq!(scene.state().await["recoveryCodesLeft"], 9);
        let audit = operator.get(server, "/admin/audit").send().await.expect(200).json();
        assert_eq!(audit["data"][0]["action"], "operator.sign-in-by-recovery");

        let body = json!({ "code": scene.code() });
        let path = "/admin/second-step/recovery-codes";
        let renewed = operator.post(server, path).json(&body).send().await.expect(200).json();
        assert_eq!(texts(&renewed).len(), 10);
        let again = link(server).await;
        confirm(server, &again, Some(&scene.codes[1])).await.expect(400);
        confirm(server, &again, Some(&texts(&renewed)[0])).await.expect(200);
    }

    async fn an_authenticator_is_set_up_and_removed_by_its_code(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("person@example.com").await;
        for path in ["", "/key", "/remove", "/recovery-codes"] {
            let path = format!("/admin/second-step{path}");
            server.post(&path).json(&json!({})).send().await.expect(401);
            person.post(&server, &path).json(&json!({})).send().await.expect(401);
        }
        person.get(&server, "/admin/second-step").send().await.expect(401);
        let scene = Scene::new(server).await;
        let server = &scene.server;
        let post = async |path: &str, body: Value| {
            let path = format!("/admin/second-step{path}");
            scene.operator.post(server, &path).json(&body).send().await
        };
        scene.operator.forged(server, "/admin/second-step/remove").send().await.expect(403);
        let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let other = Authenticator::read(&Secret::new(key.to_owned())).unwrap();
        let shown = other.code(server.app.now());
        let cases = [
            ("one is there", key, shown.as_str(), Some("second_step_there")),
            ("a wrong code", key, "000000", Some("second_step_wrong")),
            ("no key", "short", shown.as_str(), None),
        ];
        for (case, key, code, word) in cases {
            let reply = post("", json!({ "key": key, "code": code })).await.expect(400);
            assert_eq!(reply.json()["code"].as_str(), word, "{case}");
        }
        post("/remove", json!({ "code": "000000" })).await.expect(400);
        assert_eq!(scene.state().await["enabled"], true);
        post("/remove", json!({ "code": scene.code() })).await.expect(200);
        let after = scene.state().await;
        assert_eq!((&after["enabled"], &after["recoveryCodesLeft"]), (&json!(false), &json!(0)));
        let reply = post("/remove", json!({ "code": scene.code() })).await.expect(400);
        assert_eq!(reply.json()["code"], "second_step_not_there");
        let token = link(server).await;
        confirm(server, &token, None).await.expect(200);
    }

    async fn codes_are_not_guessed(engine) {
        let server = TestServer::cloud_with(engine, |settings| settings.limits = true).await;
        let scene = Scene::new(server).await;
        let server = &scene.server;
        let token = link(server).await;
        for _ in 0..10 {
            confirm(server, &token, Some("000000")).await.expect(400);
        }
        confirm(server, &token, Some(&scene.code())).await.expect(429);
        server.clock.advance(TimeDelta::minutes(16));
        let token = link(server).await;
        confirm(server, &token, Some(&scene.code())).await.expect(200);
    }

    async fn a_command_helps_who_lost_everything(engine) {
        let scene = Scene::new(TestServer::cloud(engine).await).await;
        let app = &scene.server.app;
        app.reset_second_step("Operator@example.com ").await.unwrap();
        assert!(app.reset_second_step(OPERATOR).await.is_err(), "there is none any more");
        assert!(app.reset_second_step("nobody@example.com").await.is_err());
        let token = link(&scene.server).await;
        confirm(&scene.server, &token, None).await.expect(200);
    }
}
