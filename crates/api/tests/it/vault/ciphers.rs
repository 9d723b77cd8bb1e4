use std::slice;

use chrono::TimeDelta;
use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{TestServer, db_test};

use super::items::{OTHER, TEXT, id, kept, login, synced, with};

db_test! {
    async fn an_item_is_its_owners_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let made = kept(&server, &owner, &login(TEXT)).await;
        let path = format!("/api/ciphers/{}", id(&made));
        let rights = (&made["edit"], &made["viewPassword"], &made["permissions"]);
        let all = (&json!(true), &json!(true), &json!({"delete": true, "restore": true}));
        assert_eq!(rights, all);
        assert_eq!((&made["object"], &made["collectionIds"]), (&json!("cipherDetails"), &json!([])));
        assert_eq!((&made["organizationId"], &made["deletedDate"]), (&Value::Null, &Value::Null));
        assert_eq!(synced(&server, &owner).await, slice::from_ref(&made));
        for way in [path.clone(), format!("{path}/details"), format!("{path}/full-details")] {
            assert_eq!(owner.get(&server, &way).send().await.expect(200).json(), made);
            stranger.get(&server, &way).send().await.expect(404);
            server.get(&way).send().await.expect(401);
        }
        let name = json!({"ids": [id(&made)], "folderId": null});
        let attempts = [
            ("PUT", path.clone(), login(OTHER)),
            ("POST", path.clone(), login(OTHER)),
            ("DELETE", path.clone(), Value::Null),
            ("PUT", format!("{path}/partial"), json!({"folderId": null, "favorite": true})),
            ("PUT", format!("{path}/delete"), Value::Null),
            ("POST", format!("{path}/delete"), Value::Null),
            ("PUT", format!("{path}/restore"), Value::Null),
            ("PUT", format!("{path}/archive"), Value::Null),
            ("PUT", format!("{path}/unarchive"), Value::Null),
            ("PUT", "/api/ciphers/delete".to_owned(), name.clone()),
            ("PUT", "/api/ciphers/restore".to_owned(), name.clone()),
            ("PUT", "/api/ciphers/archive".to_owned(), name.clone()),
            ("PUT", "/api/ciphers/unarchive".to_owned(), name.clone()),
            ("PUT", "/api/ciphers/move".to_owned(), name.clone()),
            ("DELETE", "/api/ciphers".to_owned(), name),
        ];
        for (method, path, body) in attempts {
            let request = || server.request(method, &path).json(&body);
            request().bearer(&stranger.token).send().await.expect(404);
            request().send().await.expect(401);
        }
        assert_eq!(synced(&server, &owner).await, [made]);
        assert_eq!(synced(&server, &stranger).await, Vec::<Value>::new());
    }

    async fn a_change_replaces_what_the_item_says(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let made = kept(&server, &owner, &login(TEXT)).await;
        let path = format!("/api/ciphers/{}", id(&made));
        server.clock.advance(TimeDelta::minutes(1));
        let known = made["revisionDate"].clone();
        let body = with(with(login(OTHER), "lastKnownRevisionDate", known), "reprompt", 1);
        let changed = owner.put(&server, &path).json(&body).send().await.expect(200).json();
        assert_eq!((&changed["name"], &changed["reprompt"]), (&json!(OTHER), &json!(1)));
        assert_eq!(changed["creationDate"], made["creationDate"]);
        assert_ne!(changed["revisionDate"], made["revisionDate"]);
        assert_eq!(synced(&server, &owner).await, slice::from_ref(&changed));

        // From the item as it was before: someone's other device changed it.
        let reply = owner.put(&server, &path).json(&body).send().await.expect(400);
        assert_eq!(reply.json()["code"], "item_out_of_date");
        assert_eq!(synced(&server, &owner).await, [changed]);
        // Old clients do not say which they had.
        owner.post(&server, &path).json(&login(TEXT)).send().await.expect(200);
    }

    async fn what_is_not_encrypted_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let made = kept(&server, &owner, &login(TEXT)).await;
        let path = format!("/api/ciphers/{}", id(&made));
        let plain = with(login("Bank"), "login", json!({"username": "me", "password": TEXT}));
        let wrong = json!({
            "login.username": ["This must be an encrypted string."],
            "name": ["This must be an encrypted string."],
        });
        for request in [owner.post(&server, "/api/ciphers"), owner.put(&server, &path)] {
            let reply = request.json(&plain).send().await.expect(400).json();
            assert_eq!(reply["validationErrors"], wrong);
        }
        let long = with(login(TEXT), "fields", vec![
            json!({"type": 0, "name": TEXT, "value": format!("4.{}", "A".repeat(4_996))}); 110
        ]);
        let reply = owner.post(&server, "/api/ciphers").json(&long).send().await.expect(400).json();
        assert_eq!(reply["validationErrors"]["data"][0], "This may have at most 500000 characters.");
        assert_eq!(synced(&server, &owner).await, [made]);
    }

    async fn what_nobody_could_read_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let other = server.person("other@example.com").await;
        let key = json!({"userKeyId": "00112233445566778899aabbccddeeff"});
        let kept_key = owner.post(&server, "/api/accounts/key-management/user-key-id").json(&key);
        kept_key.send().await.expect(200);
        let cases = [
            ("for someone else", with(login(TEXT), "encryptedFor", other.id.to_string()), 400),
            ("for its owner", with(login(TEXT), "encryptedFor", owner.id.to_string()), 200),
            ("with another key", with(login(TEXT), "encryptedByKeyId", "ff112233445566778899aabbccddeeff"), 400),
            ("with the key", with(login(TEXT), "encryptedByKeyId", "00112233445566778899AABBCCDDEEFF"), 200),
            ("of an organization", with(login(TEXT), "organizationId", other.id.to_string()), 400),
            ("in nobody's folder", with(login(TEXT), "folderId", other.id.to_string()), 400),
        ];
        for (case, item, status) in cases {
            let reply = owner.post(&server, "/api/ciphers").json(&item).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
        // Where no key is known yet, any is believed.
        let item = with(login(TEXT), "encryptedByKeyId", "ff112233445566778899aabbccddeeff");
        other.post(&server, "/api/ciphers").json(&item).send().await.expect(200);
    }

    async fn folder_favour_and_archive_are_the_persons_own(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let named = json!({"name": TEXT});
        let folder = owner.post(&server, "/api/folders").json(&named).send().await.expect(200).json();
        let foreign = stranger.post(&server, "/api/folders").json(&named).send().await.expect(200).json();
        let folder = id(&folder);
        let made = kept(&server, &owner, &with(with(login(TEXT), "folderId", folder), "favorite", true)).await;
        assert_eq!((&made["folderId"], &made["favorite"]), (&json!(folder), &json!(true)));
        let path = format!("/api/ciphers/{}", id(&made));

        let body = json!({"folderId": null, "favorite": false});
        let placed = owner.put(&server, &format!("{path}/partial")).json(&body).send().await.expect(200).json();
        assert_eq!((&placed["folderId"], &placed["favorite"]), (&Value::Null, &json!(false)));
        assert_eq!(synced(&server, &owner).await, slice::from_ref(&placed));
        let body = json!({"folderId": id(&foreign), "favorite": false});
        owner.put(&server, &format!("{path}/partial")).json(&body).send().await.expect(400);

        let second = kept(&server, &owner, &with(login(TEXT), "favorite", true)).await;
        let body = json!({"ids": [id(&made), id(&second)], "folderId": folder});
        owner.put(&server, "/api/ciphers/move").json(&body).send().await.expect(200);
        let all = synced(&server, &owner).await;
        assert!(all.iter().all(|item| item["folderId"] == folder), "{all:?}");
        assert_eq!(all.iter().filter(|item| item["favorite"] == true).count(), 1);
        let body = json!({"ids": [id(&second)], "folderId": id(&foreign)});
        owner.put(&server, "/api/ciphers/move").json(&body).send().await.expect(400);

        let both = json!({"ids": [id(&made), id(&second)]});
        let archived = owner.put(&server, "/api/ciphers/archive").json(&both).send().await.expect(200).json();
        assert!(archived["data"].as_array().unwrap().iter().all(|item| item["archivedDate"].is_string()));
        // A client that knows nothing of the archive leaves it as it is.
        let changed = owner.put(&server, &path).json(&login(OTHER)).send().await.expect(200).json();
        assert_eq!(changed["archivedDate"], archived["data"][0]["archivedDate"]);
        let back = owner.put(&server, &format!("{path}/unarchive")).send().await.expect(200).json();
        assert_eq!(back["archivedDate"], Value::Null);

        // The items stay when the folder goes.
        owner.delete(&server, "/api/folders/all").send().await.expect(200);
        let all = synced(&server, &owner).await;
        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|item| item["folderId"] == Value::Null));
    }

    async fn who_must_share_everything_keeps_nothing_of_their_own(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let before = kept(&server, &member, &login(TEXT)).await;
        server.member(organization, &member, Role::User).await;
        let path = format!("/api/organizations/{organization}/policies/5");
        let on = json!({"policy": {"enabled": true}});
        owner.put(&server, &path).json(&on).send().await.expect(200);
        let reply = member.post(&server, "/api/ciphers").json(&login(TEXT)).send().await.expect(400);
        assert_eq!(reply.json()["code"], "item_must_be_shared");
        kept(&server, &owner, &login(TEXT)).await;
        let path = format!("/api/ciphers/{}", id(&before));
        member.put(&server, &path).json(&login(OTHER)).send().await.expect(200);
    }

    async fn every_change_tells_clients_to_sync(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let mut before = 0;
        let mut newer = async |what: &str| {
            let reply = owner.get(&server, "/api/accounts/revision-date").send().await.expect(200);
            let now = reply.json().as_i64().unwrap();
            assert!(std::mem::replace(&mut before, now) < now, "{what}");
            server.clock.advance(TimeDelta::seconds(5));
        };
        let made = kept(&server, &owner, &login(TEXT)).await;
        newer("made").await;
        let path = format!("/api/ciphers/{}", id(&made));
        let name = json!({"ids": [id(&made)]});
        let steps = [
            ("PUT", path.clone(), login(OTHER)),
            ("PUT", format!("{path}/partial"), json!({"favorite": true})),
            ("PUT", "/api/ciphers/move".to_owned(), name.clone()),
            ("PUT", "/api/ciphers/archive".to_owned(), name.clone()),
            ("PUT", "/api/ciphers/unarchive".to_owned(), name.clone()),
            ("PUT", format!("{path}/delete"), Value::Null),
            ("PUT", format!("{path}/restore"), Value::Null),
            ("DELETE", path.clone(), Value::Null),
        ];
        for (method, path, body) in steps {
            server.request(method, &path).bearer(&owner.token).json(&body).send().await.expect(200);
            newer(&path).await;
        }
    }
}
