use std::slice;

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer, db_test};

use super::items::{TEXT, id, kept, login, synced};

db_test! {
    async fn an_item_goes_to_the_trash_and_comes_back(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let made = kept(&server, &owner, &login(TEXT)).await;
        let path = format!("/api/ciphers/{}", id(&made));
        server.clock.advance(TimeDelta::minutes(1));
        owner.put(&server, &format!("{path}/delete")).send().await.expect(200);
        let trashed = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(trashed["deletedDate"], trashed["revisionDate"]);
        assert_eq!(synced(&server, &owner).await, slice::from_ref(&trashed));
        // Once more changes nothing, and it is not archived from there.
        server.clock.advance(TimeDelta::minutes(1));
        owner.put(&server, &format!("{path}/delete")).send().await.expect(200);
        owner.put(&server, &format!("{path}/archive")).send().await.expect(200);
        assert_eq!(synced(&server, &owner).await, [trashed]);

        let back = owner.put(&server, &format!("{path}/restore")).send().await.expect(200).json();
        assert_eq!(back["deletedDate"], Value::Null);
        owner.delete(&server, &path).send().await.expect(200);
        owner.get(&server, &path).send().await.expect(404);
        owner.delete(&server, &path).send().await.expect(404);
    }

    async fn several_go_together_and_what_is_gone_is_passed_over(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let first = kept(&server, &owner, &login(TEXT)).await;
        let second = kept(&server, &owner, &login(TEXT)).await;
        let foreign = kept(&server, &stranger, &login(TEXT)).await;
        let all = json!({"ids": [id(&first), id(&second), id(&foreign), owner.id.to_string()]});
        owner.put(&server, "/api/ciphers/delete").json(&all).send().await.expect(200);
        assert!(synced(&server, &owner).await.iter().all(|item| item["deletedDate"].is_string()));
        let back = owner.put(&server, "/api/ciphers/restore").json(&all).send().await.expect(200).json();
        assert_eq!(back["data"].as_array().unwrap().len(), 2);
        let one = json!({"ids": [id(&first)]});
        owner.post(&server, "/api/ciphers/delete").json(&one).send().await.expect(200);
        assert_eq!(synced(&server, &owner).await.len(), 1);
        owner.delete(&server, "/api/ciphers").json(&all).send().await.expect(200);
        assert_eq!(synced(&server, &owner).await, Vec::<Value>::new());
        assert_eq!(synced(&server, &stranger).await, [foreign]);
        owner.delete(&server, "/api/ciphers").json(&json!({"ids": []})).send().await.expect(400);
        let many = json!({"ids": vec![id(&first); 10_001]});
        owner.delete(&server, "/api/ciphers").json(&many).send().await.expect(400);
    }

    async fn the_trash_is_emptied_after_thirty_days(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let old = kept(&server, &owner, &login(TEXT)).await;
        let young = kept(&server, &owner, &login(TEXT)).await;
        let present = kept(&server, &owner, &login(TEXT)).await;
        owner.put(&server, &format!("/api/ciphers/{}/delete", id(&old))).send().await.expect(200);
        server.clock.advance(TimeDelta::days(2));
        owner.put(&server, &format!("/api/ciphers/{}/delete", id(&young))).send().await.expect(200);
        server.clock.advance(TimeDelta::days(29));
        server.run_job("server.purge").await;
        let left = synced(&server, &owner).await;
        let mut left: Vec<&str> = left.iter().map(id).collect();
        left.sort_unstable();
        let mut expected = [id(&young), id(&present)];
        expected.sort_unstable();
        assert_eq!(left, expected);
        let revision = owner.get(&server, "/api/accounts/revision-date").send().await.expect(200);
        assert_eq!(revision.json(), server.app.now().timestamp_millis(), "clients hear of it");
    }

    async fn a_vault_is_emptied_by_whom_it_belongs_to(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let other = server.person("other@example.com").await;
        for person in [&owner, &other] {
            kept(&server, person, &login(TEXT)).await;
            let named = json!({"name": TEXT});
            person.post(&server, "/api/folders").json(&named).send().await.expect(200);
        }
        let purge = |secret: &str| {
            owner.post(&server, "/api/ciphers/purge").json(&json!({"masterPasswordHash": secret}))
        };
        purge("d3Jvbmc=").send().await.expect(400);
        assert_eq!(synced(&server, &owner).await.len(), 1);
        purge(PASSWORD_HASH).send().await.expect(200);
        let sync = owner.get(&server, "/api/sync").send().await.expect(200).json();
        assert_eq!((&sync["ciphers"], &sync["folders"]), (&json!([]), &json!([])));
        assert_eq!(synced(&server, &other).await.len(), 1);
    }

    async fn items_go_with_the_account(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        kept(&server, &owner, &login(TEXT)).await;
        let proof = json!({"masterPasswordHash": PASSWORD_HASH});
        owner.delete(&server, "/api/accounts").json(&proof).send().await.expect(200);
        assert!(server.app.ciphers(owner.id).await.unwrap().is_empty());
    }
}
