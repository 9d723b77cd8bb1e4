use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::Engine;
use uuid::Uuid;

use super::{pair::KEY, people::Scene};

/// A cloud whose organization takes [`KEY`], and the token of an installation.
async fn cloud(engine: Engine) -> (Scene, String) {
    let scene = Scene::cloud(engine).await;
    scene.trust(KEY).await;
    let token = scene.installation("api.installation").await;
    (scene, token)
}

fn item(member: u128, email: &str) -> Value {
    json!({
        "sponsoringOrganizationUserId": Uuid::from_u128(member).to_string(),
        "friendlyName": email, "offeredToEmail": email, "planSponsorshipType": 0,
        "lastSyncDate": null, "validUntil": null, "toDelete": false,
    })
}

fn with(mut item: Value, field: &str, value: Value) -> Value {
    item[field] = value;
    item
}

fn batch(reply: &Value) -> Vec<Value> {
    reply["sponsorshipsBatch"].as_array().unwrap().clone()
}

testkit::db_test! {
    async fn who_may_sync(engine) {
        let (scene, token) = cloud(engine).await;
        let licensing = scene.installation("api.licensing").await;
        let cases = [
            ("a person", scene.owner.token.as_str(), json!(KEY), 401, ""),
            ("a token for licences", licensing.as_str(), json!(KEY), 401, ""),
            ("no key", token.as_str(), json!(null), 400, "Invalid Billing Sync Key"),
            ("a blank key", token.as_str(), json!("  "), 400, "Invalid Billing Sync Key"),
            ("a wrong key", token.as_str(), json!("x"), 400, "Invalid Billing Sync Key"),
            ("the key", token.as_str(), json!(KEY), 200, ""),
        ];
        for (case, token, key, status, message) in cases {
            let reply = scene.legacy(token, key, &[]).await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
            assert!(status != 400 || reply.message() == message, "{case}: {}", reply.message());
        }
    }

    async fn decision_09_an_organization_without_a_key_is_a_wrong_key(engine) {
        let (scene, token) = cloud(engine).await;
        let other = scene.server.organization(&scene.owner, "enterprise").await;
        let body = |id: String| json!({
            "billingSyncKey": KEY, "sponsoringOrganizationCloudId": id, "sponsorshipsBatch": [],
        });
        let path = "/api/organization/sponsorship/sync";
        let post = |body: Value| scene.server.post(path).bearer(&token).json(&body);
        let reply = post(body(other.to_string())).send().await.expect(400);
        assert_eq!(reply.message(), "Invalid Billing Sync Key");
        let nobody = Uuid::from_u128(7).to_string();
        let reply = post(body(nobody)).send().await.expect(400);
        assert_eq!(reply.message(), "Invalid organization");
    }

    async fn what_other_servers_send_is_answered_as_they_expect(engine) {
        let (scene, token) = cloud(engine).await;
        let first = [item(1, "amy@home.test"), item(2, "bob@home.test")];
        let reply = scene.legacy(&token, json!(KEY), &first).await.expect(200).json();
        let answered = batch(&reply);
        assert_eq!(answered.len(), 2);
        assert_eq!(answered[0]["sponsoringOrganizationUserId"], first[0]["sponsoringOrganizationUserId"]);
        assert_eq!((&answered[0]["toDelete"], &answered[0]["cloudSponsorshipRemoved"]), (&json!(false), &json!(false)));
        assert_eq!(answered[0]["isAdminInitiated"], false);
        assert!(answered[0]["lastSyncDate"].is_string());
        assert_eq!(scene.offers_to("amy@home.test").await, 1);

        // Again, with one more: one mail.
        let synced = |it: Value| with(it, "lastSyncDate", answered[0]["lastSyncDate"].clone());
        let second = [synced(item(1, "amy@home.test")), synced(item(2, "bob@home.test")), item(3, "cat@home.test")];
        scene.legacy(&token, json!(KEY), &second).await.expect(200);
        let mails = scene.server.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.template == "sponsorship_offer").count(), 3);

        // One redeemed and one open are taken back.
        let amy = scene.server.person("amy@home.test").await;
        scene.redeem(&amy).await;
        let gone = [
            with(synced(item(1, "amy@home.test")), "toDelete", json!(true)),
            with(synced(item(2, "bob@home.test")), "toDelete", json!(true)),
        ];
        let reply = scene.legacy(&token, json!(KEY), &gone).await.expect(200).json();
        let answered = batch(&reply);
        assert_eq!((&answered[0]["toDelete"], &answered[0]["cloudSponsorshipRemoved"]), (&json!(true), &json!(false)));
        assert!(answered[0]["validUntil"].is_string());
        assert_eq!(answered[1]["cloudSponsorshipRemoved"], true);
        assert_eq!(scene.states().await, ["amy@home.test ending", "cat@home.test sent"]);
    }

    async fn decision_05_and_08_what_the_cloud_does_not_know(engine) {
        let (scene, token) = cloud(engine).await;
        let long_ago = json!("2029-06-01T00:00:00Z");
        let cases = [
            ("deleted, never synced", with(item(1, "a@home.test"), "toDelete", json!(true)), true, 0),
            ("deleted, synced before", with(with(item(1, "a@home.test"), "toDelete", json!(true)), "lastSyncDate", long_ago.clone()), true, 0),
            ("given, synced before", with(item(1, "a@home.test"), "lastSyncDate", long_ago), true, 0),
            ("given, never synced", item(1, "a@home.test"), false, 1),
        ];
        for (case, item, removed, rows) in cases {
            let reply = scene.legacy(&token, json!(KEY), &[item]).await.expect(200).json();
            assert_eq!(batch(&reply)[0]["cloudSponsorshipRemoved"], removed, "{case}");
            assert_eq!(scene.list().await.len(), rows, "{case}");
            assert_eq!(scene.offers_to("a@home.test").await, rows, "{case}");
        }
    }

    async fn decision_06_the_first_protocol_hears_of_an_end_too(engine) {
        let (scene, token) = cloud(engine).await;
        scene.legacy(&token, json!(KEY), &[item(1, "amy@home.test")]).await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        let path = format!("/api/organization/sponsorship/sponsored/{families}");
        amy.delete(&scene.server, &path).send().await.expect(200);
        let again = with(item(1, "amy@home.test"), "lastSyncDate", json!("2030-01-01T12:00:00Z"));
        let reply = scene.legacy(&token, json!(KEY), &[again]).await.expect(200).json();
        assert_eq!(batch(&reply)[0]["toDelete"], true);
    }

    async fn decision_04_another_address_of_a_member_is_mailed(engine) {
        let (scene, token) = cloud(engine).await;
        scene.legacy(&token, json!(KEY), &[item(1, "amy@home.test")]).await.expect(200);
        // Names may begin with a capital.
        let capital = json!({
            "BillingSyncKey": KEY, "SponsoringOrganizationCloudId": scene.organization.to_string(),
            "SponsorshipsBatch": [{
                "SponsoringOrganizationUserId": Uuid::from_u128(1).to_string(),
                "FriendlyName": "ann@home.test", "OfferedToEmail": "ann@home.test", "ToDelete": false,
            }],
        });
        let path = "/api/organization/sponsorship/sync";
        scene.server.post(path).bearer(&token).json(&capital).send().await.expect(200);
        assert_eq!(scene.states().await, ["ann@home.test sent"]);
        assert_eq!(scene.offers_to("ann@home.test").await, 1);
    }

    async fn decision_07_what_is_not_taken_is_missing_and_noted(engine) {
        let (scene, token) = cloud(engine).await;
        scene.offer(&scene.member, "taken@home.test").await.expect(200);
        let both = [item(1, "taken@home.test"), item(2, "amy@home.test")];
        let reply = scene.legacy(&token, json!(KEY), &both).await.expect(200).json();
        assert_eq!(batch(&reply).len(), 1);
        let path = format!("{}/sync-runs", scene.base());
        let runs = scene.owner.get(&scene.server, &path).send().await.expect(200).json();
        assert_eq!(runs["data"][0]["refusedItems"][0]["reason"], "already_offered");
        assert_eq!(runs["data"][0]["trigger"], "peer");
    }

    async fn decision_12_the_policy_counts_in_a_sync(engine) {
        let (scene, token) = cloud(engine).await;
        scene.forbid(true).await;
        let reply = scene.legacy(&token, json!(KEY), &[item(1, "amy@home.test")]).await.expect(200);
        assert!(batch(&reply.json()).is_empty());
        assert!(scene.list().await.is_empty());
    }

    async fn another_plan_answers_without_items_and_keeps_everything(engine) {
        let (scene, token) = cloud(engine).await;
        scene.legacy(&token, json!(KEY), &[item(1, "amy@home.test")]).await.expect(200);
        let downgrade = "UPDATE organizations SET plan = 18 WHERE id = $1";
        testkit::tamper(&scene.server.app.db, downgrade, &[scene.organization.uuid()]).await;
        let gone = with(item(1, "amy@home.test"), "toDelete", json!(true));
        let reply = scene.legacy(&token, json!(KEY), &[gone, item(2, "bob@home.test")]).await;
        assert!(batch(&reply.expect(200).json()).is_empty());
        assert_eq!(scene.states().await, ["amy@home.test sent"]);
    }

    async fn an_organization_disabled_for_four_months_gives_nothing_new(engine) {
        let (scene, token) = cloud(engine).await;
        let disable = "UPDATE organizations SET enabled = FALSE WHERE id = $1";
        testkit::tamper(&scene.server.app.db, disable, &[scene.organization.uuid()]).await;
        let reply = scene.legacy(&token, json!(KEY), &[item(1, "amy@home.test")]).await.expect(200);
        assert!(batch(&reply.json()).is_empty());
        let mut tx = scene.server.app.db.write().await.unwrap();
        let until = Some(scene.server.app.now() - TimeDelta::days(90));
        tx.set_free_until(&[(scene.organization, until)], scene.server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        let reply = scene.legacy(&token, json!(KEY), &[item(1, "amy@home.test")]).await.expect(200);
        assert_eq!(batch(&reply.json()).len(), 1, "not yet 93 days");
    }

    async fn a_request_of_the_second_protocol_made_again_is_answered_again(engine) {
        let (scene, token) = cloud(engine).await;
        let request = Uuid::from_u128(42).to_string();
        let send = |email: &str, cursor: i64| {
            let body = json!({
                "billingSyncKey": KEY, "sponsoringOrganizationCloudId": scene.organization.to_string(),
                "requestId": request, "cursor": cursor,
                "items": [{
                    "id": Uuid::from_u128(5).to_string(), "state": "given", "revision": 1, "seenRevision": 0,
                    "sponsoringOrganizationUserId": Uuid::from_u128(1).to_string(),
                    "offeredToEmail": email, "isAdminInitiated": false,
                }],
            });
            scene.server.post("/api/organization/sponsorship/sync/v2").bearer(&token).json(&body).send()
        };
        let first = send("amy@home.test", 0).await.expect(200).json();
        assert_eq!(first["results"][0]["result"], "created");
        assert_eq!(first["object"], "sponsorshipSync");
        let again = send("ann@home.test", 0).await.expect(200).json();
        assert_eq!(first["results"], again["results"]);
        assert_eq!(scene.states().await, ["amy@home.test sent"]);
        let later = send("amy@home.test", 1_000_000).await.expect(200).json();
        assert_eq!(later["reset"], true, "a cursor from the future is told everything");
        assert_eq!(later["changes"].as_array().unwrap().len(), 1);
        let caught_up = send("amy@home.test", first["cursor"].as_i64().unwrap()).await.json();
        assert!(caught_up["changes"].as_array().unwrap().is_empty());
    }

    async fn a_chunk_is_at_most_a_thousand(engine) {
        let (scene, token) = cloud(engine).await;
        let items: Vec<Value> = (0..1_001_u32)
            .map(|n| item(u128::from(n) + 1, &format!("p{n}@home.test")))
            .collect();
        scene.legacy(&token, json!(KEY), &items).await.expect(400);
        scene.legacy(&token, json!(KEY), &items[1..]).await.expect(200);
        assert_eq!(scene.list().await.len(), 1_000);
    }
}
