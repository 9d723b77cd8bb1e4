use chrono::TimeDelta;
use domain::{events::EventKind, organizations::Role};
use testkit::{TestServer, store::outbox::Event};

testkit::db_test! {
    async fn the_log_is_read_by_those_who_may_and_by_nobody_else(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let seat = server.member(organization, &member, Role::User).await;
        server.member(organization, &admin, Role::Admin).await;
        let paths = [
            format!("/api/organizations/{organization}/events"),
            format!("/api/organizations/{organization}/users/{seat}/events"),
        ];
        for path in &paths {
            server.get(path).send().await.expect(401);
            let cases = [("a stranger", &stranger, 404), ("a member", &member, 404),
                ("an admin", &admin, 200), ("an owner", &owner, 200)];
            for (case, person, status) in cases {
                let reply = person.get(&server, path).send().await;
                assert_eq!(reply.status, status, "{case}: {path}");
            }
        }
        let nobody = format!("/api/organizations/{organization}/users/{organization}/events");
        owner.get(&server, &nobody).send().await.expect(404);
    }

    async fn the_log_is_read_by_kind_actor_and_member(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let seat = server.member(organization, &admin, Role::Admin).await;
        let of = |kind: EventKind, actor: &testkit::Person| Event {
            acting_user: Some(actor.id.uuid()),
            ..Event::of(kind, organization)
        };
        let events = [
            of(EventKind::MemberInvited, &owner),
            of(EventKind::MemberConfirmed, &admin).member(seat.uuid()),
            of(EventKind::OrganizationUpdated, &admin),
        ];
        let mut tx = server.app.db.write().await.unwrap();
        tx.record_all(&events, server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        let (invited, confirmed, updated) = (
            EventKind::MemberInvited.number(),
            EventKind::MemberConfirmed.number(),
            EventKind::OrganizationUpdated.number(),
        );
        let admin_id = admin.id;
        let cases = [
            ("everything", String::new(), vec![invited, confirmed, updated]),
            ("one kind", format!("?types={invited}"), vec![invited]),
            ("two kinds", format!("?types={invited},%20{updated}"), vec![invited, updated]),
            ("by one person", format!("?actingUserId={admin_id}"), vec![confirmed, updated]),
            ("about one member", format!("?organizationUserId={seat}"), vec![confirmed]),
            ("by one person, of a kind", format!("?actingUserId={admin_id}&types={invited}"), vec![]),
        ];
        for (case, query, mut wanted) in cases {
            let path = format!("/api/organizations/{organization}/events{query}");
            let reply = owner.get(&server, &path).send().await.expect(200).json();
            let kinds = reply["data"].as_array().unwrap().iter().map(|it| it["type"].as_i64().unwrap());
            let mut kinds: Vec<_> = kinds.collect();
            kinds.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(kinds, wanted, "{case}");
        }
        for wrong in ["types=many", "actingUserId=me"] {
            let path = format!("/api/organizations/{organization}/events?{wrong}");
            owner.get(&server, &path).send().await.expect(400);
        }
    }

    async fn a_plan_without_the_log_has_none(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let families = server.organization(&owner, "families").await;
        owner.get(&server, &format!("/api/organizations/{families}/events")).send().await.expect(404);
    }

    async fn pages_follow_each_other_without_gap_or_repetition(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        for n in 0..24 {
            // Five at the same moment: a page may end between two of them.
            let events = vec![Event::of(EventKind::MemberInvited, organization); 5];
            tx.record_all(&events, now - TimeDelta::hours(n)).await.unwrap();
        }
        let old = [Event::of(EventKind::MemberInvited, organization)];
        tx.record_all(&old, now - TimeDelta::days(40)).await.unwrap();
        tx.commit().await.unwrap();

        let path = format!("/api/organizations/{organization}/events");
        let (mut dates, mut token) = (Vec::new(), String::new());
        for (page, size) in [(1, 50), (2, 50), (3, 20)] {
            let address = format!("{path}?continuationToken={token}");
            let reply = owner.get(&server, &address).send().await.expect(200).json();
            let data = reply["data"].as_array().unwrap();
            assert_eq!(data.len(), size, "page {page}");
            dates.extend(data.iter().map(|event| event["date"].as_str().unwrap().to_owned()));
            reply["continuationToken"].as_str().unwrap_or_default().clone_into(&mut token);
            assert_eq!(token.is_empty(), page == 3, "page {page}");
        }
        assert!(dates.is_sorted_by(|a, b| a >= b));
        assert_eq!(dates.len(), 120);

        let year = format!("{path}?start=2029-06-01&end=2030-01-01");
        let data = owner.get(&server, &format!("{year}&continuationToken=")).send().await.expect(200);
        assert_eq!(data.json()["data"].as_array().unwrap().len(), 50);
        let cases = [
            ("too long a time", "start=2028-01-01&end=2030-01-01", 400),
            ("no date", "start=yesterday", 400),
            ("a token of someone else's", "continuationToken=abc", 400),
            ("swapped ends", "start=2030-01-01&end=2029-12-01", 200),
        ];
        for (case, query, status) in cases {
            let reply = owner.get(&server, &format!("{path}?{query}")).send().await;
            assert_eq!(reply.status, status, "{case}");
        }
    }

    async fn a_line_has_every_field_of_the_protocol(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let event = Event {
            acting_user: Some(owner.id.uuid()),
            ip_address: Some("192.0.2.1".to_owned()),
            device_type: Some(9),
            ..Event::of(EventKind::PolicyUpdated, organization).about(organization.uuid())
        };
        let mut tx = server.app.db.write().await.unwrap();
        tx.record(event, server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/api/organizations/{organization}/events");
        let reply = owner.get(&server, &path).send().await.expect(200).json();
        let line = reply["data"].as_array().unwrap().iter().find(|line| line["type"] == 1700);
        let line = line.unwrap().as_object().unwrap();
        assert_eq!(line["object"], "event");
        assert_eq!(line["policyId"], organization.to_string());
        assert_eq!(line["actingUserId"], owner.id.to_string());
        assert_eq!(line["date"], "2030-01-01T12:00:00Z");
        assert_eq!((&line["ipAddress"], &line["deviceType"]), (&"192.0.2.1".into(), &9.into()));
        for field in ["cipherId", "collectionId", "groupId", "organizationUserId", "providerUserId",
            "providerOrganizationId", "providerId", "installationId", "systemUser", "domainName",
            "secretId", "projectId", "serviceAccountId", "grantedServiceAccountId", "sendId", "userId"]
        {
            assert!(line[field].is_null(), "{field}");
        }
    }

    async fn everyone_reads_what_they_did_to_their_own_account(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let families = server.organization(&owner, "families").await;
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        let event = Event::of_user(EventKind::UserLoggedIn, owner.id);
        tx.record_of_person(owner.id, event, now).await.unwrap();
        tx.commit().await.unwrap();
        let count = async |person: &testkit::Person, path: &str| {
            let reply = person.get(&server, path).send().await.expect(200).json();
            let data = reply["data"].as_array().unwrap().clone();
            data.iter().filter(|line| line["type"] == 1000).count()
        };
        assert_eq!(count(&owner, "/api/events").await, 1, "once in the person's own log");
        assert_eq!(count(&member, "/api/events").await, 0);
        let path = format!("/api/organizations/{organization}/events");
        assert_eq!(count(&owner, &path).await, 1, "and once in each organization's with a log");
        owner.get(&server, &format!("/api/organizations/{families}/events")).send().await.expect(404);
        server.get("/api/events").send().await.expect(401);
    }
}
