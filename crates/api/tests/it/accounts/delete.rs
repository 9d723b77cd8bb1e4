use std::time::Duration;

use domain::organizations::Role;
use serde_json::json;
use testkit::{PASSWORD_HASH, TestServer};

testkit::db_test! {
    async fn of_two_owners_who_go_at_once_one_stays(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let other = server.person("other@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let seat = server.member(organization, &other, Role::Owner).await;
        let mut going = server.app.db.write().await.unwrap();
        going.hold_organization(organization, server.app.now()).await.unwrap();
        going.remove_members(organization, &[seat]).await.unwrap();

        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        let delete = owner.delete(&server, "/api/accounts").json(&secret).send();
        tokio::pin!(delete);
        // It may get as far as it can, which is to where the other one holds the organization.
        let early = tokio::time::timeout(Duration::from_secs(1), &mut delete).await;
        assert!(early.is_err(), "it waits for the other one");
        going.commit().await.unwrap();
        delete.await.expect(400);
    }

    async fn an_account_goes_unless_an_organization_would_lose_its_owner(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let other = server.person("other@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        let delete = || owner.delete(&server, "/api/accounts").json(&secret);

        let wrong = json!({"masterPasswordHash": "d3Jvbmc="});
        owner.delete(&server, "/api/accounts").json(&wrong).send().await.expect(400);
        delete().send().await.expect(400);
        server.accepted_member(organization, &other, Role::Owner).await;
        delete().send().await.expect(400);
        let second = server.person("second@example.com").await;
        server.member(organization, &second, Role::Owner).await;
        delete().send().await.expect(200);
        owner.get(&server, "/api/accounts/profile").send().await.expect(401);
        second.post(&server, "/api/accounts/delete").json(&secret).send().await.expect(400);
        other.post(&server, "/api/accounts/delete").json(&secret).send().await.expect(200);
    }
}
