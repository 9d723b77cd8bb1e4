use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{OperatorAtWork, PASSWORD_HASH, Reply, TestServer};

async fn log_in(server: &TestServer, email: &str) -> Reply {
    let form = [
        ("grant_type", "password"),
        ("username", email),
        ("password", PASSWORD_HASH),
        ("scope", "api offline_access"),
        ("client_id", "web"),
        ("deviceType", "9"),
        ("deviceIdentifier", "device-of-the-test"),
        ("deviceName", "chrome"),
    ];
    server.post("/identity/connect/token").form(&form).send().await
}

async fn emails(server: &TestServer, operator: &OperatorAtWork, query: &str) -> Vec<String> {
    let page =
        operator.get(server, &format!("/admin/users{query}")).send().await.expect(200).json();
    let lines = page["data"].as_array().unwrap();
    lines.iter().map(|line| line["email"].as_str().unwrap().to_owned()).collect()
}

testkit::db_test! {
    async fn people_are_found_by_address_name_and_state(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let amy = server.person("amy@example.com").await;
        for name in ["bob", "cid", "dan_"] {
            server.person(&format!("{name}@other.test")).await;
        }
        server.get("/admin/users").send().await.expect(401);
        amy.get(&server, "/admin/users").send().await.expect(401);
        operator.post(&server, &format!("/admin/users/{}/disable", amy.id)).send().await.expect(200);
        let cases: [(&str, &str, &[&str]); 8] = [
            ("everyone", "", &["amy@example.com", "bob@other.test", "cid@other.test", "dan_@other.test"]),
            ("part of an address", "?search=OTHER", &["bob@other.test", "cid@other.test", "dan_@other.test"]),
            ("a sign of patterns", "?search=_", &["dan_@other.test"]),
            ("nobody", "?search=zoe", &[]),
            ("who may not sign in", "?state=disabled", &["amy@example.com"]),
            ("without two-step login", "?state=noTwoStep&search=bob", &["bob@other.test"]),
            ("with two-step login", "?state=twoStep", &[]),
            ("a state nobody knows", "?state=x&search=cid", &["cid@other.test"]),
        ];
        for (case, query, wanted) in cases {
            assert_eq!(emails(&server, &operator, query).await, wanted, "{case}");
        }
        let first = operator.get(&server, "/admin/users?pageSize=3").send().await.expect(200).json();
        assert_eq!(first["counts"], json!({ "total": 4, "unverified": 0, "twoStep": 0, "disabled": 1 }));
        let token = first["continuationToken"].as_str().unwrap();
        let next = format!("/admin/users?pageSize=3&continuationToken={token}");
        let second = operator.get(&server, &next).send().await.expect(200).json();
        assert_eq!(second["data"].as_array().unwrap().len(), 1);
        assert_eq!((&second["continuationToken"], &second["counts"]), (&Value::Null, &Value::Null));
        operator.get(&server, "/admin/users?continuationToken=%25").send().await.expect(400);
    }

    async fn a_person_is_shown_without_what_is_theirs_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let amy = server.person("amy@example.com").await;
        let organization = server.organization(&amy, "enterprise").await;
        log_in(&server, "amy@example.com").await.expect(200);
        let path = format!("/admin/users/{}", amy.id);
        server.get(&path).send().await.expect(401);
        amy.get(&server, &path).send().await.expect(401);
        let reply = operator.get(&server, &path).send().await.expect(200);
        let view = reply.json();
        assert_eq!((&view["email"], &view["enabled"]), (&json!("amy@example.com"), &json!(true)));
        assert_eq!((&view["sessions"], &view["hasMasterPassword"]), (&json!(1), &json!(true)));
        assert_eq!(view["devices"][0]["name"], "chrome");
        let place = &view["organizations"][0];
        assert_eq!((&place["id"], &place["type"]), (&json!(organization.uuid()), &json!(0)));
        for secret in ["argon2", "2.AAAA", PASSWORD_HASH] {
            assert!(!reply.text().contains(secret), "{secret}");
        }
        for nobody in ["00000000-0000-0000-0000-000000000001", "x"] {
            operator.get(&server, &format!("/admin/users/{nobody}")).send().await.expect(404);
        }
    }

    async fn who_is_switched_off_is_out_at_once_and_stays_out(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let amy = server.person("amy@example.com").await;
        let tokens = log_in(&server, "amy@example.com").await.expect(200).json();
        let refresh = tokens["refresh_token"].as_str().unwrap().to_owned();
        let base = format!("/admin/users/{}", amy.id);
        let off = format!("{base}/disable");
        server.post(&off).send().await.expect(401);
        amy.post(&server, &off).send().await.expect(401);
        operator.forged(&server, &off).send().await.expect(403);
        operator.post(&server, &off).send().await.expect(200);
        operator.post(&server, &off).send().await.expect(200);

        amy.get(&server, "/api/accounts/profile").send().await.expect(401);
        let form = [("grant_type", "refresh_token"), ("refresh_token", &refresh), ("client_id", "web")];
        server.post("/identity/connect/token").form(&form).send().await.expect(400);
        let refused = log_in(&server, "amy@example.com").await.expect(400).json();
        assert_eq!(refused["error_description"], "account_disabled");
        assert!(refused["ErrorModel"]["Message"].as_str().unwrap().contains("switched off"));

        operator.post(&server, &format!("{base}/enable")).send().await.expect(200);
        log_in(&server, "amy@example.com").await.expect(200);
        let nobody = "/admin/users/00000000-0000-0000-0000-000000000001/disable";
        operator.post(&server, nobody).send().await.expect(404);
        let audit = operator.get(&server, "/admin/audit?action=user.").send().await.expect(200).json();
        let lines = audit["data"].as_array().unwrap();
        let done: Vec<_> = lines.iter().map(|line| (&line["action"], &line["subject"])).collect();
        let who = json!("amy@example.com");
        assert_eq!(done.len(), 2, "what changed nothing is not written down: {done:?}");
        assert!(done.iter().all(|(_, subject)| **subject == who));
    }

    async fn an_account_is_deleted_unless_an_organization_would_lose_its_owner(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        server.member(organization, &member, Role::User).await;
        let delete = async |id: String| {
            let path = format!("/admin/users/{id}");
            operator.delete(&server, &path).send().await
        };
        let path = format!("/admin/users/{}", member.id);
        server.delete(&path).send().await.expect(401);
        owner.delete(&server, &path).send().await.expect(401);
        let kept = delete(owner.id.to_string()).await.expect(400);
        assert!(kept.message().contains("only owner"), "{}", kept.message());
        delete(member.id.to_string()).await.expect(200);
        delete(member.id.to_string()).await.expect(404);
        member.get(&server, "/api/accounts/profile").send().await.expect(401);
        assert_eq!(emails(&server, &operator, "").await, ["owner@example.com"]);
    }

    async fn an_operator_has_the_address_of_someone_verified(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let amy = server.person("amy@example.com").await;
        let unverified = "UPDATE users SET email_verified = FALSE WHERE id = $1";
        testkit::tamper(&server.app.db, unverified, &[amy.id.uuid()]).await;
        let path = format!("/admin/users/{}/verify-mail", amy.id);
        server.post(&path).send().await.expect(401);
        operator.forged(&server, &path).send().await.expect(403);
        operator.post(&server, &path).send().await.expect(200);
        let mail = server.last_mail_to("amy@example.com", "email_verification").await;
        assert!(mail.link().contains("verify-email"));
        assert_eq!(emails(&server, &operator, "?state=unverified").await, ["amy@example.com"]);
        let nobody = "/admin/users/00000000-0000-0000-0000-000000000001/verify-mail";
        operator.post(&server, nobody).send().await.expect(404);
    }
}
