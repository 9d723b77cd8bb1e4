use app::organizations::accept_invitation::AcceptInvitationError;
use chrono::TimeDelta;
use domain::organizations::{Revocation, Role};
use serde_json::json;
use testkit::{TestServer, db_test};

db_test! {
    async fn someone_is_invited_accepts_and_is_confirmed(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let users = format!("/api/organizations/{id}/users");
        let invite = json!({"emails": ["Member@example.com", "member@example.com", "owner@example.com"], "type": 2});
        owner.post(&server, &format!("{users}/invite")).json(&invite).send().await.expect(200);
        server.run_jobs().await;
        let mail = server.mails_to("member@example.com").await.remove(0);
        let token = mail.link_parameter("token");
        assert_eq!(mail.link_parameter("organizationId"), id.to_string());
        assert_eq!(mail.link_parameter("orgUserHasExistingUser"), "true");
        let row = format!("{users}/{}", mail.link_parameter("organizationUserId"));
        let policies = format!("/api/organizations/{id}/policies/token?email=member@example.com&token={token}&organizationUserId={}", mail.link_parameter("organizationUserId"));
        server.get(&policies).send().await.expect(200);
        server.get(&policies.replace("token=", "token=x")).send().await.expect(400);

        let key = json!({"key": "4.BBBB"});
        owner.post(&server, &format!("{row}/confirm")).json(&key).send().await.expect(400);
        let accept = json!({"token": token});
        let bad = json!({"token": format!("{token}x")});
        member.post(&server, &format!("{row}/accept")).json(&bad).send().await.expect(400);
        stranger.post(&server, &format!("{row}/accept")).json(&accept).send().await.expect(400);
        member.post(&server, &format!("{row}/accept")).json(&accept).send().await.expect(200);
        let again = member.post(&server, &format!("{row}/accept")).json(&accept).send().await;
        let again = again.expect(400);
        assert_eq!(again.message(), "You have already accepted this invitation.");
        assert_eq!(again.json()["code"], "already_accepted");

        let ids = json!({"ids": [mail.link_parameter("organizationUserId")]});
        let keys = owner.post(&server, &format!("{users}/public-keys")).json(&ids).send().await;
        assert_eq!(keys.expect(200).json()["data"][0]["key"], "AAAA");
        let unwrapped = json!({"key": "2.BBBB"});
        owner.post(&server, &format!("{row}/confirm")).json(&unwrapped).send().await.expect(400);
        stranger.post(&server, &format!("{row}/confirm")).json(&key).send().await.expect(404);
        owner.post(&server, &format!("{row}/confirm")).json(&key).send().await.expect(200);
        owner.post(&server, &format!("{row}/confirm")).json(&key).send().await.expect(400);
        let listed = member.get(&server, "/api/organizations").send().await.expect(200).json();
        assert_eq!(listed["data"][0]["key"], "4.BBBB");
        let details = owner.get(&server, &row).send().await.expect(200).json();
        assert_eq!((&details["status"], &details["email"]), (&json!(2), &json!("member@example.com")));
        member.get(&server, &row).send().await.expect(404);
        let mini = member.get(&server, &format!("{users}/mini-details")).send().await.expect(200);
        assert_eq!(mini.json()["data"].as_array().unwrap().len(), 2);
        server.run_jobs().await;
        let owners = server.mails_to("owner@example.com").await;
        assert_eq!(owners.len(), 1, "the owner hears that someone waits");
        assert_eq!(server.mails_to("member@example.com").await.len(), 2);
    }

    async fn a_list_says_since_when_and_when_people_were_last_there(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let seat = server.member(organization, &member, Role::User).await;
        let joined = server.app.now();
        let row = async || {
            let path = format!("/api/organizations/{organization}/users");
            let list = owner.get(&server, &path).send().await.expect(200).json();
            let rows = list["data"].as_array().unwrap();
            rows.iter().find(|row| row["id"] == seat.to_string()).unwrap().clone()
        };
        let moment = |value: &serde_json::Value| {
            value.as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap()
        };
        let before = row().await;
        assert_eq!((moment(&before["statusDate"]), &before["lastActivityDate"]), (joined, &json!(null)));

        server.clock.advance(chrono::TimeDelta::days(2));
        let form = [
            ("grant_type", "password"), ("username", "member@example.com"),
            ("password", testkit::PASSWORD_HASH), ("scope", "api offline_access"),
            ("client_id", "web"), ("deviceType", "9"), ("deviceIdentifier", "a device"),
            ("deviceName", "chrome"),
        ];
        server.post("/identity/connect/token").form(&form).send().await.expect(200);
        assert_eq!(moment(&row().await["lastActivityDate"]), server.app.now());
        for what in ["revoke", "restore"] {
            server.clock.advance(chrono::TimeDelta::days(1));
            let path = format!("/api/organizations/{organization}/users/{seat}/{what}");
            owner.put(&server, &path).send().await.expect(200);
            assert_eq!(moment(&row().await["statusDate"]), server.app.now(), "{what}");
        }
    }

    async fn an_invitation_is_good_for_five_days_and_can_be_repeated(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let row = server.invited_member(id, "member@example.com", Role::User).await;
        let users = format!("/api/organizations/{id}/users");
        owner.post(&server, &format!("{users}/{row}/reinvite")).send().await.expect(200);
        server.run_jobs().await;
        let mail = server.mails_to("member@example.com").await.remove(0);
        let accept = json!({"token": mail.link_parameter("token")});
        server.clock.advance(TimeDelta::hours(121));
        let late = member.post(&server, &format!("{users}/{row}/accept")).json(&accept).send().await;
        assert_eq!(late.expect(400).message(), "Invalid token.");
        let ids = json!({"ids": [row.uuid(), id.uuid()]});
        let reply = owner.post(&server, &format!("{users}/reinvite")).json(&ids).send().await;
        let reply = reply.expect(200).json();
        assert_eq!(reply["data"][0]["error"], "");
        assert_ne!(reply["data"][1]["error"], "");
        server.run_jobs().await;
        let mail = server.mails_to("member@example.com").await.pop().unwrap();
        let accept = json!({"token": mail.link_parameter("token")});
        member.post(&server, &format!("{users}/{row}/accept")).json(&accept).send().await.expect(200);
        owner.post(&server, &format!("{users}/{row}/reinvite")).send().await.expect(400);
    }

    async fn invitations_that_do_not_do_are_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        server.member(id, &admin, Role::Admin).await;
        server.member(id, &member, Role::User).await;
        let free = server.organization(&owner, "free").await;
        let many: Vec<String> = (0..21).map(|n| format!("{n}@example.com")).collect();
        let elsewhere = json!([{"id": free.uuid()}]);
        let cases = [
            ("nobody", &owner, id, json!({"emails": []}), 400),
            ("too many", &owner, id, json!({"emails": many}), 400),
            ("no address", &owner, id, json!({"emails": ["nobody"]}), 400),
            ("no such role", &owner, id, json!({"emails": ["a@example.com"], "type": 9}), 400),
            ("an owner, by an admin", &admin, id, json!({"emails": ["a@example.com"], "type": 0}), 400),
            ("by a member", &member, id, json!({"emails": ["a@example.com"]}), 404),
            ("another's collection", &owner, id, json!({"emails": ["a@example.com"], "collections": elsewhere}), 400),
            ("a custom role", &owner, id, json!({"emails": ["a@example.com"], "type": 4, "permissions": {"manageUsers": true}}), 200),
            ("a custom role, free", &owner, free, json!({"emails": ["a@example.com"], "type": 4}), 400),
            ("two seats, one taken", &owner, free, json!({"emails": ["a@example.com"]}), 200),
            ("no seat left", &owner, free, json!({"emails": ["b@example.com"]}), 400),
            ("someone who is there", &owner, free, json!({"emails": ["A@example.com"]}), 200),
        ];
        for (case, person, organization, body, status) in cases {
            let path = format!("/api/organizations/{organization}/users/invite");
            let reply = person.post(&server, &path).json(&body).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
    }

    async fn seats_grow_on_the_cloud_and_stay_where_a_licence_says_so(engine) {
        let server = TestServer::cloud(engine.clone()).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let emails: Vec<String> = (0..11).map(|n| format!("{n}@example.com")).collect();
        let path = format!("/api/organizations/{id}/users/invite");
        owner.post(&server, &path).json(&json!({"emails": emails})).send().await.expect(200);
        let path = format!("/api/organizations/{id}");
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["seats"], 12);

        let server = TestServer::self_hosted(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.licensed_organization(&owner, "enterprise").await;
        let path = format!("/api/organizations/{id}/users/invite");
        let reply = owner.post(&server, &path).json(&json!({"emails": emails})).send().await.expect(400);
        assert_eq!(reply.json()["code"], "no_seat_in_license");
        assert!(reply.message().contains("license"), "{}", reply.message());
    }

    async fn an_address_gets_at_most_ten_invitations_a_day(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let row = server.invited_member(id, "member@example.com", Role::User).await;
        let users = format!("/api/organizations/{id}/users");
        let again = format!("{users}/{row}/reinvite");
        let ids = json!({"ids": vec![row.uuid(); 100]});
        owner.post(&server, &format!("{users}/reinvite")).json(&ids).send().await.expect(200);
        owner.post(&server, &again).send().await.expect(200);
        server.run_jobs().await;
        assert_eq!(server.mails_to("member@example.com").await.len(), 1, "one a minute");
        for _ in 1..10 {
            server.clock.advance(TimeDelta::minutes(1));
            owner.post(&server, &again).send().await.expect(200);
        }
        server.clock.advance(TimeDelta::minutes(1));
        let refused = owner.post(&server, &again).send().await.expect(400);
        assert!(refused.message().contains("too many invitations"), "{}", refused.message());
        owner.delete(&server, &format!("{users}/{row}")).send().await.expect(200);
        let invite = json!({"emails": ["member@example.com"], "type": 2});
        owner.post(&server, &format!("{users}/invite")).json(&invite).send().await.expect(400);
        server.run_jobs().await;
        assert_eq!(server.mails_to("member@example.com").await.len(), 10);
        server.clock.advance(TimeDelta::days(1));
        owner.post(&server, &format!("{users}/invite")).json(&invite).send().await.expect(200);
    }

    async fn a_request_names_at_most_500_members(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let users = format!("/api/organizations/{id}/users");
        for (count, status) in [(500, 200), (501, 400)] {
            let ids = json!({"ids": vec![id.uuid(); count]});
            let keys = json!({"keys": vec![json!({"id": id.uuid(), "key": "4.A"}); count]});
            for path in ["reinvite", "public-keys", "confirm", "restore", "revoke", "remove"] {
                let path = match path {
                    "remove" => users.clone(),
                    path => format!("{users}/{path}"),
                };
                let body = if path.ends_with("confirm") { &keys } else { &ids };
                let request = match path.rsplit('/').next().unwrap() {
                    "restore" | "revoke" => owner.put(&server, &path),
                    "users" => owner.delete(&server, &path),
                    _ => owner.post(&server, &path),
                };
                let reply = request.json(body).send().await;
                assert_eq!(reply.status.as_u16(), status, "{count}: {path} {}", reply.text());
            }
        }
    }

    async fn several_come_back_while_there_are_seats(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "free").await;
        let first = server.invited_member(id, "first@example.com", Role::User).await;
        let second = server.invited_member(id, "second@example.com", Role::User).await;
        let users = format!("/api/organizations/{id}/users");
        let ids = json!({"ids": [first.uuid(), second.uuid(), first.uuid()]});
        owner.put(&server, &format!("{users}/revoke")).json(&ids).send().await.expect(200);
        let reply = owner.put(&server, &format!("{users}/restore")).json(&ids).send().await;
        let reply = reply.expect(200).json();
        let errors: Vec<_> = reply["data"].as_array().unwrap().iter().map(|it| it["error"] == "").collect();
        assert_eq!(errors, [true, false], "the second has no seat; the repetition is dropped");
    }

    async fn an_acceptance_waits_for_whoever_changes_the_organization(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let row = server.invited_member(id, "member@example.com", Role::User).await;
        let path = format!("/api/organizations/{id}/users/{row}");
        owner.post(&server, &format!("{path}/reinvite")).send().await.expect(200);
        server.run_jobs().await;
        let mail = server.mails_to("member@example.com").await.remove(0);
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        tx.hold_organization(id, now).await.unwrap();
        tx.revoke_members(id, &[row], Revocation::ByAdministrator, now).await.unwrap();
        let (app, token) = (server.app.clone(), mail.link_parameter("token"));
        let mut accepting = tokio::task::JoinSet::new();
        accepting.spawn(async move { app.accept_invitation(member.id, id, row, &token, None).await });
        // Enough turns for it to come to where it waits.
        for _ in 0..1000 {
            tokio::task::yield_now().await;
        }
        tx.commit().await.unwrap();
        let refused = accepting.join_next().await.unwrap().unwrap().unwrap_err();
        assert!(matches!(refused, AcceptInvitationError::WrongState(_)), "{refused:?}");
    }

    async fn several_are_confirmed_at_once(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let waiting = server.accepted_member(id, &member, Role::User).await;
        let invited = server.invited_member(id, "invited@example.com", Role::User).await;
        let path = format!("/api/organizations/{id}/users/confirm");
        let body = json!({"keys": [{"id": waiting.uuid(), "key": "4.A"}, {"id": invited.uuid(), "key": "4.A"}, {"id": id.uuid(), "key": "4.A"}]});
        let reply = owner.post(&server, &path).json(&body).send().await.expect(200).json();
        let errors: Vec<_> = reply["data"].as_array().unwrap().iter().map(|it| it["error"] == "").collect();
        assert_eq!(errors, [true, false, false]);
        member.post(&server, &path).json(&body).send().await.expect(404);
    }
}
