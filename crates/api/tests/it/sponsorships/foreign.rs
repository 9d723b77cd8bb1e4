//! What a server that is not ours, or means no good, may send.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{pair::KEY, people::Scene};

impl Scene {
    /// A sync of the second protocol for the organization whose token is [`KEY`].
    async fn second(&self, token: &str, organization: Uuid, items: &[Value]) -> Vec<Value> {
        let body = json!({
            "billingSyncKey": KEY, "sponsoringOrganizationCloudId": organization,
            "requestId": Uuid::from_u128(self.server.app.unguessable_id().as_u128()),
            "cursor": 0, "items": items,
        });
        let path = "/api/organization/sponsorship/sync/v2";
        let reply = self.server.post(path).bearer(token).json(&body).send().await.expect(200);
        reply.json()["results"].as_array().unwrap().clone()
    }
}

fn item(id: &Value, email: &str, revision: i64) -> Value {
    json!({
        "id": id, "sponsoringOrganizationUserId": Uuid::from_u128(7), "state": "given",
        "revision": revision, "seenRevision": 0, "offeredToEmail": email, "friendlyName": email,
        "isAdminInitiated": false,
    })
}

testkit::db_test! {
    async fn a_server_cannot_take_another_organizations_sponsorship(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let before = scene.only().await;
        let other = scene.server.organization(&scene.stranger, "enterprise").await;
        testkit::billing_token(&scene.server, other, KEY).await;
        let token = scene.installation("api.installation").await;

        let results = scene.second(&token, other.uuid(), &[item(&before["id"], "thief@home.test", 1)]).await;
        assert_eq!(results[0]["result"], "created");
        assert_eq!(results[0]["id"], before["id"], "the answer is to what was sent");
        assert_ne!(results[0]["cloudId"], before["id"], "the sponsorship is a new one");
        assert_eq!(scene.only().await, before, "the other organization's is as it was");
    }

    async fn what_is_no_address_is_refused_and_the_rest_is_taken(engine) {
        let scene = Scene::cloud(engine).await;
        scene.trust(KEY).await;
        let token = scene.installation("api.installation").await;
        let id = |n: u128| json!(Uuid::from_u128(n));
        let long = format!("{}@home.test", "a".repeat(300));
        let items = [
            item(&id(1), "", 1), item(&id(2), "nobody", 2), item(&id(3), &long, 3),
            json!({
                "id": id(4), "sponsoringOrganizationUserId": Uuid::from_u128(8), "state": "given",
                "revision": 4, "seenRevision": 0, "offeredToEmail": "amy@home.test",
                "friendlyName": "x".repeat(300), "isAdminInitiated": false,
            }),
            item(&id(5), "amy@home.test", 5),
        ];
        let results = scene.second(&token, scene.organization.uuid(), &items).await;
        let words: Vec<_> = results.iter().map(|it| (it["result"].as_str().unwrap(), it["reason"].as_str())).collect();
        assert_eq!(words, [
            ("refused", Some("no_recipient")), ("refused", Some("bad_recipient")),
            ("refused", Some("bad_recipient")), ("refused", Some("bad_recipient")), ("created", None),
        ]);
    }

    async fn an_offer_is_not_a_way_to_write_to_everyone(engine) {
        let scene = Scene::cloud(engine).await;
        scene.trust(KEY).await;
        let token = scene.installation("api.installation").await;
        let id = json!(Uuid::from_u128(1));
        let mut refused = 0;
        for n in 1..=14 {
            let email = format!("p{n}@home.test");
            let results = scene.second(&token, scene.organization.uuid(), &[item(&id, &email, n)]).await;
            refused += usize::from(results[0]["reason"] == "too_many_mails");
        }
        assert_eq!(refused, 4, "ten addresses, and no more");
    }
}
