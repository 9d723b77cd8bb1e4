use app::{
    ports::Stage,
    settings::{Egress, Protocol},
};
use chrono::TimeDelta;
use domain::admin::health::Space;
use serde_json::{Value, json};
use testkit::{OperatorAtWork, TestServer, Twins, Weather};

async fn health(server: &TestServer, operator: &OperatorAtWork) -> Value {
    operator.get(server, "/admin/health").send().await.expect(200).json()
}

fn finding<'a>(health: &'a Value, check: &str) -> &'a Value {
    let findings = health["findings"].as_array().unwrap();
    findings.iter().find(|it| it["check"] == check).unwrap()
}

testkit::db_test! {
    async fn a_server_that_is_well_says_so_to_its_operators_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let person = server.person("person@example.com").await;
        server.get("/admin/health").send().await.expect(401);
        person.get(&server, "/admin/health").send().await.expect(401);
        let health = health(&server, &operator).await;
        assert_eq!(health["state"], "ok", "{health}");
        for check in ["database", "disk", "certificate", "mail", "jobs", "schedules", "version"] {
            assert_eq!(finding(&health, check)["state"], "ok", "{check}");
        }
    }

    async fn what_is_wrong_is_named_with_its_cure_and_since_when(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        health(&server, &operator).await;
        server.clock.advance(TimeDelta::minutes(30));
        let since = server.app.now();
        *server.machine.space.lock().unwrap() = Some(Space { free: 1 << 20, total: 100 << 30 });
        *server.machine.certificate.lock().unwrap() = Some(Ok(since + TimeDelta::days(10)));
        server.carrier.leave(Some("nobody is at home"));
        // A node looks by itself, so that nobody has to be there when it begins.
        server.run_job("server.look").await;
        server.clock.advance(TimeDelta::hours(2));
        let sick = health(&server, &operator).await;
        assert_eq!(sick["state"], "fail");
        let cases = [("disk", "fail", "disk_full"), ("certificate", "warn", "certificate_ends"),
            ("mail", "fail", "mail_refused"), ("schedules", "fail", "schedules_late")];
        for (check, state, code) in cases {
            let found = finding(&sick, check);
            assert_eq!((&found["state"], &found["code"]), (&json!(state), &json!(code)), "{check}");
            assert!(found["cure"].is_string() && found["detail"].is_string(), "{check}");
        }
        assert_eq!(finding(&sick, "mail")["values"]["reason"], "nobody is at home");
        let at: chrono::DateTime<chrono::Utc> =
            finding(&sick, "disk")["since"].as_str().unwrap().parse().unwrap();
        assert_eq!(at, since);

        *server.machine.space.lock().unwrap() = Some(Space { free: 50 << 30, total: 100 << 30 });
        assert_eq!(finding(&health(&server, &operator).await, "disk")["state"], "ok");
    }

    async fn a_job_that_was_given_up_is_a_warning(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        server.run_job("test.unknown").await;
        let health = health(&server, &operator).await;
        assert_eq!((&health["state"], &finding(&health, "jobs")["code"]), (&json!("warn"), &json!("jobs_given_up")));
    }

    async fn the_way_to_the_cloud_is_part_of_it(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        let operator = server.operator().await;
        let well = health(server, &operator).await;
        assert_eq!(well["state"], "ok", "{well}");
        for check in ["communication", "reached", "region", "clock", "token.installation"] {
            assert_eq!(finding(&well, check)["state"], "ok", "{check}");
        }
        server.link().set(Weather::Down);
        let down = health(server, &operator).await;
        let reached = finding(&down, "reached");
        assert_eq!((&down["state"], &reached["code"]), (&json!("fail"), &json!("cloud_unreachable")));
    }
}

fn mail_server(settings: &mut app::Settings) {
    settings.egress =
        [("mail.example.com:465", Protocol::Smtp), ("cloud.example.com:443", Protocol::Http)]
            .map(|(host, protocol)| Egress {
                host: host.to_owned(),
                purpose: "a test",
                url: format!("https://{host}").parse().unwrap(),
                protocol,
                setting: "cloud.api_url",
            })
            .to_vec();
}

testkit::db_test! {
    async fn hosts_of_the_list_are_tried_and_no_others(engine) {
        let server = TestServer::cloud_with(engine, mail_server).await;
        let operator = server.operator().await;
        let path = "/admin/egress/check";
        let person = server.person("person@example.com").await;
        server.post(path).send().await.expect(401);
        person.post(&server, path).json(&json!({})).send().await.expect(401);
        person.get(&server, "/admin/egress").send().await.expect(401);
        operator.forged(&server, path).send().await.expect(403);
        let check = async |body: Value| {
            let reply = operator.post(&server, path).json(&body).send().await.expect(200);
            reply.json()["data"].as_array().unwrap().clone()
        };
        let all = check(json!({})).await;
        let seen: Vec<_> = all.iter().map(|it| (it["host"].as_str().unwrap(), it["ok"] == true)).collect();
        assert_eq!(seen, [("mail.example.com:465", true), ("cloud.example.com:443", true)]);
        let stages = all[0]["stages"].as_array().unwrap();
        let names: Vec<_> = stages.iter().map(|it| it["stage"].as_str().unwrap()).collect();
        assert_eq!(names, ["dns", "tcp", "answer"], "the mail server is greeted");
        assert_eq!(check(json!({ "host": "cloud.example.com:443" })).await.len(), 1);
        assert!(check(json!({ "host": "elsewhere.example.com:22" })).await.is_empty());

        server.carrier.leave(Some("no sign-in"));
        let refused = &check(json!({})).await[0];
        assert_eq!((&refused["ok"], &refused["stages"][2]["detail"]), (&json!(false), &json!("no sign-in")));
        *server.machine.broken.lock().unwrap() = Some(Stage::Connection);
        let broken = &check(json!({})).await[1];
        assert_eq!((&broken["ok"], &broken["stages"][1]["cure"]), (&json!(false), &json!("mend it")));
        let audit = operator.get(&server, "/admin/audit").send().await.expect(200).json();
        assert_eq!(audit["data"][0]["action"], "egress.check");
        let list = operator.get(&server, "/admin/egress").send().await.expect(200).json();
        assert_eq!(list[0]["host"], "mail.example.com:465");
    }
}
