use chrono::TimeDelta;
use serde_json::json;

use super::people::Scene;

fn link(token: &str) -> String {
    format!("/api/organization/sponsorship/validate-token?sponsorshipToken={token}")
}

testkit::db_test! {
    async fn a_link_says_who_sponsors_to_its_recipient_alone(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let token = scene.token("amy@home.test").await;
        let amy = scene.server.person("amy@home.test").await;
        scene.server.post(&link(&token)).send().await.expect(401);
        let damaged = format!("{token}x");
        let cases = [
            ("the recipient", &amy, token.as_str(), true),
            ("someone else", &scene.stranger, token.as_str(), false),
            ("a damaged link", &amy, damaged.as_str(), false),
            ("nothing", &amy, "", false),
            ("another token", &amy, "BWOrganizationSponsorship_a.b.c", false),
        ];
        for (case, person, token, valid) in cases {
            let reply = person.post(&scene.server, &link(token)).send().await.expect(200).json();
            assert_eq!(reply["isTokenValid"], valid, "{case}");
            let name = if valid { json!("Organization of owner") } else { json!(null) };
            assert_eq!(reply["sponsoringOrganizationName"], name, "{case}");
            assert_eq!(reply["isFreeFamilyPolicyEnabled"], false, "{case}");
        }
        scene.forbid(true).await;
        let reply = amy.post(&scene.server, &link(&token)).send().await.expect(200).json();
        assert_eq!(reply["isFreeFamilyPolicyEnabled"], true);
    }

    async fn redeeming_makes_a_families_organization_free(engine) {
        let scene = Scene::cloud(engine).await;
        // The address may differ in case.
        scene.offer(&scene.member, "AMY@home.test").await.expect(200);
        let token = scene.token("AMY@home.test").await;
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.server.organization(&amy, "families").await;
        scene.server.clock.advance(TimeDelta::days(73));
        scene.redeem_with(&amy, &token, families).await.expect(200);

        let row = scene.only().await;
        assert_eq!((&row["status"], &row["offeredToEmail"]), (&json!("active"), &json!(null)));
        assert_eq!(row["validUntil"], "2031-01-01T12:00:00Z");
        let mut tx = scene.server.app.db.read().await.unwrap();
        let subscription = tx.subscription(families).await.unwrap().unwrap();
        assert!(subscription.sponsored);
        assert_eq!(subscription.credit.0, 3_200, "four fifths of what was paid come back");
        let organization = tx.organization(families).await.unwrap().unwrap();
        assert_eq!(organization.expires_at, Some(subscription.period_ends_at));
        drop(tx);
        assert_eq!(scene.server.mails_to("member@example.com").await.len(), 1, "the sponsor is told");

        let second = scene.server.organization(&amy, "families").await;
        let reply = scene.redeem_with(&amy, &token, second).await.expect(400);
        assert_eq!(reply.json()["code"], "bad_token", "a link is used once");
    }

    async fn decision_10_every_rule_of_redeeming_in_order(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let token = scene.token("amy@home.test").await;
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.server.organization(&amy, "families").await;
        let teams = scene.server.organization(&amy, "teams").await;
        let others = scene.server.organization(&scene.stranger, "families").await;
        let cases = [
            ("another account", &scene.stranger, token.as_str(), others, "bad_token"),
            ("a damaged link", &amy, "BWOrganizationSponsorship_x", families, "bad_token"),
            ("someone else's organization", &amy, token.as_str(), others, "not_owner"),
            ("no organization", &amy, token.as_str(), scene.server.app.id(), "not_owner"),
            ("another plan", &amy, token.as_str(), teams, "not_families"),
        ];
        for (case, person, token, target, code) in cases {
            let reply = scene.redeem_with(person, token, target).await.expect(400);
            assert_eq!(reply.json()["code"], code, "{case}");
        }
        scene.forbid(true).await;
        let reply = scene.redeem_with(&amy, &token, families).await.expect(400);
        assert_eq!(reply.json()["code"], "sponsorships_forbidden", "the sponsoring organization's");
        scene.forbid(false).await;
        let body = json!({"planSponsorshipType": 1, "sponsoredOrganizationId": families.to_string()});
        let path = format!("/api/organization/sponsorship/redeem?sponsorshipToken={token}");
        let reply = amy.post(&scene.server, &path).json(&body).send().await.expect(400);
        assert_eq!(reply.json()["code"], "unknown_type");
        scene.redeem_with(&amy, &token, families).await.expect(200);

        scene.offer_as_admin(&scene.owner, "amy@home.test").await.expect(400);
    }

    async fn decision_29_a_person_may_have_several_offers_and_an_organization_one_sponsor(engine) {
        let scene = Scene::cloud(engine.clone()).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        scene.server.clock.advance(TimeDelta::minutes(1));
        let other = scene.server.organization(&scene.stranger, "enterprise").await;
        let path = format!("/api/organization/sponsorship/{other}/families-for-enterprise");
        let body = json!({"planSponsorshipType": 0, "sponsoredEmail": "amy@home.test"});
        scene.stranger.post(&scene.server, &path).json(&body).send().await.expect(200);
        let token = scene.token("amy@home.test").await;
        let reply = scene.redeem_with(&amy, &token, families).await.expect(400);
        assert_eq!(reply.json()["code"], "sponsored_already");
        let second = scene.server.organization(&amy, "families").await;
        scene.redeem_with(&amy, &token, second).await.expect(200);
    }

    async fn an_offer_of_half_a_year_ends_when_it_is_tried(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.server.organization(&amy, "families").await;
        let token = scene.token("amy@home.test").await;
        scene.server.clock.advance(TimeDelta::days(183));
        let reply = scene.redeem_with(&amy, &token, families).await.expect(400);
        assert_eq!(reply.json()["code"], "offer_expired");
        assert!(scene.list().await.is_empty());
    }

    async fn decision_06_removal_by_the_families_owner_is_seen_by_the_sponsor(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        let path = format!("/api/organization/sponsorship/sponsored/{families}");
        scene.server.delete(&path).send().await.expect(401);
        scene.member.delete(&scene.server, &path).send().await.expect(404);
        amy.delete(&scene.server, &path).send().await.expect(200);
        let row = scene.only().await;
        assert_eq!((&row["status"], &row["reason"]), (&json!("ending"), &json!("given_up")));
        let reinstate = format!("{}/reinstate", scene.base());
        let reply = scene.member.post(&scene.server, &reinstate).send().await.expect(400);
        assert_eq!(reply.json()["code"], "given_up");
        let unsponsored = scene.server.organization(&amy, "families").await;
        let path = format!("/api/organization/sponsorship/sponsored/{unsponsored}/remove");
        let reply = amy.post(&scene.server, &path).send().await.expect(400);
        assert_eq!(reply.json()["code"], "not_sponsored");
    }

    async fn a_recipient_declines(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let token = scene.token("amy@home.test").await;
        let amy = scene.server.person("amy@home.test").await;
        let path = format!("/api/organization/sponsorship/decline?sponsorshipToken={token}");
        scene.server.post(&path).send().await.expect(401);
        scene.stranger.post(&scene.server, &path).send().await.expect(400);
        amy.post(&scene.server, &path).send().await.expect(200);
        amy.post(&scene.server, &path).send().await.expect(400);
        assert!(scene.list().await.is_empty());
    }
}
