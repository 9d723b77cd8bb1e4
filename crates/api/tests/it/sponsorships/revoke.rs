use serde_json::{Value, json};

use super::people::Scene;

testkit::db_test! {
    async fn an_open_offer_ends_at_once_and_its_link_dies(engine) {
        let scene = Scene::cloud(engine).await;
        let base = scene.base();
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let token = scene.token("amy@home.test").await;
        scene.server.delete(&base).send().await.expect(401);
        scene.stranger.delete(&scene.server, &base).send().await.expect(404);
        let reply = scene.owner.delete(&scene.server, &base).send().await.expect(400);
        assert_eq!(reply.json()["code"], "nothing_given");
        scene.member.delete(&scene.server, &base).send().await.expect(200);
        assert!(scene.list().await.is_empty());
        let amy = scene.server.person("amy@home.test").await;
        let path = format!("/api/organization/sponsorship/validate-token?sponsorshipToken={token}");
        let reply = amy.post(&scene.server, &path).send().await.expect(200);
        assert_eq!(reply.json()["isTokenValid"], false);
        scene.member.post(&scene.server, &format!("{base}/delete")).send().await.expect(400);
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        assert_eq!(scene.offers_to("amy@home.test").await, 2, "a new offer is a new mail");
    }

    async fn one_in_use_ends_with_its_period_and_may_be_reinstated_until_then(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        scene.redeem(&amy).await;
        scene.member.delete(&scene.server, &scene.base()).send().await.expect(200);
        let row = scene.only().await;
        assert_eq!((&row["status"], &row["toDelete"]), (&json!("ending"), &json!(true)));
        assert_eq!((&row["next"], &row["nextAt"]), (&json!("ends"), &row["validUntil"]));
        assert_eq!(row["reason"], "taken_back");
        let reply = scene.offer(&scene.member, "ann@home.test").await.expect(400);
        assert_eq!(reply.json()["code"], "one_each");
        let path = format!("{}/reinstate", scene.base());
        scene.stranger.post(&scene.server, &path).send().await.expect(404);
        let row = scene.member.post(&scene.server, &path).send().await.expect(200).json();
        assert_eq!((&row["status"], &row["toDelete"]), (&json!("active"), &json!(false)));
        let reply = scene.member.post(&scene.server, &path).send().await.expect(400);
        assert_eq!(reply.json()["code"], "not_taken_back");
    }

    async fn decision_14_one_is_taken_back_by_id_or_by_name(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        scene.offer_as_admin(&scene.owner, "bob@home.test").await.expect(200);
        let id = |list: &[Value], email: &str| {
            let row = list.iter().find(|row| row["recipientEmail"] == email).unwrap();
            row["id"].as_str().unwrap().to_owned()
        };
        let bob = id(&scene.list().await, "bob@home.test");
        let by_id = format!("{}/by-id/{bob}", scene.base());
        scene.server.delete(&by_id).send().await.expect(401);
        scene.stranger.delete(&scene.server, &by_id).send().await.expect(404);
        scene.member.delete(&scene.server, &by_id).send().await.expect(404);
        scene.owner.delete(&scene.server, &by_id).send().await.expect(200);
        let reply = scene.owner.delete(&scene.server, &by_id).send().await.expect(400);
        assert_eq!(reply.json()["code"], "no_such_sponsorship");
        let named = |name: &str| format!("{}/{name}/revoke", scene.base());
        scene.member.delete(&scene.server, &named("amy@home.test")).send().await.expect(404);
        scene.owner.delete(&scene.server, &named("bob@home.test")).send().await.expect(400);
        scene.owner.delete(&scene.server, &named("AMY%40home.test")).send().await.expect(200);
        assert!(scene.list().await.is_empty());
    }

    async fn decision_21_what_a_member_gives_ends_when_they_leave_and_the_cloud_hears_of_it(engine) {
        for scene in [Scene::cloud(engine.clone()).await, Scene::self_hosted(engine).await] {
            scene.offer(&scene.member, "amy@home.test").await.expect(200);
            let now = scene.server.app.now();
            let mut tx = scene.server.app.db.write().await.unwrap();
            let gone = [scene.member_id];
            scene.server.app.sponsors_left(&mut tx, scene.organization, &gone, now).await.unwrap();
            tx.commit().await.unwrap();
            assert!(scene.list().await.is_empty());
            let mut tx = scene.server.app.db.read().await.unwrap();
            let unsent = tx.unsent_sponsorships(scene.organization, 0, 10).await.unwrap();
            let tells = !scene.server.app.ports.sponsorship_desk.keeps_families();
            assert_eq!(unsent.len(), usize::from(tells), "a tombstone, not a hole");
        }
    }

    async fn what_a_member_gives_ends_with_their_account_and_the_organization_sees_them_leave(engine) {
        for scene in [Scene::cloud(engine.clone()).await, Scene::self_hosted(engine).await] {
            scene.offer(&scene.member, "amy@home.test").await.expect(200);
            let secret = json!({"masterPasswordHash": testkit::PASSWORD_HASH});
            let delete = scene.member.delete(&scene.server, "/api/accounts").json(&secret);
            delete.send().await.expect(200);
            assert!(scene.list().await.is_empty());
            let mut tx = scene.server.app.db.read().await.unwrap();
            let unsent = tx.unsent_sponsorships(scene.organization, 0, 10).await.unwrap();
            drop(tx);
            let tells = !scene.server.app.ports.sponsorship_desk.keeps_families();
            assert_eq!(unsent.len(), usize::from(tells), "the cloud hears of it");
            let path = format!("/api/organizations/{}/events", scene.organization);
            let events = scene.owner.get(&scene.server, &path).send().await.expect(200).json();
            let left: Vec<_> = events["data"].as_array().unwrap().iter()
                .filter(|event| event["type"] == 1516).collect();
            assert_eq!(left.len(), 1, "{events}");
            let member = scene.member_id.to_string();
            assert_eq!(left[0]["organizationUserId"], member);
        }
    }

    async fn on_a_self_hosted_server_what_was_not_synced_is_simply_gone(engine) {
        let scene = Scene::self_hosted(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        scene.member.delete(&scene.server, &scene.base()).send().await.expect(200);
        assert!(scene.list().await.is_empty());
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        assert_eq!(scene.only().await["status"], "awaitingSync");
    }
}
