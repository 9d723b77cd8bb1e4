use domain::organizations::{Organization, Role};
use serde_json::{Value, json};
use testkit::{OperatorAtWork, Person, TestServer};

struct Scene {
    server: TestServer,
    operator: OperatorAtWork,
    owner: Person,
    organization: domain::id::Id<Organization>,
}

impl Scene {
    async fn new(engine: testkit::Engine) -> Self {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        Self { server, operator, owner, organization }
    }

    fn path(&self, what: &str) -> String {
        format!("/admin/organizations/{}/{what}", self.organization)
    }

    async fn view(&self) -> Value {
        let path = format!("/admin/organizations/view/{}", self.organization);
        self.operator.get(&self.server, &path).send().await.expect(200).json()
    }

    /// The newest line of the audit log.
    async fn last_deed(&self) -> Value {
        let audit = self.operator.get(&self.server, "/admin/audit").send().await.expect(200).json();
        audit["data"][0].clone()
    }
}

testkit::db_test! {
    async fn an_organization_is_stopped_and_started(engine) {
        let scene = Scene::new(engine).await;
        let server = &scene.server;
        for (what, enabled) in [("disable", false), ("enable", true)] {
            let path = scene.path(what);
            server.post(&path).send().await.expect(401);
            scene.owner.post(server, &path).send().await.expect(401);
            scene.operator.forged(server, &path).send().await.expect(403);
            scene.operator.post(server, &path).send().await.expect(200);
            assert_eq!(scene.view().await["enabled"], enabled);
            let deed = scene.last_deed().await;
            assert_eq!((&deed["action"], &deed["subject"]),
                (&json!(format!("organization.{what}")), &json!("Organization of owner")));
            server.clock.advance(chrono::TimeDelta::seconds(1));
        }
        let nothing = "/admin/organizations/00000000-0000-0000-0000-000000000001/disable";
        scene.operator.post(server, nothing).send().await.expect(404);
    }

    async fn a_feature_is_granted_and_taken_away(engine) {
        let scene = Scene::new(engine).await;
        let server = &scene.server;
        let path = scene.path("features");
        let body = |granted| json!({ "feature": "useAdminSponsoredFamilies", "granted": granted });
        server.post(&path).json(&body(true)).send().await.expect(401);
        scene.operator.forged(server, &path).json(&body(true)).send().await.expect(403);
        for granted in [true, false] {
            server.clock.advance(chrono::TimeDelta::seconds(1));
            scene.operator.post(server, &path).json(&body(granted)).send().await.expect(200);
            let view = scene.view().await;
            let has = view["features"].as_array().unwrap().contains(&"useAdminSponsoredFamilies".into());
            assert_eq!(has, granted);
            let deed = scene.last_deed().await;
            assert_eq!(deed["newValue"], format!("useAdminSponsoredFamilies: {granted}"));
            assert_eq!(deed["oldValue"], format!("useAdminSponsoredFamilies: {}", !granted));
        }
        let licensed = server.licensed_organization(&scene.owner, "enterprise").await;
        let of_licensed = format!("/admin/organizations/{licensed}/features");
        let reply = scene.operator.post(server, &of_licensed).json(&body(true)).send().await;
        assert_eq!(reply.expect(400).json()["code"], "features_from_license");
        let body = json!({ "feature": "useNothing", "granted": true });
        scene.operator.post(server, &path).json(&body).send().await.expect(400);
    }

    async fn seats_are_set_within_the_plan_and_never_below_what_is_taken(engine) {
        let scene = Scene::new(engine).await;
        let server = &scene.server;
        let member = server.person("member@example.com").await;
        server.member(scene.organization, &member, Role::User).await;
        let put = async |organization: &str, seats: i64| {
            let path = format!("/admin/organizations/{organization}/seats");
            let body = json!({ "seats": seats });
            scene.operator.put(server, &path).json(&body).send().await
        };
        let own = scene.organization.to_string();
        assert_eq!(scene.view().await["seatsRange"], json!({ "least": 2, "most": 100_000 }));
        server.put(&scene.path("seats")).json(&json!({ "seats": 3 })).send().await.expect(401);
        put(&own, 25).await.expect(200);
        assert_eq!(scene.view().await["seats"], 25);
        let deed = scene.last_deed().await;
        assert_eq!((&deed["oldValue"], &deed["newValue"]), (&json!("10"), &json!("25")));
        let free = server.organization(&scene.owner, "free").await.to_string();
        let licensed = server.licensed_organization(&scene.owner, "enterprise").await.to_string();
        let cases = [
            ("below what is taken", own.as_str(), 1, 400, Some("seats_taken")),
            ("none", &own, 0, 400, Some("seats_out_of_range")),
            ("too many", &own, 1_000_000, 400, Some("seats_out_of_range")),
            ("a plan that has so many", &free, 9, 400, Some("seats_fixed_by_plan")),
            ("from a licence", &licensed, 9, 400, Some("seats_from_license")),
            ("no such organization", "00000000-0000-0000-0000-000000000001", 9, 404, None),
        ];
        for (case, organization, seats, status, code) in cases {
            let reply = put(organization, seats).await.expect(status);
            assert_eq!(reply.json()["code"].as_str(), code, "{case}");
        }
        assert_eq!(scene.view().await["seats"], 25);
        for (case, seats) in [("the fewest there can be", 2), ("the most", 100_000)] {
            let reply = put(&own, seats).await;
            assert_eq!(reply.status, 200, "{case}");
        }
        for (case, fixed) in [("fixed by the plan", &free), ("from a licence", &licensed)] {
            let path = format!("/admin/organizations/view/{fixed}");
            let view = scene.operator.get(server, &path).send().await.expect(200).json();
            assert_eq!(view["seatsRange"], Value::Null, "{case}");
        }
    }

    async fn the_paid_period_ends_when_the_operator_says(engine) {
        let scene = Scene::new(engine).await;
        let server = &scene.server;
        let body = json!({ "ends": "2031-05-01T00:00:00Z" });
        server.put(&scene.path("period")).json(&body).send().await.expect(401);
        scene.operator.put(server, &scene.path("period")).json(&body).send().await.expect(200);
        let view = scene.view().await;
        assert_eq!(view["subscription"]["periodEndDate"], "2031-05-01T00:00:00Z");
        assert_eq!(scene.last_deed().await["newValue"], "2031-05-01T00:00:00+00:00");
        let licensed = server.licensed_organization(&scene.owner, "enterprise").await;
        let path = format!("/admin/organizations/{licensed}/period");
        scene.operator.put(server, &path).json(&body).send().await.expect(400);
    }
}
