use domain::{id::Id, organizations::Organization};
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer, db_test};

/// An organization with the policy about recovery as it is told.
async fn recovering(server: &TestServer, owner: &Person, data: Value) -> Id<Organization> {
    let id = server.organization(owner, "enterprise").await;
    for (kind, data) in [(3, Value::Null), (8, data)] {
        let body = json!({"policy": {"enabled": true, "data": data}});
        let path = format!("/api/organizations/{id}/policies/{kind}");
        owner.put(server, &path).json(&body).send().await.expect(200);
    }
    id
}

/// An invitation's address to accept it at, and its token.
async fn invited(
    server: &TestServer,
    owner: &Person,
    id: Id<Organization>,
    email: &str,
) -> (String, String) {
    let invite = json!({"emails": [email], "type": 2});
    let path = format!("/api/organizations/{id}/users/invite");
    owner.post(server, &path).json(&invite).send().await.expect(200);
    let mail = server.last_mail_to(email, "invitation").await;
    let row = mail.link_parameter("organizationUserId");
    (format!("/api/organizations/{id}/users/{row}/accept"), mail.link_parameter("token"))
}

async fn enrolled(server: &TestServer, person: &Person) -> Value {
    let profile = person.get(server, "/api/accounts/profile").send().await.expect(200).json();
    profile["organizations"][0]["resetPasswordEnrolled"].clone()
}

db_test! {
    async fn where_it_is_demanded_nobody_comes_in_without_the_key(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let person = server.person("member@example.com").await;
        let id = recovering(&server, &owner, json!({"autoEnrollEnabled": true})).await;
        let status = format!("/api/organizations/{id}/auto-enroll-status");
        let found = person.get(&server, &status).send().await.expect(200).json();
        assert_eq!(found["resetPasswordEnabled"], true);
        let (path, token) = invited(&server, &owner, id, &person.email).await;
        for key in [Value::Null, json!(""), json!("plain"), json!("2.AAAA|AAAA|AAAA")] {
            let accept = json!({"token": token, "resetPasswordKey": key});
            person.post(&server, &path).json(&accept).send().await.expect(400);
        }
        let accept = json!({"token": token, "resetPasswordKey": "4.AAAA"});
        person.post(&server, &path).json(&accept).send().await.expect(200);
        let members = format!("/api/organizations/{id}/users");
        let listed = owner.get(&server, &members).send().await.expect(200).json();
        let rows = listed["data"].as_array().unwrap();
        let row = rows.iter().find(|row| row["email"] == person.email).unwrap();
        assert_eq!(row["resetPasswordEnrolled"], true);
        let enrol = format!("{members}/{}/reset-password-enrollment", person.id);
        let withdraw = json!({"resetPasswordKey": null, "masterPasswordHash": PASSWORD_HASH});
        person.put(&server, &enrol).json(&withdraw).send().await.expect(400);
    }

    async fn where_it_is_offered_members_come_and_go(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let person = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = recovering(&server, &owner, Value::Null).await;
        let (path, token) = invited(&server, &owner, id, &person.email).await;
        person.post(&server, &path).json(&json!({"token": token})).send().await.expect(200);
        let row = path.trim_end_matches("/accept");
        let confirm = json!({"key": "4.AAAA"});
        owner.post(&server, &format!("{row}/confirm")).json(&confirm).send().await.expect(200);
        assert_eq!(enrolled(&server, &person).await, false);

        let of = |person: &Person| {
            format!("/api/organizations/{id}/users/{}/reset-password-enrollment", person.id)
        };
        let enrol = |key: Value, hash: &str| json!({"resetPasswordKey": key, "masterPasswordHash": hash});
        let whole = enrol(json!("4.AAAA"), PASSWORD_HASH);
        server.put(&of(&person)).json(&whole).send().await.expect(401);
        stranger.put(&server, &of(&stranger)).json(&whole).send().await.expect(404);
        owner.put(&server, &of(&person)).json(&whole).send().await.expect(404);
        for wrong in [enrol(json!("4.AAAA"), "d3Jvbmc="), enrol(json!("plain"), PASSWORD_HASH)] {
            person.put(&server, &of(&person)).json(&wrong).send().await.expect(400);
        }
        person.put(&server, &of(&person)).json(&whole).send().await.expect(200);
        assert_eq!(enrolled(&server, &person).await, true);
        let withdraw = enrol(Value::Null, PASSWORD_HASH);
        person.put(&server, &of(&person)).json(&withdraw).send().await.expect(200);
        assert_eq!(enrolled(&server, &person).await, false);
        let log = owner.get(&server, &format!("/api/organizations/{id}/events")).send().await;
        let log = log.expect(200).json();
        let kinds = log["data"].as_array().unwrap().iter().map(|row| row["type"].as_i64().unwrap());
        assert_eq!(kinds.filter(|kind| [1506, 1507].contains(kind)).collect::<Vec<_>>(), [1507, 1506]);
    }

    async fn where_accounts_are_not_recovered_no_key_is_kept(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let person = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let status = format!("/api/organizations/{id}/auto-enroll-status");
        let found = person.get(&server, &status).send().await.expect(200).json();
        assert_eq!(found["resetPasswordEnabled"], false);
        let (path, token) = invited(&server, &owner, id, &person.email).await;
        let accept = json!({"token": token, "resetPasswordKey": "4.AAAA"});
        person.post(&server, &path).json(&accept).send().await.expect(200);
        let enrol = format!("/api/organizations/{id}/users/{}/reset-password-enrollment", person.id);
        let whole = json!({"resetPasswordKey": "4.AAAA", "masterPasswordHash": PASSWORD_HASH});
        person.put(&server, &enrol).json(&whole).send().await.expect(400);
        let listed = owner.get(&server, &format!("/api/organizations/{id}/users")).send().await;
        let listed = listed.expect(200).json();
        let mut rows = listed["data"].as_array().unwrap().iter();
        assert!(rows.all(|row| row["resetPasswordEnrolled"] == false));
    }
}
