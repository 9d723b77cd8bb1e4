use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer};

const EMAIL: &str = "member@example.com";

async fn ask(server: &TestServer, email: &str) {
    let request = json!({"email": email});
    let reply = server.post("/api/accounts/delete-recover").json(&request).send().await;
    assert!(reply.expect(200).bytes.is_empty());
}

async fn open(server: &TestServer, user: &str, token: &str) -> u16 {
    let request = json!({"userId": user, "token": token});
    let path = "/api/accounts/delete-recover-token";
    server.post(path).json(&request).send().await.status.as_u16()
}

/// The link's token.
async fn mailed(server: &TestServer, person: &Person) -> String {
    ask(server, &person.email).await;
    let mail = server.last_mail_to(&person.email, "account_deletion").await;
    assert_eq!(mail.link_parameter("userId"), person.id.to_string());
    mail.link_parameter("token")
}

testkit::db_test! {
    async fn the_mailed_link_deletes_the_account(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let token = mailed(&server, &person).await;
        assert_eq!(open(&server, &person.id.to_string(), &token).await, 200);
        person.get(&server, "/api/accounts/profile").send().await.expect(401);
        assert_eq!(open(&server, &person.id.to_string(), &token).await, 400);
    }

    async fn a_link_is_good_for_one_account_for_a_day_and_until_the_password_changes(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person(EMAIL).await;
        let other = server.person("other@example.com").await;
        let token = mailed(&server, &person).await;
        assert_eq!(open(&server, &other.id.to_string(), &token).await, 400);
        assert_eq!(open(&server, &person.id.to_string(), "made.up.token").await, 400);
        server.clock.advance(TimeDelta::hours(25));
        assert_eq!(open(&server, &person.id.to_string(), &token).await, 400);
        let token = mailed(&server, &person).await;
        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        person.post(&server, "/api/accounts/security-stamp").json(&secret).send().await.expect(200);
        assert_eq!(open(&server, &person.id.to_string(), &token).await, 400);
    }

    async fn who_asks_learns_nothing_and_an_organization_keeps_its_owner(engine) {
        let server = TestServer::cloud(engine).await;
        ask(&server, "nobody@example.com").await;
        assert!(server.mails_to("nobody@example.com").await.is_empty());
        let owner = server.person("owner@example.com").await;
        server.organization(&owner, "enterprise").await;
        let token = mailed(&server, &owner).await;
        assert_eq!(open(&server, &owner.id.to_string(), &token).await, 400);
        let profile = owner.get(&server, "/api/accounts/profile").send().await.expect(200).json();
        assert_ne!(profile["id"], Value::Null);
    }
}
