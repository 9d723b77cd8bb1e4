//! Sponsorships on a self-hosted server (section 2.2).

use serde_json::json;

use crate::sponsorships::people::Scene;

testkit::db_test! {
    async fn row_2_2_1_a_member_offers_and_nobody_is_mailed(engine) {
        let scene = Scene::self_hosted(engine).await;
        let reply = scene.offer(&scene.member, "amy@home.test").await.expect(200);
        assert_eq!((reply.text().as_str(), scene.offers_to("amy@home.test").await), ("", 0));
    }

    async fn rows_2_2_2_and_3_a_member_takes_their_own_back(engine) {
        let scene = Scene::self_hosted(engine).await;
        let own = scene.base();
        for deprecated in [false, true] {
            scene.offer(&scene.member, "amy@home.test").await.expect(200);
            let request = if deprecated {
                scene.member.post(&scene.server, &format!("{own}/delete"))
            } else {
                scene.member.delete(&scene.server, &own)
            };
            request.send().await.expect(200);
            assert!(scene.list().await.is_empty(), "one the cloud never heard of is gone at once");
        }
        scene.stranger.delete(&scene.server, &own).send().await.expect(404);
    }

    async fn row_2_2_4_a_manager_takes_one_back_by_its_name(engine) {
        let scene = Scene::self_hosted(engine).await;
        let manager = scene.manager().await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let path = format!("{}/amy%40home.test/revoke", scene.base());
        manager.delete(&scene.server, &path).send().await.expect(200);
        manager.delete(&scene.server, &path).send().await.expect(400);
    }

    async fn row_2_2_5_managers_list_what_the_organization_gives(engine) {
        let scene = Scene::self_hosted(engine).await;
        let manager = scene.manager().await;
        scene.offer_as_admin(&scene.owner, "ben@home.test").await.expect(200);
        let path = format!("{}/sponsored", scene.base());
        let list = manager.get(&scene.server, &path).send().await.expect(200).json();
        assert_eq!(list["data"][0]["object"], "organizationSponsorship");
        scene.stranger.get(&scene.server, &path).send().await.expect(404);
    }

    async fn row_2_2_last_what_only_the_cloud_does_says_so(engine) {
        let scene = Scene::self_hosted(engine).await;
        let base = "/api/organization/sponsorship";
        let paths = [
            format!("{base}/{}/families-for-enterprise/resend", scene.organization),
            format!("{base}/redeem?sponsorshipToken=x"),
            format!("{base}/validate-token?sponsorshipToken=x"),
            format!("{base}/{}/families-for-enterprise", scene.organization),
        ];
        for path in paths {
            let reply = scene.owner.post(&scene.server, &path).json(&json!({})).send().await;
            assert_eq!(reply.expect(400).json()["code"], "cloud_only", "{path}");
        }
    }
}
