use domain::organizations::Role;
use serde_json::json;

use crate::sponsorships::people::Scene;

testkit::db_test! {
    async fn owners_of_sponsored_families_hear_that_their_sponsor_stops(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        scene.server.run_jobs().await;
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        // Named unlike an address: the letter goes to the owner all the same.
        let base = format!("/api/organizations/{}/policies/13", scene.organization);
        let found = scene.owner.get(&scene.server, &format!("{base}/affected")).send().await;
        let found = found.expect(200).json();
        assert_eq!(
            (&found["data"][0]["organizationId"], &found["data"][0]["owners"]),
            (&json!(families.uuid()), &json!(["amy@home.test"]))
        );
        let switch = |on: bool| {
            let body = json!({"policy": {"enabled": on}});
            scene.owner.put(&scene.server, &base).json(&body)
        };
        switch(true).send().await.expect(200);
        switch(true).send().await.expect(200);
        scene.server.run_jobs().await;
        let mails = scene.server.mails_to("amy@home.test").await;
        let told = mails.iter().filter(|mail| mail.template == "sponsorship_policy").count();
        assert_eq!(told, 1, "once, however often it is switched on");
        scene.server.finish().await;
    }

    async fn decision_11_the_policy_mail_goes_to_owners_whatever_the_name_and_without_an_end(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        let odd = "UPDATE sponsorships SET friendly_name = 'Aunt Amy', valid_until = NULL
                    WHERE sponsored_organization_id = $1";
        testkit::tamper(&scene.server.app.db, odd, &[families.uuid()]).await;
        let path = format!("/api/organizations/{}/policies/13", scene.organization);
        let body = json!({"policy": {"enabled": true}});
        scene.owner.put(&scene.server, &path).json(&body).send().await.expect(200);
        let mail = scene.server.last_mail_to("amy@home.test", "sponsorship_policy").await;
        assert!(mail.link().ends_with(&format!("/organizations/{families}/billing/subscription")));
        assert!(scene.server.mails_to("Aunt Amy").await.is_empty());
    }

    async fn what_a_member_sponsors_ends_when_they_are_removed(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        scene.server.run_jobs().await;
        let amy = scene.server.person("amy@home.test").await;
        scene.redeem(&amy).await;
        let users = format!("/api/organizations/{}/users", scene.organization);
        let member = format!("{users}/{}", scene.member_id);
        scene.owner.put(&scene.server, &format!("{member}/revoke")).send().await.expect(200);
        assert_eq!(scene.only().await["toDelete"], false, "a suspended member may come back");
        scene.owner.put(&scene.server, &format!("{member}/restore")).send().await.expect(200);
        scene.owner.delete(&scene.server, &member).send().await.expect(200);
        let left = scene.only().await;
        assert_eq!(left["toDelete"], true, "{left}");
    }

    async fn what_administrators_give_takes_a_seat(engine) {
        let scene = Scene::cloud(engine).await;
        let path = format!("/api/organizations/{}/subscription", scene.organization);
        scene.offer_as_admin(&scene.owner, "amy@home.test").await.expect(200);
        let found = scene.owner.get(&scene.server, &path).send().await.expect(200).json();
        assert_eq!(
            (&found["occupiedSeats"], &found["occupiedBySponsorships"]),
            (&json!(3), &json!(1))
        );
        assert_eq!(found["cloudVault"], json!(null), "this is the cloud");
        scene.server.invited_member(scene.organization, "more@example.com", Role::User).await;
        let found = scene.owner.get(&scene.server, &path).send().await.expect(200).json();
        assert_eq!(found["occupiedSeats"], 4);
    }
}
