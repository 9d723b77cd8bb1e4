//! Sponsorships on the cloud (section 2.1).

use serde_json::json;

use crate::sponsorships::people::Scene;

const BASE: &str = "/api/organization/sponsorship";

testkit::db_test! {
    async fn row_2_1_1_a_member_offers(engine) {
        let scene = Scene::cloud(engine).await;
        let reply = scene.offer(&scene.member, "amy@home.test").await.expect(200);
        assert_eq!((reply.text().as_str(), scene.offers_to("amy@home.test").await), ("", 1));
        let path = format!("{}/families-for-enterprise", scene.base());
        let body = json!({ "planSponsorshipType": 0, "sponsoredEmail": "amy@home.test" });
        scene.stranger.post(&scene.server, &path).json(&body).send().await.expect(404);
    }

    async fn row_2_1_2_a_manager_has_an_offer_mailed_again(engine) {
        let scene = Scene::cloud(engine).await;
        let manager = scene.manager().await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let resend = |name: &str| {
            format!("{}/families-for-enterprise/resend?sponsoredFriendlyName={name}", scene.base())
        };
        let path = resend("amy%40home.test");
        assert_eq!(manager.post(&scene.server, &path).send().await.expect(200).text(), "");
        assert_eq!(scene.offers_to("amy@home.test").await, 2);
        manager.post(&scene.server, &resend("nobody")).send().await.expect(200);
        scene.stranger.post(&scene.server, &path).send().await.expect(404);
    }

    async fn row_2_1_3_a_link_is_looked_at(engine) {
        let scene = Scene::cloud(engine).await;
        let amy = scene.server.person("amy@home.test").await;
        let path = format!("{BASE}/validate-token?sponsorshipToken=nonsense");
        let reply = amy.post(&scene.server, &path).send().await.expect(200).json();
        assert_eq!((&reply["isTokenValid"], reply.get("object")), (&json!(false), None));
        assert_eq!(reply["isFreeFamilyPolicyEnabled"], false);
    }

    async fn row_2_1_4_an_offer_is_redeemed(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.server.organization(&amy, "families").await;
        let token = scene.token("amy@home.test").await;
        let reply = scene.redeem_with(&amy, &token, families).await.expect(200);
        assert_eq!(reply.text(), "");
    }

    async fn row_2_1_5_a_server_syncs(engine) {
        let scene = Scene::cloud(engine).await;
        scene.trust(crate::sponsorships::pair::KEY).await;
        let token = scene.installation("api.installation").await;
        let item = json!({
            "sponsoringOrganizationUserId": scene.server.app.unguessable_id(),
            "friendlyName": "amy@home.test", "offeredToEmail": "amy@home.test",
            "planSponsorshipType": 0, "lastSyncDate": null, "validUntil": null, "toDelete": false,
        });
        let reply = scene.legacy(&token, json!(crate::sponsorships::pair::KEY), &[item]).await;
        let reply = reply.expect(200).json();
        let answered = &reply["sponsorshipsBatch"][0];
        assert_eq!((reply.get("object"), &answered["cloudSponsorshipRemoved"]), (None, &json!(false)));
        assert!(answered["lastSyncDate"].is_string() && answered["isAdminInitiated"] == false);
    }

    async fn rows_2_1_6_and_7_a_member_takes_their_own_back(engine) {
        let scene = Scene::cloud(engine).await;
        let own = scene.base();
        let other = format!("{own}/delete");
        for deprecated in [false, true] {
            let take_back = async || {
                let (server, member) = (&scene.server, &scene.member);
                let request = if deprecated { member.post(server, &other) } else { member.delete(server, &own) };
                request.send().await
            };
            scene.offer(&scene.member, "amy@home.test").await.expect(200);
            assert_eq!(take_back().await.expect(200).text(), "");
            assert!(scene.list().await.is_empty());
            take_back().await.expect(400);
        }
    }

    async fn row_2_1_8_a_manager_takes_one_back_by_its_name(engine) {
        let scene = Scene::cloud(engine).await;
        let manager = scene.manager().await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let path = format!("{}/AMY%40home.test/revoke", scene.base());
        scene.stranger.delete(&scene.server, &path).send().await.expect(404);
        manager.delete(&scene.server, &path).send().await.expect(200);
        manager.delete(&scene.server, &path).send().await.expect(400);
    }

    async fn rows_2_1_9_and_10_the_owner_of_the_family_gives_up(engine) {
        let scene = Scene::cloud(engine).await;
        for (email, deprecated) in [("amy@home.test", false), ("ben@home.test", true)] {
            let giver = scene.join(&format!("giver-of-{email}")).await;
            scene.offer(&giver, email).await.expect(200);
            let recipient = scene.server.person(email).await;
            let families = scene.redeem(&recipient).await;
            let path = format!("{BASE}/sponsored/{families}");
            let request = if deprecated {
                recipient.post(&scene.server, &format!("{path}/remove"))
            } else {
                recipient.delete(&scene.server, &path)
            };
            assert_eq!(request.send().await.expect(200).text(), "");
            let unsponsored = scene.server.organization(&recipient, "families").await;
            let path = format!("{BASE}/sponsored/{unsponsored}");
            recipient.delete(&scene.server, &path).send().await.expect(400);
        }
    }

    async fn row_2_1_11_an_owner_sees_when_it_was_synced(engine) {
        let scene = Scene::cloud(engine).await;
        let path = format!("{BASE}/{}/sync-status", scene.organization);
        let reply = scene.owner.get(&scene.server, &path).send().await.expect(200).json();
        assert_eq!(reply["object"], "syncStatus");
        assert!(reply.as_object().unwrap().contains_key("lastSyncDate"));
        scene.member.get(&scene.server, &path).send().await.expect(404);
        let unknown = format!("{BASE}/{}/sync-status", scene.server.app.unguessable_id());
        scene.owner.get(&scene.server, &unknown).send().await.expect(404);
    }

    async fn row_2_1_12_managers_list_what_the_organization_gives(engine) {
        let scene = Scene::cloud(engine).await;
        let manager = scene.manager().await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        scene.offer_as_admin(&scene.owner, "ben@home.test").await.expect(200);
        let path = format!("{}/sponsored", scene.base());
        let list = manager.get(&scene.server, &path).send().await.expect(200).json();
        let rows = list["data"].as_array().unwrap();
        assert_eq!((&list["object"], rows.len()), (&json!("list"), 1));
        assert_eq!(rows[0]["object"], "organizationSponsorship");
        let fields = [
            "sponsoringOrganizationUserId", "friendlyName", "offeredToEmail", "planSponsorshipType",
            "lastSyncDate", "validUntil", "toDelete", "isAdminInitiated", "notes",
            "cloudSponsorshipRemoved",
        ];
        for field in fields {
            assert!(rows[0].as_object().unwrap().contains_key(field), "{field}");
        }
        assert_eq!((&rows[0]["isAdminInitiated"], &rows[0]["offeredToEmail"]),
            (&json!(true), &json!("ben@home.test")));
        scene.stranger.get(&scene.server, &path).send().await.expect(404);
    }
}
