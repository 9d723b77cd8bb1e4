use chrono::TimeDelta;
use domain::organizations::{Feature, Role};
use serde_json::json;
use testkit::TestServer;

use super::people::Scene;

testkit::db_test! {
    async fn who_may_offer(engine) {
        let scene = Scene::cloud(engine).await;
        let manager = scene.manager().await;
        let waiting = scene.server.person("waiting@example.com").await;
        scene.server.accepted_member(scene.organization, &waiting, Role::User).await;
        let path = format!("{}/families-for-enterprise", scene.base());
        scene.server.post(&path).json(&json!({})).send().await.expect(401);
        let cases = [
            ("a stranger", &scene.stranger, "a@home.test", false, 404),
            ("a member who waits", &waiting, "a@home.test", false, 400),
            ("a member, for themselves", &scene.member, "MEMBER@example.com", false, 400),
            ("a member", &scene.member, "a@home.test", false, 200),
            ("a member, in the organization's name", &scene.member, "b@home.test", true, 404),
            ("a manager, in the organization's name", &manager, "b@home.test", true, 200),
            ("an owner, in the organization's name", &scene.owner, "c@home.test", true, 200),
            ("an owner, their own", &scene.owner, "d@home.test", false, 200),
            ("a manager, what is no address", &manager, "nobody", false, 400),
        ];
        for (case, person, email, admin, status) in cases {
            let reply = if admin {
                scene.offer_as_admin(person, email).await
            } else {
                scene.offer(person, email).await
            };
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
        }
        assert_eq!(scene.list().await.len(), 4);
    }

    async fn the_recipient_gets_one_mail_with_a_link_of_their_own(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "Amy@Home.test").await.expect(200);
        let mail = scene.server.last_mail_to("Amy@Home.test", "sponsorship_offer").await;
        let start = "https://vault.example.com/#/accept-families-for-enterprise?token=";
        assert!(mail.link().starts_with(start), "{}", mail.link());
        assert!(mail.link_parameter("token").starts_with("BWOrganizationSponsorship_"));
        assert_eq!(mail.link_parameter("email"), "Amy@Home.test");
        assert_eq!(mail.link_parameter("register"), "true", "there is no account yet");
        assert_eq!(scene.offers_to("Amy@Home.test").await, 1);
        let row = scene.only().await;
        assert_eq!((&row["status"], &row["next"]), (&json!("sent"), &json!("expires")));
        assert_eq!(row["object"], "organizationSponsorship");
        assert_eq!(row["lastSyncDate"], json!(null));
    }

    async fn a_member_has_one_open_offer_which_a_new_one_replaces(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let first = scene.only().await["id"].clone();
        let old = scene.token("amy@home.test").await;
        scene.offer(&scene.member, "ann@home.test").await.expect(200);
        let row = scene.only().await;
        assert_eq!((&row["id"], &row["offeredToEmail"]), (&first, &json!("ann@home.test")));
        assert_eq!(scene.offers_to("ann@home.test").await, 1);

        let amy = scene.server.person("amy@home.test").await;
        let path = format!("/api/organization/sponsorship/validate-token?sponsorshipToken={old}");
        let reply = amy.post(&scene.server, &path).send().await.expect(200);
        assert_eq!(reply.json()["isTokenValid"], false, "the old link is dead");

        scene.offer(&scene.member, "ann@home.test").await.expect(200);
        assert_eq!(scene.offers_to("ann@home.test").await, 2, "the same again is a reminder");
    }

    async fn decision_13_an_address_is_sponsored_once_and_the_second_sponsor_is_told(engine) {
        let scene = Scene::cloud(engine).await;
        let other = scene.join("other@example.com").await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        for (case, reply) in [
            ("another member", scene.offer(&other, "AMY@home.test").await),
            ("an administrator", scene.offer_as_admin(&scene.owner, "amy@home.test").await),
        ] {
            let reply = reply.expect(400);
            assert_eq!(reply.json()["code"], "already_offered", "{case}");
        }
        assert_eq!(scene.offers_to("amy@home.test").await, 1);
        assert_eq!(scene.offers_to("AMY@home.test").await, 0);
    }

    async fn decision_12_the_policy_counts_on_a_self_hosted_server_too(engine) {
        for scene in [Scene::cloud(engine.clone()).await, Scene::self_hosted(engine).await] {
            scene.offer(&scene.member, "amy@home.test").await.expect(200);
            scene.forbid(true).await;
            let reply = scene.offer(&scene.member, "ann@home.test").await.expect(400);
            assert_eq!(reply.json()["code"], "sponsorships_forbidden");
            scene.offer_as_admin(&scene.owner, "bob@home.test").await.expect(400);
            let row = scene.only().await;
            let path = format!("{}/by-id/{}", scene.base(), row["id"].as_str().unwrap());
            let edit = json!({"sponsoredEmail": "ann@home.test"});
            scene.owner.put(&scene.server, &path).json(&edit).send().await.expect(400);
            scene.forbid(false).await;
            scene.owner.put(&scene.server, &path).json(&edit).send().await.expect(200);
        }
    }

    async fn only_enterprise_sponsors_and_only_if_it_may_others(engine) {
        let scene = Scene::cloud(engine).await;
        scene.entitle(Feature::AdminSponsoredFamilies, false).await;
        let reply = scene.offer_as_admin(&scene.owner, "amy@home.test").await.expect(400);
        assert_eq!(reply.json()["code"], "admin_sponsoring_off");
        let teams = scene.server.organization(&scene.owner, "teams").await;
        let path = format!("/api/organization/sponsorship/{teams}/families-for-enterprise");
        let body = json!({"planSponsorshipType": 0, "sponsoredEmail": "amy@home.test"});
        let reply = scene.owner.post(&scene.server, &path).json(&body).send().await.expect(400);
        assert_eq!(reply.json()["code"], "not_enterprise");
    }

    async fn one_given_in_the_organizations_name_takes_a_seat(engine) {
        for (scene, grows) in
            [(Scene::cloud(engine.clone()).await, true), (Scene::self_hosted(engine).await, false)]
        {
            // Ten seats: two members, eight sponsorships.
            for n in 0..8 {
                scene.offer_as_admin(&scene.owner, &format!("p{n}@home.test")).await.expect(200);
            }
            scene.offer(&scene.member, "own@home.test").await.expect(200);
            let seats = format!("{}/seats?more=2", scene.base());
            let reply = scene.owner.get(&scene.server, &seats).send().await.expect(200).json();
            assert_eq!((&reply["occupied"], &reply["free"]), (&json!(12), &json!(-2)));
            let reply = scene.offer_as_admin(&scene.owner, "p9@home.test").await;
            if grows {
                reply.expect(200);
            } else {
                assert_eq!(reply.expect(400).json()["code"], "no_seats");
            }
            let reply = scene.owner.get(&scene.server, &seats).send().await.expect(200).json();
            assert_eq!(reply["seats"], json!(if grows { 11 } else { 10 }));
        }
    }

    async fn many_are_invited_at_once_each_with_its_own_answer(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "taken@home.test").await.expect(200);
        let path = format!("{}/families-for-enterprise/bulk", scene.base());
        let emails = ["a@home.test", "A@home.test", "nobody", "taken@home.test", "b@home.test"];
        let body = json!({"emails": emails});
        scene.server.post(&path).json(&body).send().await.expect(401);
        scene.stranger.post(&scene.server, &path).json(&body).send().await.expect(404);
        scene.member.post(&scene.server, &path).json(&body).send().await.expect(404);
        let reply = scene.owner.post(&scene.server, &path).json(&body).send().await.expect(200);
        let reply = reply.json();
        let codes: Vec<_> = reply["data"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
        let expected = [json!(null), json!("already_offered"), json!("bad_email"),
            json!("already_offered"), json!(null)];
        assert_eq!(codes, expected.iter().collect::<Vec<_>>());
        assert_eq!(scene.list().await.len(), 3);
        assert_eq!(scene.offers_to("b@home.test").await, 1);
        let many: Vec<_> = (0..501).map(|n| format!("p{n}@home.test")).collect();
        let reply = scene.owner.post(&scene.server, &path).json(&json!({"emails": many})).send().await;
        assert_eq!(reply.expect(400).json()["code"], "too_many");
    }

    async fn on_a_self_hosted_server_it_is_requested_and_nobody_is_mailed(engine) {
        let scene = Scene::self_hosted(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let row = scene.only().await;
        assert_eq!((&row["status"], &row["next"]), (&json!("awaitingSync"), &json!("sync")));
        assert_eq!(row["lastSyncDate"], json!(null));
        assert!(scene.server.mails().await.is_empty());
        let waiting = scene.server.app.db.read().await.unwrap().unfinished_jobs(10).await.unwrap();
        let pushes: Vec<_> =
            waiting.iter().filter(|job| job.kind == "sponsorships.push").collect();
        assert_eq!(pushes.len(), 1);
        assert_eq!((pushes[0].run_at - scene.server.app.now()).num_seconds(), 1);
    }

    async fn decision_15_a_member_has_their_own_offer_mailed_again(engine) {
        let scene = Scene::cloud(engine).await;
        let other = scene.join("other@example.com").await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let path = format!("{}/families-for-enterprise/resend", scene.base());
        let named = |name: &str| format!("{path}?sponsoredFriendlyName={name}");
        scene.server.post(&named("amy@home.test")).send().await.expect(401);
        let cases = [
            ("a stranger", &scene.stranger, "amy@home.test", 404, 1),
            ("another member: nothing of theirs matches", &other, "amy@home.test", 200, 1),
            ("the member", &scene.member, "amy@home.test", 200, 2),
            ("an owner", &scene.owner, "AMY@home.test", 200, 3),
            ("an owner, nothing matches", &scene.owner, "ann@home.test", 200, 3),
        ];
        for (case, person, name, status, mails) in cases {
            let reply = person.post(&scene.server, &named(name)).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}");
            assert_eq!(scene.offers_to("amy@home.test").await, mails, "{case}");
        }
        scene.forbid(true).await;
        scene.member.post(&scene.server, &named("amy@home.test")).send().await.expect(400);
        scene.forbid(false).await;
        let amy = scene.server.person("amy@home.test").await;
        scene.redeem(&amy).await;
        let reply = scene.member.post(&scene.server, &named("amy@home.test")).send().await;
        assert_eq!(reply.expect(400).json()["code"], "no_open_offer");
    }

    async fn an_address_gets_ten_offers_a_day_however_it_is_written(engine) {
        let scene = Scene::cloud(engine).await;
        for n in 0..10 {
            let email = if n % 2 == 0 { "amy@home.test" } else { "AMY@Home.test" };
            scene.offer(&scene.member, email).await.expect(200);
        }
        let often = |reply: testkit::Reply| assert_eq!(reply.expect(400).json()["code"], "mailed_often");
        often(scene.offer(&scene.member, "Amy@home.test").await);
        let resend = format!("{}/families-for-enterprise/resend", scene.base());
        let resend = format!("{resend}?sponsoredFriendlyName=amy@home.test");
        often(scene.member.post(&scene.server, &resend).send().await);
        scene.offer_as_admin(&scene.owner, "bob@home.test").await.expect(200);
        scene.member.delete(&scene.server, &scene.base()).send().await.expect(200);
        often(scene.offer_as_admin(&scene.owner, "aMy@home.test").await);
        let bob = format!("{}/by-id/{}", scene.base(), scene.only().await["id"].as_str().unwrap());
        let to_amy = json!({"sponsoredEmail": "amy@home.test"});
        often(scene.owner.put(&scene.server, &bob).json(&to_amy).send().await);
        let bulk = format!("{}/families-for-enterprise/bulk", scene.base());
        let body = json!({"emails": ["amY@home.test", "cat@home.test"]});
        let reply = scene.owner.post(&scene.server, &bulk).json(&body).send().await.expect(200).json();
        assert_eq!(
            (&reply["data"][0]["code"], &reply["data"][1]["code"]),
            (&json!("mailed_often"), &json!(null))
        );

        // Another organization is not kept from it.
        let other = scene.server.organization(&scene.stranger, "enterprise").await;
        let path = format!("/api/organization/sponsorship/{other}/families-for-enterprise");
        let body = json!({"planSponsorshipType": 0, "sponsoredEmail": "amy@home.test"});
        scene.stranger.post(&scene.server, &path).json(&body).send().await.expect(200);
        let mails = scene.server.mails().await;
        let to_amy = mails.iter().filter(|mail| mail.to.eq_ignore_ascii_case("amy@home.test"));
        assert_eq!(to_amy.filter(|mail| mail.template == "sponsorship_offer").count(), 11);
        scene.server.clock.advance(TimeDelta::hours(25));
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
    }

    async fn an_offer_is_changed_before_it_is_redeemed(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer_as_admin(&scene.owner, "amy@home.test").await.expect(200);
        scene.offer(&scene.member, "taken@home.test").await.expect(200);
        let list = scene.list().await;
        let path = format!("{}/by-id/{}", scene.base(), list[0]["id"].as_str().unwrap());
        let to = |email: &str| json!({"sponsoredEmail": email, "friendlyName": "Amy"});
        scene.server.put(&path).json(&to("ann@home.test")).send().await.expect(401);
        scene.stranger.put(&scene.server, &path).json(&to("x@home.test")).send().await.expect(404);
        scene.member.put(&scene.server, &path).json(&to("x@home.test")).send().await.expect(404);
        let owner = |email: &str| scene.owner.put(&scene.server, &path).json(&to(email));
        assert_eq!(owner("taken@home.test").send().await.expect(400).json()["code"], "already_offered");
        owner("amy@home.test").send().await.expect(200);
        assert_eq!(scene.offers_to("amy@home.test").await, 1, "another name is no other address");
        owner("ann@home.test").send().await.expect(200);
        assert_eq!(scene.offers_to("ann@home.test").await, 1);
        let ann = scene.server.person("ann@home.test").await;
        scene.redeem(&ann).await;
        assert_eq!(owner("bob@home.test").send().await.expect(400).json()["code"], "redeemed");
    }

    async fn the_other_role_says_where_to_ask(engine) {
        let cloud = Scene::cloud(engine.clone()).await;
        let home = Scene::self_hosted(engine).await;
        let cases = [
            (&cloud, format!("/api/organization/sponsorship/self-hosted/{}/families-for-enterprise", cloud.organization)),
            (&home, format!("/api/organization/sponsorship/{}/families-for-enterprise", home.organization)),
            (&home, "/api/organization/sponsorship/redeem".to_owned()),
            (&home, "/api/organization/sponsorship/validate-token".to_owned()),
            (&home, format!("/api/organization/sponsorship/{}/families-for-enterprise/resend", home.organization)),
        ];
        for (scene, path) in cases {
            let reply = scene.owner.post(&scene.server, &path).json(&json!({})).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{path}");
        }
    }

    async fn everything_is_listed_filtered_paged_and_exported(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "own@home.test").await.expect(200);
        for n in 0..3 {
            scene.offer_as_admin(&scene.owner, &format!("p{n}@home.test")).await.expect(200);
        }
        let path = format!("{}/sponsored", scene.base());
        scene.server.get(&path).send().await.expect(401);
        scene.stranger.get(&scene.server, &path).send().await.expect(404);
        scene.member.get(&scene.server, &path).send().await.expect(404);
        let cases = [
            ("what clients expect", "", 3),
            ("all", "?kind=all", 4),
            ("members' own", "?kind=own", 1),
            ("by address", "?kind=all&search=P1@", 1),
            ("no wildcards", "?kind=all&search=%25", 4),
            ("redeemed", "?kind=all&state=active", 0),
            ("open", "?kind=all&state=offered", 4),
        ];
        for (case, query, count) in cases {
            let reply = scene.owner.get(&scene.server, &format!("{path}{query}")).send().await;
            assert_eq!(reply.expect(200).json()["data"].as_array().unwrap().len(), count, "{case}");
        }
        let (mut seen, mut token) = (Vec::new(), String::new());
        loop {
            let query = format!("{path}?kind=all&pageSize=3&continuationToken={token}");
            let query = query.trim_end_matches("&continuationToken=");
            let reply = scene.owner.get(&scene.server, query).send().await.expect(200).json();
            seen.extend(reply["data"].as_array().unwrap().iter().map(|it| it["id"].to_string()));
            match reply["continuationToken"].as_str() {
                Some(next) => next.clone_into(&mut token),
                None => break,
            }
        }
        assert_eq!(seen.len(), 4);
        let export = format!("{path}/export?kind=all");
        scene.member.get(&scene.server, &export).send().await.expect(404);
        let text = scene.owner.get(&scene.server, &export).send().await.expect(200).text();
        assert_eq!(text.lines().count(), 5, "{text}");
        assert!(text.contains("p2@home.test"));
    }

    async fn a_member_sees_their_own_with_what_happens_next(engine) {
        let server = TestServer::cloud(engine).await;
        let scene = Scene::on(server).await;
        let path = format!("{}/own", scene.base());
        scene.stranger.get(&scene.server, &path).send().await.expect(404);
        scene.member.get(&scene.server, &path).send().await.expect(204);
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let own = scene.member.get(&scene.server, &path).send().await.expect(200).json();
        assert_eq!(own["status"], "sent");
        assert_eq!(own["nextAt"], "2030-07-03T00:00:00Z");
    }
}
