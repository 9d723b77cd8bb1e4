use domain::{
    authz::{Permission, Permissions},
    organizations::Role,
};
use serde_json::json;
use testkit::{TestServer, db_test};

db_test! {
    async fn who_may_change_whom(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let custom = server.person("custom@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let member = server.person("member@example.com").await;
        let second = server.person("second-owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let users = Role::Custom(Permissions::of(&[Permission::ManageUsers]));
        let admin_row = server.member(id, &admin, Role::Admin).await;
        server.member(id, &custom, users).await;
        let member_row = server.member(id, &member, Role::User).await;
        let owner_row = server.member(id, &second, Role::Owner).await;
        let role = |number: i64| json!({"type": number});
        let cases = [
            ("a stranger", &stranger, member_row, role(2), 404),
            ("a member", &member, member_row, role(0), 404),
            ("an admin, an owner", &admin, owner_row, role(2), 400),
            ("an admin makes an owner", &admin, member_row, role(0), 400),
            ("an admin makes an admin", &admin, member_row, role(1), 200),
            ("a custom role, an admin", &custom, admin_row, role(2), 400),
            ("an admin makes a member again", &admin, member_row, role(2), 200),
            ("a custom role gives what it lacks", &custom, member_row, json!({"type": 4, "permissions": {"managePolicies": true}}), 400),
            ("a custom role gives what it has", &custom, member_row, json!({"type": 4, "permissions": {"manageUsers": true}}), 200),
            ("an owner, an owner", &owner, owner_row, role(1), 200),
            ("no such role", &owner, member_row, role(9), 400),
        ];
        for (case, person, row, body, status) in cases {
            let path = format!("/api/organizations/{id}/users/{row}");
            let reply = person.put(&server, &path).json(&body).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
    }

    async fn the_last_owner_stays(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let second = server.person("second-owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let listed = owner.get(&server, "/api/organizations").send().await.expect(200).json();
        let own = listed["data"][0]["organizationUserId"].as_str().unwrap().to_owned();
        let users = format!("/api/organizations/{id}/users");
        let leave = format!("/api/organizations/{id}/leave");
        let demote = owner.put(&server, &format!("{users}/{own}")).json(&json!({"type": 1})).send().await;
        assert_eq!(demote.expect(400).json()["code"], "last_owner");
        owner.post(&server, &leave).send().await.expect(400);
        owner.delete(&server, &format!("{users}/{own}")).send().await.expect(400);
        owner.put(&server, &format!("{users}/{own}/revoke")).send().await.expect(400);
        let row = server.member(id, &second, Role::Owner).await;
        second.put(&server, &format!("{users}/{own}/revoke")).send().await.expect(200);
        second.delete(&server, &format!("{users}/{row}")).send().await.expect(400);
        second.post(&server, &leave).send().await.expect(400);
        second.put(&server, &format!("{users}/{own}/restore")).send().await.expect(200);
        second.post(&server, &leave).send().await.expect(200);
        second.post(&server, &leave).send().await.expect(404);
    }

    async fn members_are_suspended_brought_back_and_removed(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let row = server.member(id, &member, Role::User).await;
        let invited = server.invited_member(id, "invited@example.com", Role::User).await;
        let users = format!("/api/organizations/{id}/users");
        let one = format!("{users}/{row}");
        for path in [format!("{one}/revoke"), format!("{one}/restore"), format!("{one}/restore/vnext")] {
            stranger.put(&server, &path).send().await.expect(404);
            member.put(&server, &path).send().await.expect(404);
        }
        owner.put(&server, &format!("{one}/restore")).send().await.expect(400);
        owner.put(&server, &format!("{one}/revoke")).send().await.expect(200);
        owner.put(&server, &format!("{one}/revoke")).send().await.expect(400);
        let none = member.get(&server, "/api/organizations").send().await.expect(200).json();
        assert_eq!(none["data"], json!([]));
        owner.put(&server, &format!("{one}/restore/vnext")).send().await.expect(200);
        let details = owner.get(&server, &one).send().await.expect(200).json();
        assert_eq!(details["status"], 2);
        let ids = json!({"ids": [row.uuid(), invited.uuid(), id.uuid()]});
        for verb in ["revoke", "restore"] {
            let path = format!("{users}/{verb}");
            let reply = owner.put(&server, &path).json(&ids).send().await.expect(200).json();
            let fine: Vec<_> = reply["data"].as_array().unwrap().iter().map(|it| it["error"] == "").collect();
            assert_eq!(fine, [true, true, false], "{verb}");
        }
        owner.delete(&server, &one).send().await.expect(200);
        owner.delete(&server, &one).send().await.expect(404);
        let reply = owner.delete(&server, &users).json(&ids).send().await.expect(200).json();
        assert_eq!(reply["data"][1]["error"], "");
        server.run_jobs().await;
        let mails = server.mails_to("member@example.com").await;
        assert_eq!(mails.len(), 1, "the removed person hears of it");
    }

    async fn people_find_each_others_public_keys(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        for path in ["public-key", "keys"] {
            let path = format!("/api/users/{}/{path}", member.id);
            let found = owner.get(&server, &path).send().await.expect(200).json();
            assert_eq!((&found["object"], &found["publicKey"]), (&json!("userKey"), &json!("AAAA")));
            server.get(&path).send().await.expect(401);
        }
        let path = format!("/api/users/{}/public-key", server.app.unguessable_id());
        owner.get(&server, &path).send().await.expect(404);
    }
}
