use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{TestServer, db_test};

db_test! {
    async fn anyone_may_read_the_price_list(engine) {
        let server = TestServer::cloud(engine).await;
        let plans = server.get("/api/plans").send().await.expect(200).json();
        let plans = plans["data"].as_array().unwrap();
        assert_eq!(plans.len(), 23);
        let families = plans.iter().find(|plan| plan["type"] == 22).unwrap();
        assert_eq!(
            (&families["object"], &families["passwordManager"]["basePrice"], &families["disabled"]),
            (&json!("plan"), &json!(40.0), &json!(false))
        );
        assert_eq!(families["secretsManager"], Value::Null);
    }

    async fn owners_see_what_is_paid_and_members_what_to_be_warned_of(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        server.member(id, &member, Role::User).await;
        let cases = [
            ("subscription", 404),
            ("billing/metadata", 200),
            ("billing/vnext/metadata", 200),
            ("billing/vnext/self-host/metadata", 200),
            ("billing/vnext/warnings", 200),
        ];
        for (path, for_members) in cases {
            let path = format!("/api/organizations/{id}/{path}");
            owner.get(&server, &path).send().await.expect(200);
            member.get(&server, &path).send().await.expect(for_members);
            stranger.get(&server, &path).send().await.expect(404);
            server.get(&path).send().await.expect(401);
        }
        let path = format!("/api/organizations/{id}/billing/metadata");
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["organizationOccupiedSeats"], 2);
        let path = format!("/api/organizations/{id}/subscription");
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(
            (&found["upcomingInvoice"]["amount"], &found["subscription"]["status"]),
            (&json!(720.0), &json!("active"))
        );
    }
}
