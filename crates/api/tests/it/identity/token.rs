use std::time::{Duration, Instant};

use app::identity::access_token::{Bearer, Claims};
use axum::{Extension, Router, body::Body, extract::Path, routing::get};
use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Reply, TestServer};
use tower::ServiceExt as _;
use wardstead_api::{error::HeldBack, middleware::held_back::held_back};

/// When an answer that is held back leaves.
const HELD: Duration = Duration::from_secs(2);

/// What is tried, what is sent, and the error.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

async fn log_in(server: &TestServer, email: &str, password: &str) -> Reply {
    let form = [
        ("grant_type", "password"),
        ("client_id", "cli"),
        ("scope", "api offline_access"),
        ("deviceType", "25"),
        ("deviceIdentifier", "a0e68cde-b967-48eb-9944-7d14c06a92b3"),
        ("deviceName", "linux"),
        ("username", email),
        ("password", password),
    ];
    server.post("/identity/connect/token").form(&form).send().await
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

testkit::db_test! {
    async fn a_password_opens_a_session(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let answer = log_in(&server, " Member@Example.com ", PASSWORD_HASH).await.expect(200).json();
        assert_eq!(answer["token_type"], "Bearer");
        assert_eq!(answer["expires_in"], 3600);
        assert_eq!(answer["scope"], "api offline_access");
        assert_eq!(answer["Kdf"], 0);
        assert_eq!(answer["ResetMasterPassword"], false);
        assert_eq!(answer["AccountKeys"]["publicKeyEncryptionKeyPair"]["publicKey"], "AAAA");
        let unlock = &answer["UserDecryptionOptions"]["MasterPasswordUnlock"];
        assert_eq!(unlock["MasterKeyWrappedUserKey"], answer["Key"]);
        assert_eq!(unlock["Salt"], "member@example.com");

        let token = text(&answer["access_token"]);
        let profile = server.get("/api/accounts/profile").bearer(&token).send().await.expect(200);
        assert_eq!(profile.json()["id"], person.id.to_string());
    }

    async fn nobody_learns_whether_it_was_the_name_or_the_password(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("member@example.com").await;
        let cases = [
            ("a wrong password", "member@example.com", "d3Jvbmc="),
            ("an unknown address", "stranger@example.com", PASSWORD_HASH),
            ("no password", "member@example.com", ""),
        ];
        let mut answers = Vec::new();
        for (case, email, password) in cases {
            let answer = log_in(&server, email, password).await.expect(400).json();
            assert_eq!(answer["error"], "invalid_grant", "{case}");
            assert_eq!(answer["error_description"], "invalid_username_or_password", "{case}");
            let message = "Username or password is incorrect. Try again.";
            assert_eq!(answer["ErrorModel"]["Message"], message, "{case}");
            answers.push(answer);
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    }

    async fn a_refresh_token_stays_good_while_it_is_used(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("member@example.com").await;
        let answer = log_in(&server, "member@example.com", PASSWORD_HASH).await.expect(200).json();
        let token = text(&answer["refresh_token"]);
        let form = [("grant_type", "refresh_token"), ("refresh_token", &*token), ("client_id", "cli")];
        for round in 0..4 {
            server.clock.advance(TimeDelta::days(20));
            let (one, other) = tokio::join!(
                server.post("/identity/connect/token").form(&form).send(),
                server.post("/identity/connect/token").form(&form).send(),
            );
            for reply in [one, other] {
                let answer = reply.expect(200).json();
                assert_eq!(answer["refresh_token"], *token, "round {round}");
                assert_eq!(answer["Key"], Value::Null, "a client has it already");
                let access = text(&answer["access_token"]);
                server.get("/api/accounts/revision-date").bearer(&access).send().await.expect(200);
            }
        }
        server.clock.advance(TimeDelta::days(31));
        let answer = server.post("/identity/connect/token").form(&form).send().await.expect(400);
        assert_eq!(answer.json()["error"], "invalid_grant", "it was not used for too long");
    }

    async fn requests_that_make_no_sense_say_so_in_oauth(engine) {
        let server = TestServer::cloud(engine).await;
        let user = format!("user.{}", uuid_of_nobody());
        let cases: &[Case] = &[
            ("nothing", &[], "invalid_request"),
            ("an unknown grant", &[("grant_type", "magic")], "unsupported_grant_type"),
            ("no refresh token", &[("grant_type", "refresh_token")], "invalid_grant"),
            ("a made-up refresh token",
                &[("grant_type", "refresh_token"), ("refresh_token", "made-up")], "invalid_grant"),
            ("no client", &[("grant_type", "client_credentials")], "invalid_client"),
            ("an unknown kind of client",
                &[("grant_type", "client_credentials"), ("client_id", "cat.1"), ("client_secret", "x")],
                "invalid_client"),
            ("a person of nobody",
                &[("grant_type", "client_credentials"), ("client_id", &*user), ("client_secret", "x")],
                "invalid_client"),
        ];
        for (case, form, error) in cases {
            let answer = server.post("/identity/connect/token").form(form).send().await.expect(400);
            assert_eq!(answer.json()["error"], *error, "{case}");
        }
    }

    async fn a_person_chooses_no_program_that_signs_in_for_itself(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let log_in = async |client: &str| {
            let form = [
                ("grant_type", "password"), ("client_id", client), ("deviceIdentifier", "d"),
                ("username", "member@example.com"), ("password", PASSWORD_HASH),
            ];
            server.post("/identity/connect/token").form(&form).send().await
        };
        let long = "a".repeat(51);
        let (server_s, organization_s) =
            (format!("installation.{}", person.id), format!("organization.{}", person.id));
        for client in [&*server_s, &*organization_s, "user.x", ".", &*long] {
            let answer = log_in(client).await.expect(400).json();
            assert_eq!(answer["error"], "invalid_client", "{client}");
        }
        for client in ["web", "browser", "desktop", "mobile", "cli", "connector", "rbw"] {
            let answer = log_in(client).await.expect(200).json();
            let token = text(&answer["refresh_token"]);
            let refresh = async |client: &str| {
                let form = [
                    ("grant_type", "refresh_token"), ("refresh_token", &*token), ("client_id", client),
                ];
                server.post("/identity/connect/token").form(&form).send().await
            };
            refresh(client).await.expect(200);
            let refused = refresh(&server_s).await.expect(400).json();
            assert_eq!(refused["error"], "invalid_client", "{client}");
        }
    }

    async fn the_scope_says_whose_token_it_is_and_a_program_is_the_one_it_is_called(engine) {
        let server = TestServer::cloud(engine).await;
        let (own, other) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2));
        let cases = [
            ("a server", format!("installation.{own}"), "api.installation", "installation"),
            ("another server", format!("installation.{other}"), "api.installation", "nobody"),
            ("a server with a person's scope", format!("installation.{own}"), "api", "person"),
            ("a person with a server's scope", "web".to_owned(), "api.installation", "nobody"),
            ("an organization", format!("organization.{own}"), "api.organization", "organization"),
            ("another organization", format!("organization.{other}"), "api.organization", "nobody"),
            ("an organization as a server", format!("organization.{own}"), "api.push", "nobody"),
            ("a person", "web".to_owned(), "api offline_access", "person"),
            ("no scope", "web".to_owned(), "", "nobody"),
        ];
        for (case, client, scope, whose) in cases {
            let life = TimeDelta::hours(1);
            let mut claims = Claims::bare(&server.app, own, client, scope, life);
            claims.device = Some("device".to_owned());
            claims.devicetype = Some(0);
            claims.sstamp = Some("stamp".to_owned());
            let token = server.app.access_token(&claims).unwrap();
            let read = match server.app.bearer(&token).await.unwrap() {
                None => "nobody",
                Some(Bearer::Person(_)) => "person",
                Some(Bearer::Organization(_)) => "organization",
                Some(Bearer::Installation { .. }) => "installation",
            };
            assert_eq!(read, whose, "{case}");
        }
    }

    async fn an_organization_s_key_is_good_for_programs_and_for_nothing_of_people(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let secret = json!({"masterPasswordHash": PASSWORD_HASH, "type": 0});
        let path = format!("/api/organizations/{organization}/api-key");
        let made = owner.post(&server, &path).json(&secret).send().await.expect(200);
        let key = text(&made.json()["apiKey"]);
        let client = format!("organization.{organization}");
        let log_in = async |client: &str, key: &str| {
            let form = [
                ("grant_type", "client_credentials"), ("client_id", client),
                ("client_secret", key), ("scope", "api.organization"),
            ];
            server.post("/identity/connect/token").form(&form).send().await
        };
        let refused = [("another key", &*client, "b"), ("nobody's", "organization.1", &*key)];
        for (case, client, key) in refused {
            let answer = log_in(client, key).await.expect(400).json();
            assert_eq!(answer["error"], "invalid_client", "{case}");
        }
        let answer = log_in(&client, &key).await.expect(200).json();
        assert_eq!(answer["scope"], "api.organization");
        assert_eq!(answer.get("refresh_token"), None);
        let token = text(&answer["access_token"]);
        server.get("/api/accounts/profile").bearer(&token).send().await.expect(401);
    }

    async fn field_names_come_in_any_case(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("member@example.com").await;
        let form = [
            ("Grant_Type", "password"), ("Client_Id", "mobile"), ("DeviceType", "0"),
            ("DeviceIdentifier", "phone"), ("DeviceName", "phone"),
            ("UserName", "member@example.com"), ("Password", PASSWORD_HASH),
        ];
        server.post("/identity/connect/token").form(&form).send().await.expect(200);
    }

    async fn who_fails_from_one_address_locks_nobody_out_elsewhere_or_otherwise(engine) {
        let routes = wardstead_api::roles::cloud();
        let server = TestServer::with(engine, routes, |settings| settings.limits = true).await;
        let person = server.person("member@example.com").await;
        let log_in = async |address: &str, password: &str| {
            let form = [
                ("grant_type", "password"), ("client_id", "cli"), ("deviceIdentifier", "d"),
                ("username", "member@example.com"), ("password", password),
            ];
            let request = server.post("/identity/connect/token").from(address).form(&form);
            request.send().await.status.as_u16()
        };
        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        let key = person.post(&server, "/api/accounts/api-key").json(&secret).send().await;
        let key = text(&key.expect(200).json()["apiKey"]);

        let tries = (0..40).map(|_| log_in("192.0.2.1", "d3Jvbmc="));
        let statuses = futures_util::future::join_all(tries).await;
        assert_eq!(statuses.iter().filter(|status| **status == 400).count(), 20);
        assert_eq!(log_in("192.0.2.1", PASSWORD_HASH).await, 429, "not even the right one");
        assert_eq!(log_in("192.0.2.2", PASSWORD_HASH).await, 200, "the owner, from elsewhere");

        person.post(&server, "/api/accounts/api-key").json(&secret).send().await.expect(200);
        let client = format!("user.{}", person.id);
        let form = [
            ("grant_type", "client_credentials"), ("client_id", &*client), ("scope", "api"),
            ("client_secret", &*key), ("deviceIdentifier", "d"), ("deviceType", "25"),
        ];
        let request = server.post("/identity/connect/token").from("192.0.2.1").form(&form);
        request.send().await.expect(200);
    }

    async fn what_is_held_back_leaves_at_one_time_however_long_the_work_was(engine) {
        let server = TestServer::with(engine, wardstead_api::roles::cloud(), |settings| {
            settings.limits = true;
        }).await;
        server.person("member@example.com").await;
        let hint = async |email: &str| {
            let began = Instant::now();
            let request = server.post("/api/accounts/password-hint").json(&json!({"email": email}));
            request.send().await.expect(200);
            began.elapsed()
        };
        let (known, unknown) = tokio::join!(hint("member@example.com"), hint("stranger@example.com"));
        assert!(known >= HELD && unknown >= HELD, "{known:?} {unknown:?}");

        let state = server.app.clone();
        let held = axum::middleware::from_fn_with_state(state, held_back);
        let work = async |Path(milliseconds): Path<u64>| {
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
            Extension(HeldBack)
        };
        let router = Router::new().route("/{milliseconds}", get(work)).layer(held);
        let began = Instant::now();
        let request = http::Request::get("/1900").body(Body::empty());
        router.oneshot(request.unwrap()).await.unwrap();
        let took = began.elapsed();
        assert!(took >= HELD && took < HELD + Duration::from_millis(1500), "{took:?}");
    }

    async fn limits_count_wrong_passwords_of_known_and_unknown_accounts_alike(engine) {
        let routes = wardstead_api::roles::cloud();
        let server = TestServer::with(engine, routes, |settings| settings.limits = true).await;
        server.person("member@example.com").await;
        for email in ["member@example.com", "stranger@example.com"] {
            let tries: Vec<_> =
                (0..21).map(|_| log_in(&server, email, "d3Jvbmc=")).collect();
            let mut statuses = Vec::new();
            for reply in futures(tries).await {
                statuses.push(reply.status.as_u16());
            }
            assert_eq!(statuses.iter().filter(|status| **status == 400).count(), 20, "{email}");
            assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 1, "{email}");
        }
        let right = log_in(&server, "member@example.com", PASSWORD_HASH).await;
        assert_eq!(right.status.as_u16(), 429, "even the right one waits");
        server.clock.advance(TimeDelta::minutes(11));
        log_in(&server, "member@example.com", PASSWORD_HASH).await.expect(200);
    }
}

async fn futures<F: Future<Output = Reply>>(all: Vec<F>) -> Vec<Reply> {
    futures_util::future::join_all(all).await
}

fn uuid_of_nobody() -> &'static str {
    "00000000-0000-4000-8000-000000000000"
}
