use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer};

use super::{code, log_in, methods, opened, set_up_authenticator};

const EMAIL: &str = "member@example.com";

testkit::db_test! {
    async fn an_authenticator_is_set_up_asked_for_and_switched_off(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        log_in(&server, EMAIL, "laptop", &[]).await.expect(200);
        let fresh = opened(&server, &person, "authenticator").await;
        assert_eq!(fresh["object"], "twoFactorAuthenticator");
        assert_eq!(fresh["enabled"], false, "for older clients");
        assert_eq!(fresh["key"], fresh["authenticator"]["key"]);
        assert_eq!(fresh["key"].as_str().unwrap().len(), 32);
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());

        let key = set_up_authenticator(&server, &person).await;
        assert_eq!(methods(&server, &person).await, [0]);
        let kept = opened(&server, &person, "authenticator").await;
        assert_eq!(kept["authenticator"], json!({"enabled": true, "key": key}));
        let profile = person.get(&server, "/api/accounts/profile").send().await.expect(200).json();
        assert_eq!(profile["twoFactorEnabled"], true);

        let asked = log_in(&server, EMAIL, "laptop", &[]).await.expect(400).json();
        assert_eq!(asked, json!({
            "error": "invalid_grant", "error_description": "Two factor required.",
            "TwoFactorProviders": ["0"], "TwoFactorProviders2": {"0": null},
            "MasterPasswordPolicy": {"Object": "masterPasswordPolicy"},
        }));

        server.clock.advance(TimeDelta::seconds(30));
        let right = code(&server, &key);
        let step = [("twoFactorProvider", "0"), ("twoFactorToken", &*right), ("twoFactorRemember", "0")];
        let answer = log_in(&server, EMAIL, "laptop", &step).await.expect(200).json();
        assert_eq!(answer.get("TwoFactorToken"), None, "it was not to be remembered");

        let request = json!({"key": key, "userVerificationToken": kept["userVerificationToken"]});
        let path = "/api/two-factor/authenticator";
        let off = person.delete(&server, path).json(&request).send().await.expect(200).json();
        assert_eq!((&off["enabled"], &off["type"]), (&json!(false), &json!(0)));
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());
        log_in(&server, EMAIL, "laptop", &[]).await.expect(200);
        let profile = person.get(&server, "/api/accounts/profile").send().await.expect(200).json();
        assert_eq!(profile["twoFactorEnabled"], false);
    }

    async fn a_code_counts_once_and_only_around_its_time(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let key = set_up_authenticator(&server, &person).await;
        let try_code = async |provider: &str, token: &str| {
            let step = [("twoFactorProvider", provider), ("twoFactorToken", token)];
            log_in(&server, EMAIL, "laptop", &step).await
        };
        let refused = async |case: &str, provider: &str, token: &str| {
            let answer = try_code(provider, token).await.expect(400).json();
            let message = "Two-step token is invalid. Try again.";
            assert_eq!(answer["ErrorModel"]["Message"], message, "{case}");
            assert_eq!(answer["error"], "invalid_grant", "{case}");
            assert_eq!(answer.get("TwoFactorProviders2"), None, "{case}");
        };
        refused("the code of the set-up", "0", &code(&server, &key)).await;
        server.clock.advance(TimeDelta::seconds(30));
        let present = code(&server, &key);
        try_code("0", &present).await.expect(200);
        refused("the same again", "0", &present).await;
        server.clock.advance(TimeDelta::seconds(90));
        refused("one of long ago", "0", &present).await;
        let present = code(&server, &key);
        refused("with nonsense", "0", "abcdef").await;
        refused("as a code by mail", "1", &present).await;
        refused("as a recovery code", "8", &present).await;
        refused("as something unknown", "42", &present).await;
        try_code("0", &format!("{} {}", &present[..3], &present[3..])).await.expect(200);
    }

    async fn of_two_sign_ins_with_one_code_at_once_one_succeeds(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let key = set_up_authenticator(&server, &person).await;
        server.clock.advance(TimeDelta::seconds(30));
        let code = code(&server, &key);
        let step = [("twoFactorProvider", "0"), ("twoFactorToken", &*code)];
        let (one, other) = tokio::join!(
            log_in(&server, EMAIL, "laptop", &step), log_in(&server, EMAIL, "phone", &step),
        );
        let mut statuses = [one.status.as_u16(), other.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 400]);
    }

    async fn nothing_is_set_up_without_the_code_and_the_person(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let other = server.person("other@example.com").await;
        let mine = opened(&server, &person, "authenticator").await;
        let theirs = opened(&server, &other, "authenticator").await["userVerificationToken"].clone();
        let key = mine["key"].as_str().unwrap();
        let token = code(&server, key);
        let ticket = &mine["userVerificationToken"];
        let cases: [(&str, Value, &str); 7] = [
            ("nothing", json!({}), "User verification failed."),
            ("no proof", json!({"key": key, "token": token}), "User verification failed."),
            ("a wrong password", json!({"key": key, "token": token, "masterPasswordHash": "d3Jvbmc="}),
                "User verification failed."),
            ("another's proof", json!({"key": key, "token": token, "userVerificationToken": theirs}),
                "Enter your master password again."),
            ("a made-up proof", json!({"key": key, "token": token, "userVerificationToken": "a.b.c"}),
                "Enter your master password again."),
            ("a wrong code", json!({"key": key, "token": "000000", "userVerificationToken": ticket}),
                "The code is not valid. Try again."),
            ("no key", json!({"key": "short", "token": token, "userVerificationToken": ticket}),
                "The key of the authenticator app is not valid."),
        ];
        let path = "/api/two-factor/authenticator";
        for (case, request, message) in cases {
            let reply = person.put(&server, path).json(&request).send().await.expect(400);
            assert_eq!(reply.message(), message, "{case}");
        }
        server.clock.advance(TimeDelta::minutes(31));
        let late = json!({"key": key, "token": code(&server, key), "userVerificationToken": ticket});
        let reply = person.put(&server, path).json(&late).send().await.expect(400);
        assert_eq!(reply.json()["code"], "verification_expired");
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());

        let wrong = json!({"masterPasswordHash": "d3Jvbmc="});
        for path in ["get-authenticator", "get-email", "get-recover"] {
            let path = format!("/api/two-factor/{path}");
            server.post(&path).json(&wrong).send().await.expect(401);
            person.post(&server, &path).json(&wrong).send().await.expect(400);
        }
    }

    async fn older_clients_prove_themselves_with_the_password_each_time(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let key = opened(&server, &person, "authenticator").await["key"].as_str().unwrap().to_owned();
        let request = json!({
            "Key": key, "Token": code(&server, &key), "MasterPasswordHash": PASSWORD_HASH,
            "UserVerificationToken": null,
        });
        person.post(&server, "/api/two-factor/authenticator").json(&request).send().await.expect(200);
        assert_eq!(methods(&server, &person).await, [0]);
        let disable = |kind: i64, hash: &str| {
            let request = json!({"type": kind, "masterPasswordHash": hash});
            person.put(&server, "/api/two-factor/disable").json(&request)
        };
        disable(0, "d3Jvbmc=").send().await.expect(400);
        disable(3, PASSWORD_HASH).send().await.expect(400);
        let off = disable(0, PASSWORD_HASH).send().await.expect(200).json();
        assert_eq!((&off["enabled"], &off["type"]), (&json!(false), &json!(0)));
        assert_eq!(methods(&server, &person).await, Vec::<i64>::new());
    }

    async fn a_new_key_takes_the_place_of_the_old_one(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let old = set_up_authenticator(&server, &person).await;
        let opened = opened(&server, &person, "authenticator").await;
        let new = server.app.new_authenticator_key().reveal().to_owned();
        let request = json!({
            "key": new, "token": code(&server, &new),
            "userVerificationToken": opened["userVerificationToken"],
        });
        person.put(&server, "/api/two-factor/authenticator").json(&request).send().await.expect(200);
        server.clock.advance(TimeDelta::seconds(30));
        for (key, status) in [(old, 400), (new, 200)] {
            let code = code(&server, &key);
            let step = [("twoFactorProvider", "0"), ("twoFactorToken", &*code)];
            log_in(&server, EMAIL, "laptop", &step).await.expect(status);
        }
    }

    async fn whoever_has_the_password_guesses_few_codes(engine) {
        let routes = wardstead_api::roles::cloud();
        let server = TestServer::with(engine, routes, |settings| settings.limits = true).await;
        let person = server.person(EMAIL).await;
        let key = set_up_authenticator(&server, &person).await;
        server.clock.advance(TimeDelta::seconds(30));
        let right = code(&server, &key);
        let wrong = if right == "000000" { "000001" } else { "000000" };
        let guess = async |token: &str| {
            let step = [("twoFactorProvider", "0"), ("twoFactorToken", token)];
            log_in(&server, EMAIL, "laptop", &step).await.status.as_u16()
        };
        let guesses = (0..15).map(|_| guess(wrong));
        let statuses = futures_util::future::join_all(guesses).await;
        assert_eq!(statuses.iter().filter(|status| **status == 400).count(), 10, "{statuses:?}");
        assert_eq!(guess(&right).await, 429, "not even the right one");
        server.clock.advance(TimeDelta::minutes(11));
        assert_eq!(guess(&code(&server, &key)).await, 200);
    }
}
