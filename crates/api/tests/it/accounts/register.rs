use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{Engine, TestServer};

const HASH: &str = "bWFzdGVyIHBhc3N3b3JkIGhhc2ggb2YgdGVzdHMuLi4=";
const KEY: &str = "2.AAAA|AAAA|AAAA";

/// A server that answers the token of the link at once.
async fn without_mail(engine: Engine) -> TestServer {
    TestServer::with(engine, wardstead_api::roles::cloud(), |settings| {
        settings.mail_verification = false;
    })
    .await
}

async fn ticket(server: &TestServer, email: &str) -> String {
    let path = "/identity/accounts/register/send-verification-email";
    let reply = server.post(path).json(&json!({"email": email, "name": "Someone"})).send().await;
    reply.expect(200).json().as_str().unwrap().to_owned()
}

fn current(email: &str, token: &str) -> Value {
    let kdf = json!({"kdfType": 0, "iterations": 600_000, "memory": null, "parallelism": null});
    json!({
        "email": email,
        "emailVerificationToken": token,
        "masterPasswordHint": null,
        "masterPasswordAuthentication":
            {"kdf": kdf, "salt": email, "masterPasswordAuthenticationHash": HASH},
        "masterPasswordUnlock": {"kdf": kdf, "salt": email, "masterKeyWrappedUserKey": KEY},
        "userAsymmetricKeys": {"publicKey": "AAAA", "encryptedPrivateKey": KEY},
    })
}

fn changed(mut request: Value, pointer: &str, value: Value) -> Value {
    *request.pointer_mut(pointer).unwrap() = value;
    request
}

fn with(mut request: Value, name: &str, value: Value) -> Value {
    request[name] = value;
    request
}

async fn finish(server: &TestServer, request: &Value) -> testkit::Reply {
    server.post("/identity/accounts/register/finish").json(request).send().await
}

