use chrono::TimeDelta;
use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::TestServer;

/// What an id of the page stands for.
fn named<'a>(page: &'a Value, id: &Value) -> &'a Value {
    let names = page["names"].as_array().unwrap();
    names.iter().find(|name| name["id"] == *id).map_or(&Value::Null, |name| &name["name"])
}

testkit::db_test! {
    async fn an_operator_reads_the_events_of_any_organization(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let path = format!("/admin/organizations/{id}/events");
        operator.post(&server, &format!("/admin/organizations/{id}/disable")).send().await.expect(200);
        server.get(&path).send().await.expect(401);
        owner.get(&server, &path).send().await.expect(401);
        let events = operator.get(&server, &path).send().await.expect(200).json();
        assert_eq!(events["data"][0]["organizationId"], id.to_string());
        operator.get(&server, &format!("{path}?start=yesterday")).send().await.expect(400);
    }

    async fn what_the_ids_of_events_stand_for_comes_with_them(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let other = server.organization(&member, "enterprise").await;
        let policy = |id| format!("/api/organizations/{id}/policies/13");
        let on = json!({"policy": {"enabled": true}});
        owner.put(&server, &policy(id)).json(&on).send().await.expect(200);
        member.put(&server, &policy(other)).json(&on).send().await.expect(200);
        server.clock.advance(TimeDelta::seconds(1));
        let row = server.accepted_member(id, &member, Role::User).await;
        let confirm = format!("/api/organizations/{id}/users/{row}/confirm");
        owner.post(&server, &confirm).json(&json!({"key": "4.AAAA"})).send().await.expect(200);
        server.clock.advance(TimeDelta::seconds(1));
        let invite = json!({"emails": ["invited@example.com"], "type": 2});
        let users = format!("/api/organizations/{id}/users");
        owner.post(&server, &format!("{users}/invite")).json(&invite).send().await.expect(200);

        let path = format!("/admin/organizations/{id}/events");
        let page = operator.get(&server, &path).send().await.expect(200).json();
        let [invited, confirmed, switched] = [0, 1, 2].map(|place| &page["data"][place]);
        assert_eq!((&invited["type"], &confirmed["type"]), (&json!(1500), &json!(1501)));
        let cases = [
            ("who did it", &invited["actingUserId"], "owner@example.com"),
            ("who was invited", &invited["organizationUserId"], "invited@example.com"),
            ("who was confirmed", &confirmed["organizationUserId"], "member@example.com"),
        ];
        for (case, of, name) in cases {
            assert_eq!(named(&page, of), name, "{case}");
        }
        let own = json!([{"id": switched["policyId"], "type": 13}]);
        assert_eq!(page["policies"], own, "of this organization alone");

        let gone = format!("{users}/{}", invited["organizationUserId"].as_str().unwrap());
        owner.delete(&server, &gone).send().await.expect(200);
        let page = operator.get(&server, &path).send().await.expect(200).json();
        let removed = &page["data"][0]["organizationUserId"];
        assert_eq!(named(&page, removed), &Value::Null, "who is gone");
    }

    async fn long_logs_come_in_pages_each_with_its_names(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let emails: Vec<String> = (0..51).map(|n| format!("{n}@example.com")).collect();
        let path = format!("/api/organizations/{id}/users/invite");
        for part in emails.chunks(17) {
            owner.post(&server, &path).json(&json!({"emails": part})).send().await.expect(200);
        }
        let path = format!("/admin/organizations/{id}/events?types=1500");
        let mut found = Vec::new();
        let mut token = String::new();
        for (page, length) in [("the first", 50), ("the second", 1)] {
            let path = format!("{path}&continuationToken={token}");
            let read = operator.get(&server, &path).send().await.expect(200).json();
            let events = read["data"].as_array().unwrap();
            assert_eq!(events.len(), length, "{page}");
            assert_eq!(read["names"].as_array().unwrap().len(), length + 1, "{page}");
            let names = events.iter().map(|event| named(&read, &event["organizationUserId"]));
            found.extend(names.map(|name| name.as_str().unwrap().to_owned()));
            read["continuationToken"].as_str().unwrap_or_default().clone_into(&mut token);
        }
        assert_eq!(token, "", "nothing follows");
        found.sort();
        let mut wanted = emails;
        wanted.sort();
        assert_eq!(found, wanted);
    }
}
