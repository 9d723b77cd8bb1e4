use chrono::TimeDelta;
use domain::{
    authz::{Permission, Permissions},
    organizations::{Role, api_keys::KeyKind},
};
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer, db_test};

fn wanted(kind: i64) -> Value {
    json!({"type": kind, "masterPasswordHash": PASSWORD_HASH})
}

db_test! {
    async fn decision_20_a_key_is_shown_once_to_who_knows_the_password_and_rotated_with_an_overlap(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let (path, rotate) = (format!("/api/organizations/{id}/api-key"), format!("/api/organizations/{id}/rotate-api-key"));
        let information = format!("/api/organizations/{id}/api-key-information/1");

        let wrong = json!({"type": 1, "masterPasswordHash": "d3Jvbmc="});
        let reply = owner.post(&server, &path).json(&wrong).send().await.expect(400);
        assert_eq!(reply.json()["validationErrors"]["MasterPasswordHash"][0], "Invalid password.");
        let none = owner.get(&server, &information).send().await.expect(200).json();
        assert_eq!(none["data"], json!([]), "a wrong password makes no key");

        let first = owner.post(&server, &path).json(&wanted(1)).send().await.expect(200).json();
        let first = first["apiKey"].as_str().unwrap().to_owned();
        assert_eq!(first.len(), 30);
        let again = owner.post(&server, &path).json(&wanted(1)).send().await.expect(400).json();
        assert_eq!(again["code"], "key_already_shown");

        let second = owner.post(&server, &rotate).json(&wanted(1)).send().await.expect(200).json();
        let second = second["apiKey"].as_str().unwrap().to_owned();
        let known = owner.get(&server, &information).send().await.expect(200).json();
        assert_eq!(known["data"][0]["lastFour"], second[26..]);
        assert_eq!(known["data"][0]["lastUsedDate"], Value::Null);

        let app = &server.app;
        let installation = Some(app.unguessable_id());
        let cases = [("the old one", &first, true), ("the new one", &second, true), ("another", &"x".repeat(30), false)];
        for (case, secret, matches) in cases {
            let found = app.organization_key_matches(id, KeyKind::BillingSync, secret, installation).await;
            assert_eq!(found.unwrap(), matches, "{case}");
        }
        let other = app.organization_key_matches(id, KeyKind::Default, &second, None).await;
        assert!(!other.unwrap(), "a key of another kind, of which there is none");
        let nobody = app.organization_key_matches(app.id(), KeyKind::BillingSync, &second, None).await;
        assert!(!nobody.unwrap(), "an organization nobody knows");
        server.clock.advance(TimeDelta::hours(24));
        let old = app.organization_key_matches(id, KeyKind::BillingSync, &first, None).await;
        assert!(!old.unwrap(), "the old one, a day later");
        let known = owner.get(&server, &information).send().await.expect(200).json();
        assert_eq!(known["data"][0]["lastUsedDate"], "2030-01-01T12:00:00Z");
        assert_eq!(known["data"][0]["lastUsedBy"], json!(installation));
    }

    async fn keys_are_for_those_with_the_right_and_plans_with_the_use(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let custom = server.person("custom@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let enterprise = server.organization(&owner, "enterprise").await;
        server.member(enterprise, &admin, Role::Admin).await;
        let scim = Role::Custom(Permissions::of(&[Permission::ManageScim]));
        server.member(enterprise, &custom, scim).await;
        let families = server.organization(&owner, "families").await;
        let cases = [
            ("a stranger", &stranger, enterprise, 1, 404),
            ("an admin, billing sync", &admin, enterprise, 1, 404),
            ("an admin, default", &admin, enterprise, 0, 404),
            ("a custom role, scim", &custom, enterprise, 2, 200),
            ("a custom role, billing sync", &custom, enterprise, 1, 404),
            ("an admin, scim, made by another", &admin, enterprise, 2, 400),
            ("an owner, families, default", &owner, families, 0, 200),
            ("an owner, families, billing sync", &owner, families, 1, 404),
            ("an owner, an unknown kind", &owner, enterprise, 7, 400),
        ];
        for (case, person, id, kind, status) in cases {
            let path = format!("/api/organizations/{id}/api-key");
            let reply = person.post(&server, &path).json(&wanted(kind)).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
        let rotate = format!("/api/organizations/{families}/rotate-api-key");
        owner.post(&server, &rotate).json(&wanted(1)).send().await.expect(404);
        let list = format!("/api/organizations/{enterprise}/api-key-information");
        admin.get(&server, &list).send().await.expect(404);
        let listed = owner.get(&server, &list).send().await.expect(200).json();
        assert_eq!(listed["data"][0]["keyType"], 2);
        let path = format!("/api/organizations/{enterprise}/api-key");
        server.post(&path).json(&wanted(1)).send().await.expect(401);
    }
}
