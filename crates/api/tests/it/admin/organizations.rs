use domain::organizations::Role;
use serde_json::json;
use testkit::TestServer;

testkit::db_test! {
    async fn organizations_are_found_by_name_and_by_the_people_in_them(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        for _ in 0..26 {
            server.organization(&owner, "teams").await;
        }
        let other = server.organization(&member, "enterprise").await;
        let cases = [
            ("everything, a page", "", 25, true),
            ("the second page", "?page=2", 2, false),
            ("a page past the end", "?page=9", 0, false),
            ("a small page", "?count=5", 5, true),
            ("part of a name", "?name=OF%20Member", 1, false),
            ("a sign of patterns", "?name=%25", 0, false),
            ("someone in it", "?userEmail=Member%40example.com", 1, false),
            ("both", "?userEmail=member%40example.com&name=owner", 0, false),
        ];
        for (case, query, count, more) in cases {
            let path = format!("/admin/organizations{query}");
            let page = operator.get(&server, &path).send().await.expect(200).json();
            assert_eq!(page["data"].as_array().unwrap().len(), count, "{case}");
            assert_eq!(page["more"], more, "{case}");
            assert!(page["total"].as_i64().unwrap() >= i64::try_from(count).unwrap(), "{case}");
        }
        let page = operator.get(&server, "/admin/organizations?name=member").send().await.json();
        assert_eq!(page["data"][0]["id"], other.to_string());
        assert_eq!(page["total"], 1);
        let line = &page["data"][0];
        assert!(line["features"].as_array().unwrap().contains(&"useEvents".into()));
        assert_eq!((&line["members"], &line["paid"], &line["connected"]),
            (&1.into(), &true.into(), &false.into()));
    }

    async fn an_organization_is_shown_with_what_is_in_it(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        server.member(organization, &member, Role::User).await;
        server.invited_member(organization, "friend@example.com", Role::Admin).await;
        let path = format!("/admin/organizations/view/{organization}");
        server.get(&path).send().await.expect(401);
        owner.get(&server, &path).send().await.expect(401);
        let view = operator.get(&server, &path).send().await.expect(200).json();
        assert_eq!(view["users"], json!({
            "invited": 1, "accepted": 0, "confirmed": 2, "revoked": 0, "twoStep": 0
        }));
        assert_eq!((&view["seats"], &view["occupiedSeats"]), (&10.into(), &3.into()));
        assert_eq!(view["administrators"], json!([
            {"email": "owner@example.com", "type": 0, "status": 2},
            {"email": "friend@example.com", "type": 1, "status": 0},
        ]));
        assert_eq!((&view["connections"], &view["syncRuns"]), (&json!([]), &json!([])));
        assert_eq!(view["hasPublicAndPrivateKeys"], true);
        assert_eq!((&view["subscription"]["status"], &view["license"]), (&"active".into(), &json!(null)));
        for id in ["00000000-0000-0000-0000-000000000001", "nothing"] {
            let path = format!("/admin/organizations/view/{id}");
            operator.get(&server, &path).send().await.expect(404);
        }
    }

    async fn an_organization_is_deleted_by_a_page_of_the_portal_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let path = format!("/admin/organizations/delete/{organization}");
        server.post(&path).send().await.expect(401);
        owner.post(&server, &path).send().await.expect(401);
        operator.forged(&server, &path).send().await.expect(403);
        operator.post(&server, &path).send().await.expect(200);
        operator.post(&server, &path).send().await.expect(404);
        let overview = operator.get(&server, "/admin/overview").send().await.expect(200).json();
        assert_eq!(overview["organizations"], 0);
        let actions = overview["actions"].as_array().unwrap();
        let done: Vec<_> = actions.iter().map(|one| (&one["operator"], &one["action"])).collect();
        let who = json!("operator@example.com");
        let wanted = [json!("organization.delete"), json!("operator.sign-in")];
        assert_eq!(done, [(&who, &wanted[0]), (&who, &wanted[1])]);
    }

    async fn decision_18_opening_a_link_syncs_nothing(engine) {
        let server = TestServer::self_hosted(engine).await;
        let operator = server.operator().await;
        let path = "/admin/organizations/triggerbillingsync/00000000-0000-0000-0000-000000000001";
        server.get(path).send().await.expect(401);
        let reply = operator.get(&server, path).send().await.expect(405);
        assert_eq!(reply.headers["allow"], "POST");
        assert!(reply.message().contains("POST /admin/organizations/{id}/sync"), "{}", reply.message());
    }

    async fn installations_are_made_rotated_and_switched(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let body = json!({ "email": "owner@example.com" });
        operator.forged(&server, "/admin/installations").json(&body).send().await.expect(403);
        let made = operator.post(&server, "/admin/installations").json(&body).send().await.expect(200).json();
        let id = made["id"].as_str().unwrap();
        let base = format!("/admin/installations/{id}");
        let rotated = operator.post(&server, &format!("{base}/rotate")).send().await.expect(200).json();
        assert_ne!(rotated["key"], made["key"]);
        operator.post(&server, &format!("{base}/disable")).send().await.expect(200);
        let list = operator.get(&server, "/admin/installations").send().await.expect(200).json();
        assert_eq!((&list["data"][0]["id"], &list["data"][0]["enabled"]), (&made["id"], &false.into()));
        operator.post(&server, &format!("{base}/enable")).send().await.expect(200);
        let found = async |query: &str| {
            let list = operator.get(&server, &format!("/admin/installations{query}")).send().await;
            list.expect(200).json()["data"].as_array().unwrap().len()
        };
        let cases = [("?search=OWNER", 1), ("?search=nobody", 0), ("?enabled=true", 1),
            ("?enabled=false", 0), ("?pageSize=1", 1)];
        for (query, wanted) in cases {
            assert_eq!(found(query).await, wanted, "{query}");
        }
        operator.get(&server, "/admin/installations?continuationToken=x").send().await.expect(400);
        let elsewhere = json!({ "email": "owner@example.com", "region": "EU" });
        let reply = operator.post(&server, "/admin/installations").json(&elsewhere).send().await.expect(400);
        assert_eq!(reply.json()["code"], "other_region");
        let nobody = "/admin/installations/00000000-0000-0000-0000-000000000001/disable";
        operator.post(&server, nobody).send().await.expect(404);
        operator.post(&server, "/admin/installations").json(&json!({"email": "x"})).send().await.expect(400);
    }

    async fn a_self_hosted_server_makes_no_installations(engine) {
        let server = TestServer::self_hosted(engine).await;
        let operator = server.operator().await;
        let body = json!({ "email": "owner@example.com" });
        let reply = operator.post(&server, "/admin/installations").json(&body).send().await.expect(400);
        assert_eq!(reply.json()["code"], "cloud_only");
        let list = operator.get(&server, "/admin/installations").send().await.expect(200).json();
        assert_eq!(list["data"], json!([]));
    }
}