testkit::db_test! {
    async fn whoever_finishes_a_sign_up_can_log_in(engine) {
        let server = without_mail(engine).await;
        let email = "member@example.com";
        let token = ticket(&server, email).await;
        let clicked = json!({"email": email, "emailVerificationToken": token});
        let path = "/identity/accounts/register/verification-email-clicked";
        server.post(path).json(&clicked).send().await.expect(200);
        let made = finish(&server, &current(email, &token)).await.expect(200);
        assert_eq!(made.json()["object"], "registerFinish");
        server.post(path).json(&clicked).send().await.expect(400);

        let form = [
            ("grant_type", "password"), ("client_id", "web"), ("deviceIdentifier", "d"),
            ("username", email), ("password", HASH),
        ];
        let answer = server.post("/identity/connect/token").form(&form).send().await.expect(200);
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        let profile = server.get("/api/accounts/profile").bearer(&token).send().await.expect(200).json();
        assert_eq!(profile["name"], "Someone");
        assert_eq!(profile["emailVerified"], false, "no mail proved it");
    }

    async fn every_shape_clients_have_had_is_understood(engine) {
        let server = without_mail(engine).await;
        let flat = |email: &str, key: &str, keys: &str| json!({
            "email": email, "masterPasswordHash": HASH, "masterPasswordHint": "",
            "kdf": 1, "kdfIterations": 3, "kdfMemory": 64, "kdfParallelism": 4,
            key: KEY, keys: {"publicKey": "AAAA", "encryptedPrivateKey": KEY},
        });
        let older = flat("older@example.com", "userSymmetricKey", "userAsymmetricKeys");
        let token = ticket(&server, "older@example.com").await;
        finish(&server, &with(older, "emailVerificationToken", json!(token))).await.expect(200);

        let oldest = flat("oldest@example.com", "key", "keys");
        server.post("/identity/accounts/register").json(&oldest).send().await.expect(200);

        let token = ticket(&server, "phone@example.com").await;
        let kdf = json!({"KdfType": 0, "Iterations": 600_000});
        let phone = json!({
            "Email": "phone@example.com", "EmailVerificationToken": token,
            "MasterPasswordAuthentication":
                {"Kdf": kdf, "Salt": "phone@example.com", "MasterPasswordAuthenticationHash": HASH},
            "MasterPasswordUnlock":
                {"Kdf": kdf, "Salt": "phone@example.com", "MasterKeyWrappedUserKey": KEY},
            "UserAsymmetricKeys": {"PublicKey": "AAAA", "EncryptedPrivateKey": KEY},
        });
        finish(&server, &phone).await.expect(200);
    }

    async fn a_sign_up_that_does_not_hold_together_is_refused(engine) {
        let server = without_mail(engine).await;
        let email = "member@example.com";
        let token = ticket(&server, email).await;
        let other = ticket(&server, "other@example.com").await;
        let good = || current(email, &token);
        let authentication = "/masterPasswordAuthentication";
        let cases = [
            ("another's token", current(email, &other)),
            ("a made-up token", current(email, "made.up.token")),
            ("two tokens", with(good(), "orgInviteToken", json!("x"))),
            ("salts that differ", changed(good(), &format!("{authentication}/salt"), json!("x"))),
            ("derivations that differ",
                changed(good(), &format!("{authentication}/kdf/iterations"), json!(700_000))),
            ("two passwords", with(good(), "masterPasswordHash", json!("b3RoZXI="))),
            ("no password",
                changed(good(), &format!("{authentication}/masterPasswordAuthenticationHash"), json!(""))),
            ("a key that is none",
                changed(good(), "/masterPasswordUnlock/masterKeyWrappedUserKey", json!("plain"))),
            ("no keys", changed(good(), "/userAsymmetricKeys", Value::Null)),
            ("keys that are none",
                changed(good(), "/userAsymmetricKeys/encryptedPrivateKey", json!("plain"))),
            ("a hint that is too long", with(good(), "masterPasswordHint", json!("x".repeat(51)))),
            ("half a password", changed(good(), "/masterPasswordUnlock", Value::Null)),
        ];
        for (case, request) in cases {
            let reply = finish(&server, &request).await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.text());
        }
        let weak = json!({"kdfType": 0, "iterations": 100_000});
        let both = changed(good(), &format!("{authentication}/kdf"), weak.clone());
        let both = changed(both, "/masterPasswordUnlock/kdf", weak);
        let reply = finish(&server, &both).await.expect(400);
        assert!(reply.message().contains("600000"), "{}", reply.message());
        finish(&server, &good()).await.expect(200);
        finish(&server, &good()).await.expect(400);
    }

    async fn a_name_and_the_id_of_the_user_key_are_what_they_can_be(engine) {
        let server = without_mail(engine).await;
        let id = "5877654e38215a7ce900ff28c1a2ba43";
        let cases = [
            ("a long name", "name", "n".repeat(51), 400),
            ("a short id", "id", id[1..].to_owned(), 400),
            ("an id of other letters", "id", id.replace('5', "g"), 400),
            ("an empty id", "id", String::new(), 400),
            ("a name that fits", "name", "n".repeat(50), 200),
            ("an id in capitals", "id", id.to_uppercase(), 200),
        ];
        for (number, (case, field, value, status)) in cases.into_iter().enumerate() {
            let email = format!("member{number}@example.com");
            let token = ticket(&server, &email).await;
            let mut request = current(&email, &token);
            match field {
                "name" => request["name"] = json!(value),
                _ => request["masterPasswordUnlock"]["containedKeyId"] = json!(value),
            }
            assert_eq!(finish(&server, &request).await.status, status, "{case}");
        }
        let account = server.app.db.read().await.unwrap().account_by_email("member5@example.com").await;
        assert_eq!(account.unwrap().unwrap().user_key_id.as_deref(), Some(id), "kept in small letters");
    }

    async fn a_mailed_link_leads_on_and_a_known_address_is_told_so_by_mail(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("known@example.com").await;
        let path = "/identity/accounts/register/send-verification-email";
        for email in ["new@example.com", "Known@example.com"] {
            let reply = server.post(path).json(&json!({"email": email})).send().await.expect(204);
            assert!(reply.bytes.is_empty(), "{email}");
        }
        let known = server.mails_to("known@example.com").await;
        assert_eq!(known.len(), 1);
        assert!(!known[0].text.contains("token="), "{}", known[0].text);
        let new = server.mails_to("new@example.com").await;
        assert_eq!(new.len(), 1);
        let link = new[0].text.split_whitespace().find(|word| word.contains("/#/finish-signup?")).unwrap();
        let token = link.split("token=").nth(1).unwrap().split('&').next().unwrap();
        finish(&server, &current("new@example.com", token)).await.expect(200);

        let oldest = json!({"email": "x@example.com", "masterPasswordHash": HASH, "key": KEY,
            "kdf": 0, "kdfIterations": 600_000});
        server.post("/identity/accounts/register").json(&oldest).send().await.expect(400);
    }

    async fn a_closed_server_takes_the_invited_alone(engine) {
        let server = TestServer::with(engine, wardstead_api::roles::cloud(), |settings| {
            settings.registration_open = false;
        })
        .await;
        let path = "/identity/accounts/register/send-verification-email";
        let email = "member@example.com";
        server.post(path).json(&json!({"email": email})).send().await.expect(400);
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let member = server.invited_member(organization, email, Role::User).await;
        let gone = server.app.unguessable_id();
        let invitation = |purpose, member: uuid::Uuid| {
            let content = json!({"email": email, "member": member, "id": member});
            server.app.keys.sign(purpose, &content, None).unwrap()
        };
        let mut request = current(email, "");
        request.as_object_mut().unwrap().remove("emailVerificationToken");
        let refused = [
            ("orgInviteToken", "sponsorship-offer", member.uuid()),
            ("orgInviteToken", "org-invite", gone),
            ("orgSponsoredFreeFamilyPlanToken", "sponsorship-offer", gone),
        ];
        for (name, purpose, about) in refused {
            let request = with(request.clone(), name, json!(invitation(purpose, about)));
            let reply = finish(&server, &request).await;
            assert_eq!(reply.status.as_u16(), 400, "{name} {purpose}");
        }
        let right = with(request, "orgInviteToken", json!(invitation("org-invite", member.uuid())));
        finish(&server, &right).await.expect(200);
    }

    async fn prelogin_tells_of_strangers_what_it_could_tell_of_anyone(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("member@example.com").await;
        for path in [
            "/identity/accounts/prelogin/password", "/identity/accounts/prelogin", "/api/accounts/prelogin",
        ] {
            for email in ["member@example.com", "stranger@example.com"] {
                let ask = || server.post(path).json(&json!({"email": email}));
                let first = ask().send().await.expect(200).json();
                assert_eq!(first, ask().send().await.expect(200).json(), "{path} {email}");
                assert_eq!(first["kdfSettings"]["kdfType"], first["kdf"]);
                assert_eq!(first["kdfSettings"]["iterations"], first["kdfIterations"]);
                assert_eq!(first["salt"], email);
            }
        }
    }
}
