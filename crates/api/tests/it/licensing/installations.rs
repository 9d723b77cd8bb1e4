use app::licensing::{
    installation_token::InstallationTokenError, rotate_installation_key::RotateInstallationKeyError,
};
use chrono::TimeDelta;
use serde_json::json;
use testkit::TestServer;

testkit::db_test! {
    async fn anyone_gets_an_installation_and_sees_its_key_once(engine) {
        let server = TestServer::cloud(engine).await;
        let request = json!({ "Email": "Operator@example.com", "region": "US" });
        let made = server.post("/api/installations").json(&request).send().await.expect(200).json();
        assert_eq!(made["object"], "installation");
        assert_eq!(made["enabled"], true);
        let key = made["key"].as_str().unwrap();
        assert!(key.len() == 20 && key.chars().all(|c| c.is_ascii_alphanumeric()), "{key}");

        let path = format!("/api/installations/{}", made["id"].as_str().unwrap());
        let found = server.get(&path).send().await.expect(200).json();
        assert_eq!((&found["key"], &found["enabled"]), (&json!(null), &json!(true)));
        let mails = server.mails_to("operator@example.com").await;
        assert_eq!(mails.len(), 1);
        assert!(!mails[0].text.contains(key));
        server.finish().await;
    }

    async fn an_installation_needs_an_address_and_the_region_of_the_cloud(engine) {
        let server = TestServer::cloud(engine).await;
        let cases = [
            ("no address", json!({}), "Email"),
            ("no mail address", json!({ "email": "operator" }), "Email"),
            ("elsewhere", json!({ "email": "o@example.com", "region": "EU" }), "Region"),
        ];
        for (case, request, field) in cases {
            let reply = server.post("/api/installations").json(&request).send().await.expect(400);
            assert!(reply.json()["validationErrors"][field].is_array(), "{case}: {}", reply.text());
        }
        let unknown = "/api/installations/00000000-0000-0000-0000-000000000001";
        server.get(unknown).send().await.expect(404);
        server.get("/api/installations/7").send().await.expect(404);
    }

    async fn the_third_within_two_minutes_has_to_wait(engine) {
        let server = TestServer::cloud_with(engine, |settings| settings.limits = true).await;
        let request = json!({ "email": "operator@example.com" });
        let make = async || server.post("/api/installations").json(&request).send().await;
        make().await.expect(200);
        make().await.expect(200);
        make().await.expect(429);
        server.clock.advance(TimeDelta::minutes(2));
        make().await.expect(200);
        server.finish().await;
    }

    async fn a_self_hosted_server_sends_everyone_to_the_cloud(engine) {
        let server = TestServer::self_hosted(engine).await;
        let request = json!({ "email": "operator@example.com" });
        let reply = server.post("/api/installations").json(&request).send().await.expect(400);
        assert_eq!(reply.json()["code"], "cloud_only");
        server.get("/api/licenses/keys").send().await.expect(400);
    }

    async fn an_installation_proves_itself_for_one_scope_at_a_time(engine) {
        let server = TestServer::cloud(engine).await;
        let made = server.app.create_installation("operator@example.com", None).await.unwrap();
        let key = made.key.reveal();
        for scope in ["api.installation", "api.licensing", "api.push"] {
            let token = server.app.installation_token(made.id, key, scope).await.unwrap();
            assert_eq!((token.scope, token.expires_in), (scope, 86_400));
        }
        for scope in ["", "api", "api.push api.licensing"] {
            let refused = server.app.installation_token(made.id, key, scope).await;
            assert!(matches!(refused, Err(InstallationTokenError::InvalidScope)), "{scope}");
        }
        let refused = server.app.installation_token(made.id, "wrong", "api.push").await;
        assert!(matches!(refused, Err(InstallationTokenError::InvalidClient)));
        let seen = server.app.find_installation(made.id).await.unwrap().last_active_at;
        assert_eq!(seen, Some(server.app.now()));

        server.app.switch_installation(made.id, false).await.unwrap();
        let refused = server.app.installation_token(made.id, key, "api.push").await;
        assert!(matches!(refused, Err(InstallationTokenError::InvalidClient)));
        server.app.switch_installation(made.id, true).await.unwrap();
        assert!(server.app.installation_token(made.id, key, "api.push").await.is_ok());
    }

    async fn decision_27_a_replaced_key_works_for_a_day_longer(engine) {
        let server = TestServer::cloud(engine).await;
        let made = server.app.create_installation("operator@example.com", None).await.unwrap();
        let other = server.app.create_installation("operator@example.com", None).await.unwrap();
        let token = |id, key: String| {
            let app = server.app.clone();
            async move { app.installation_token(id, &key, "api.installation").await }
        };
        let old = made.key.reveal().to_owned();
        let bearer = token(made.id, old.clone()).await.unwrap().access_token;
        let stranger = token(other.id, other.key.reveal().to_owned()).await.unwrap().access_token;
        let path = format!("/api/installations/{}/rotate", made.id);
        let proof = json!({ "key": old });

        server.post(&path).json(&proof).send().await.expect(401);
        server.post(&path).bearer(&stranger).json(&proof).send().await.expect(404);
        server.post(&path).bearer(&bearer).json(&json!({ "key": "wrong" })).send().await.expect(400);
        let rotated = server.post(&path).bearer(&bearer).json(&proof).send().await.expect(200).json();
        let new = rotated["key"].as_str().unwrap().to_owned();
        assert_ne!(new, old);

        server.clock.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
        assert!(token(made.id, old.clone()).await.is_ok());
        server.clock.advance(TimeDelta::seconds(1));
        assert!(token(made.id, old).await.is_err());
        assert!(token(made.id, new).await.is_ok());
    }

    async fn the_tokens_of_an_installation_that_is_switched_off_stop_at_once(engine) {
        let server = TestServer::cloud(engine).await;
        let app = &server.app;
        let made = app.create_installation("operator@example.com", None).await.unwrap();
        let key = made.key.reveal();
        let token = app.installation_token(made.id, key, "api.installation").await.unwrap();
        let rotate = format!("/api/installations/{}/rotate", made.id);
        let wrong = json!({ "key": "wrong" });
        for (enabled, status) in [(true, 400), (false, 401), (true, 400)] {
            app.switch_installation(made.id, enabled).await.unwrap();
            let reply = server.post(&rotate).bearer(&token.access_token).json(&wrong).send().await;
            reply.expect(status);
        }
    }

    async fn only_the_present_key_of_an_enabled_installation_rotates_it(engine) {
        let server = TestServer::cloud(engine).await;
        let app = &server.app;
        let made = app.create_installation("operator@example.com", None).await.unwrap();
        let old = made.key.reveal();
        let present = app.rotate_installation_key(made.id, Some(old)).await.unwrap().key;
        assert!(app.installation_token(made.id, old, "api.push").await.is_ok(), "it still opens");
        let refused = app.rotate_installation_key(made.id, Some(old)).await;
        assert!(matches!(refused, Err(RotateInstallationKeyError::WrongKey)));

        app.switch_installation(made.id, false).await.unwrap();
        let refused = app.rotate_installation_key(made.id, Some(present.reveal())).await;
        assert!(matches!(refused, Err(RotateInstallationKeyError::NoSuchInstallation)));
        app.switch_installation(made.id, true).await.unwrap();
        assert!(app.rotate_installation_key(made.id, Some(present.reveal())).await.is_ok());
    }

    async fn the_keys_that_sign_are_public(engine) {
        let server = TestServer::cloud(engine).await;
        let keys = server.get("/api/licenses/keys").send().await.expect(200).json();
        let key = &keys["keys"][0];
        assert_eq!((&key["kty"], &key["alg"], &key["e"]), (&json!("RSA"), &json!("RS256"), &json!("AQAB")));
        assert_eq!(key["kid"], server.app.ports.license_authority.key_id().unwrap());
        assert_eq!(key["n"].as_str().unwrap().len(), 342);
    }
}
