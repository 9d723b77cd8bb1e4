use std::time::Duration;

use chrono::TimeDelta;
use serde_json::json;
use testkit::{Engine, Weather};

use super::{
    pair::{KEY, Pair},
    people::Scene,
};

/// A sync of `count` sponsorships takes so many requests, and tells all of them.
async fn sized(engine: &Engine, count: u128, requests: usize) {
    let pair = Pair::new(engine.clone()).await;
    pair.home.give_many(count).await;
    pair.home.server.link().asked();
    pair.sync_now().await.expect(200);
    let asked = pair.home.server.link().asked();
    let syncs = asked.iter().filter(|line| line.ends_with("/sync/v2")).count();
    assert_eq!(syncs, requests, "{count} sponsorships");
    let run = pair.last_run().await;
    assert_eq!((&run["sent"], &run["created"]), (&json!(count), &json!(count)));
    let mut tx = pair.home.server.app.db.read().await.unwrap();
    assert_eq!(tx.pending_sponsorships(pair.home.organization).await.unwrap(), 0);
}

/// A server forgets that there ever was a sponsorship.
async fn forget(scene: &Scene) {
    let rows = "DELETE FROM sponsorships WHERE sponsoring_organization_id = $1";
    let counts = "DELETE FROM sponsorship_counts WHERE organization_id = $1";
    for sql in [rows, counts] {
        testkit::tamper(&scene.server.app.db, sql, &[scene.organization.uuid()]).await;
    }
}

testkit::db_test! {
    async fn an_offer_reaches_the_cloud_within_seconds_and_comes_back_redeemed(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        assert_eq!(pair.states().await, (vec![], vec!["amy@home.test awaitingSync".to_owned()]));
        pair.push().await;
        let sent = vec!["amy@home.test sent".to_owned()];
        assert_eq!(pair.states().await, (sent.clone(), sent));
        assert_eq!(pair.cloud.offers_to("amy@home.test").await, 1);
        assert_eq!(pair.cloud.only().await["id"], pair.home.only().await["id"]);
        assert!(pair.home.server.mails().await.is_empty(), "the cloud alone writes");

        let amy = pair.recipient("amy@home.test").await;
        pair.cloud.redeem(&amy).await;
        pair.sync_now().await.expect(200);
        let row = pair.home.only().await;
        assert_eq!(row["status"], "active");
        assert_eq!(row["validUntil"], pair.cloud.only().await["validUntil"]);
    }

    async fn decision_01_and_06_what_ends_on_the_cloud_is_seen_at_home(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.push().await;
        let amy = pair.recipient("amy@home.test").await;
        let families = pair.cloud.redeem(&amy).await;
        pair.sync_now().await.expect(200);
        let path = format!("/api/organization/sponsorship/sponsored/{families}");
        amy.delete(&pair.cloud.server, &path).send().await.expect(200);
        pair.sync_now().await.expect(200);
        let row = pair.home.only().await;
        assert_eq!((&row["status"], &row["reason"]), (&json!("ending"), &json!("given_up")));
        let path = format!("{}/reinstate", pair.home.base());
        let reply = pair.home.member.post(&pair.home.server, &path).send().await.expect(400);
        assert_eq!(reply.json()["code"], "given_up");
    }

    async fn decision_02_and_03_several_of_one_member_with_all_that_belongs_to_them(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.owner, "own@home.test").await.expect(200);
        for n in 0..3 {
            let email = format!("p{n}@home.test");
            pair.home.offer_as_admin(&pair.home.owner, &email).await.expect(200);
        }
        pair.push().await;
        let (cloud, home) = pair.states().await;
        assert_eq!((cloud.len(), &cloud), (4, &home));
        let admin = pair.cloud.list().await.iter().filter(|row| row["isAdminInitiated"] == true).count();
        assert_eq!(admin, 3);
        assert_eq!(pair.cloud.list().await[1]["notes"], "2.AAAA|AAAA|AAAA");
        let seats = format!("{}/seats", pair.cloud.base());
        let seats = pair.cloud.owner.get(&pair.cloud.server, &seats).send().await.expect(200).json();
        assert_eq!(seats["sponsored"], 3);
    }

    async fn decision_04_another_address_reaches_the_cloud_and_is_mailed_once(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.push().await;
        pair.home.offer(&pair.home.member, "ann@home.test").await.expect(200);
        assert_eq!(pair.home.only().await["status"], "awaitingSync");
        pair.push().await;
        assert_eq!(pair.cloud.only().await["offeredToEmail"], "ann@home.test");
        pair.sync_now().await.expect(200);
        pair.compare().await;
        assert_eq!(pair.cloud.offers_to("ann@home.test").await, 1);
        assert_eq!(pair.cloud.offers_to("amy@home.test").await, 1);
    }

    async fn decision_05_what_the_cloud_removed_is_not_made_again(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.push().await;
        let row = pair.cloud.only().await;
        let path = format!("{}/by-id/{}", pair.cloud.base(), row["id"].as_str().unwrap());
        pair.cloud.owner.delete(&pair.cloud.server, &path).send().await.expect(200);
        pair.compare().await;
        assert_eq!(pair.states().await, (vec![], vec![]));
        assert_eq!(pair.cloud.offers_to("amy@home.test").await, 1);
        // Even when the cloud has forgotten that there ever was one.
        pair.home.offer(&pair.home.member, "bob@home.test").await.expect(200);
        pair.push().await;
        forget(&pair.cloud).await;
        pair.compare().await;
        assert_eq!(pair.states().await, (vec![], vec![]));
        assert_eq!(pair.cloud.offers_to("bob@home.test").await, 1);
    }

    async fn decision_07_what_the_cloud_does_not_take_says_why(engine) {
        let pair = Pair::new(engine).await;
        pair.cloud.offer(&pair.cloud.member, "taken@home.test").await.expect(200);
        pair.home.offer(&pair.home.member, "taken@home.test").await.expect(200);
        pair.home.offer(&pair.home.owner, "free@home.test").await.expect(200);
        pair.push().await;
        assert_eq!(
            pair.home.states().await,
            ["free@home.test sent", "taken@home.test refused"],
        );
        let run = pair.last_run().await;
        assert_eq!((&run["created"], &run["refused"]), (&json!(1), &json!(1)));
        assert_eq!(run["refusedItems"][0]["reason"], "already_offered");
        let path = format!("{}/own", pair.home.base());
        let own = pair.home.member.get(&pair.home.server, &path).send().await.expect(200).json();
        assert_eq!(own["refusal"], "already_offered");
    }

    async fn decision_08_what_is_taken_back_goes_on_both_sides(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.home.offer(&pair.home.owner, "bob@home.test").await.expect(200);
        pair.push().await;
        let bob = pair.recipient("bob@home.test").await;
        pair.cloud.redeem(&bob).await;
        pair.sync_now().await.expect(200);
        pair.home.member.delete(&pair.home.server, &pair.home.base()).send().await.expect(200);
        pair.home.owner.delete(&pair.home.server, &pair.home.base()).send().await.expect(200);
        let waiting = ["amy@home.test removedAwaitingSync", "bob@home.test ending"];
        assert_eq!(pair.home.states().await, waiting);
        pair.push().await;
        let left = vec!["bob@home.test ending".to_owned()];
        assert_eq!(pair.states().await, (left.clone(), left));
        // What was never told is simply gone, and nothing comes to life on the cloud to be deleted.
        pair.home.offer(&pair.home.member, "cat@home.test").await.expect(200);
        pair.home.member.delete(&pair.home.server, &pair.home.base()).send().await.expect(200);
        pair.push().await;
        assert_eq!(pair.cloud.list().await.len(), 1);
        assert_eq!(pair.cloud.offers_to("cat@home.test").await, 0);
    }

    async fn an_undone_withdrawal_is_undone_on_both_sides(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.push().await;
        let amy = pair.recipient("amy@home.test").await;
        pair.cloud.redeem(&amy).await;
        pair.sync_now().await.expect(200);
        pair.home.member.delete(&pair.home.server, &pair.home.base()).send().await.expect(200);
        pair.push().await;
        assert_eq!(pair.cloud.states().await, ["amy@home.test ending"]);
        let path = format!("{}/reinstate", pair.home.base());
        pair.home.member.post(&pair.home.server, &path).send().await.expect(200);
        pair.push().await;
        let active = vec!["amy@home.test active".to_owned()];
        assert_eq!(pair.states().await, (active.clone(), active.clone()));
        pair.compare().await;
        assert_eq!(pair.states().await, (active.clone(), active));
    }

    async fn a_lost_answer_does_nothing_twice(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.home.server.link().set(Weather::AnswerLost);
        pair.push().await;
        let run = pair.last_run().await;
        assert_eq!((&run["outcome"], &run["errorCode"]), (&json!("failed"), &json!("cloud_unreachable")));
        assert_eq!(pair.home.only().await["status"], "awaitingSync");
        pair.home.server.link().set(Weather::Fair);
        pair.pass(TimeDelta::minutes(5));
        pair.push().await;
        assert_eq!(pair.home.only().await["status"], "sent");
        assert_eq!(pair.cloud.list().await.len(), 1);
        assert_eq!(pair.cloud.offers_to("amy@home.test").await, 1);
    }

    async fn decision_16_failures_are_tried_again_ever_later_and_told_after_three_days(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.home.server.link().set(Weather::Down);
        let status = || async {
            let path = format!("/api/organization/sponsorship/{}/sync-status", pair.home.organization);
            pair.home.owner.get(&pair.home.server, &path).send().await.expect(200).json()
        };
        pair.push().await;
        assert_eq!(status().await["failures"], 1);
        pair.push().await;
        assert_eq!(status().await["failures"], 1, "not before its time");
        pair.pass(TimeDelta::minutes(2));
        pair.push().await;
        let after = status().await;
        assert_eq!((&after["failures"], &after["pending"]), (&json!(2), &json!(1)));
        pair.home.server.link().set(Weather::Busy(3_600));
        pair.pass(TimeDelta::minutes(10));
        pair.push().await;
        pair.pass(TimeDelta::minutes(50));
        pair.push().await;
        assert_eq!(status().await["failures"], 3, "the cloud asked for an hour");
        pair.home.server.link().set(Weather::Down);
        for _ in 0..14 {
            pair.pass(TimeDelta::hours(8));
            pair.push().await;
        }
        let mails = pair.home.server.mails_to("owner@example.com").await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        pair.home.server.link().set(Weather::Fair);
        pair.pass(TimeDelta::hours(8));
        pair.push().await;
        let after = status().await;
        assert_eq!((&after["failures"], &after["pending"]), (&json!(0), &json!(0)));
    }

    async fn decision_19_an_empty_sync_still_asks_the_cloud(engine) {
        let pair = Pair::new(engine).await;
        pair.home.server.link().asked();
        pair.sync_now().await.expect(200);
        let asked = pair.home.server.link().asked();
        assert!(asked.iter().any(|line| line.ends_with("/sync/v2")), "{asked:?}");
        let run = pair.last_run().await;
        assert_eq!((&run["outcome"], &run["trigger"]), (&json!("succeeded"), &json!("manual")));
        pair.cloud.trust("another token another token an").await;
        let reply = pair.sync_now().await.expect(400);
        assert_eq!(reply.json()["code"], "cloud_refused");
        assert!(reply.message().contains("Invalid Billing Sync Key"));
        pair.home.connect(&pair.cloud, "another token another token an").await;
        pair.sync_now().await.expect(200);
    }

    async fn the_button_does_not_wait_for_a_cloud_that_takes_its_time(engine) {
        let pair = Pair::with(engine, |settings| settings.answer_within = Duration::ZERO).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.home.server.link().set(Weather::Still);
        let first = pair.sync_now().await.expect(200).json();
        assert_eq!(first["outcome"], "running", "{first}");
        let again = pair.sync_now().await.expect(200).json();
        assert_eq!(again["id"], first["id"], "one at a time");
        pair.home.server.link().set(Weather::Fair);
        let ended = pair.ended().await;
        assert_eq!((&ended["id"], &ended["outcome"]), (&first["id"], &json!("succeeded")));
        assert_eq!(pair.home.states().await, ["amy@home.test sent"]);
    }

    async fn a_run_that_a_crash_cut_off_is_over_for_the_next(engine) {
        let pair = Pair::new(engine).await;
        let app = &pair.home.server.app;
        let cut_off = app.unguessable_id();
        let mut tx = app.db.write().await.unwrap();
        let organization = pair.home.organization;
        tx.start_run(cut_off, organization, app.unguessable_id(), "manual", 2, app.now()).await.unwrap();
        tx.commit().await.unwrap();
        let running = pair.sync_now().await.expect(200).json();
        assert_eq!((&running["id"], &running["outcome"]), (&json!(cut_off), &json!("running")));
        pair.pass(TimeDelta::minutes(4));
        let next = pair.sync_now().await.expect(200).json();
        assert_eq!(next["outcome"], "succeeded");
        let path = format!("{}/sync-runs", pair.home.base());
        let runs = pair.home.owner.get(&pair.home.server, &path).send().await.expect(200).json();
        let before = &runs["data"][1];
        assert_eq!(
            (&before["id"], &before["outcome"], &before["errorCode"]),
            (&json!(cut_off), &json!("failed"), &json!("interrupted"))
        );
    }

    async fn what_an_owner_gives_for_the_organization_leaves_their_own_as_it_is(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.owner, "amy@home.test").await.expect(200);
        pair.push().await;
        pair.home.offer_as_admin(&pair.home.owner, "ben@home.test").await.expect(200);
        pair.push().await;
        pair.home.offer_as_admin(&pair.home.owner, "cleo@home.test").await.expect(200);
        pair.push().await;
        let all = ["amy@home.test sent", "ben@home.test sent", "cleo@home.test sent"];
        assert_eq!(pair.states().await, (all.map(str::to_owned).into(), all.map(str::to_owned).into()));
    }

    async fn a_comparison_waits_for_the_sync_that_goes_on_and_is_not_left_out(engine) {
        let pair = Pair::new(engine).await;
        let app = &pair.home.server.app;
        let organization = pair.home.organization;
        let (run, elsewhere) = (app.unguessable_id(), app.unguessable_id());
        // Comparisons are spread over an hour.
        pair.home.server.run_job("sponsorships.reconcile").await;
        pair.pass(TimeDelta::hours(1));
        let mut tx = app.db.write().await.unwrap();
        tx.start_run(run, organization, elsewhere, "manual", 2, app.now()).await.unwrap();
        tx.commit().await.unwrap();
        pair.push().await;
        assert_eq!(pair.last_run().await["id"], json!(run), "one at a time");
        let mut tx = app.db.write().await.unwrap();
        tx.end_runs_of_node(elsewhere, "ended", app.now()).await.unwrap();
        tx.commit().await.unwrap();
        pair.pass(TimeDelta::seconds(10));
        pair.push().await;
        let compared = pair.last_run().await;
        assert_eq!((&compared["trigger"], &compared["outcome"]), (&json!("daily"), &json!("succeeded")));
    }

    async fn a_server_that_starts_anew_ends_what_its_stop_cut_off(engine) {
        let pair = Pair::new(engine).await;
        let app = &pair.home.server.app;
        let (own, other) = (app.unguessable_id(), app.unguessable_id());
        let (organization, now) = (pair.home.organization, app.now());
        let mut tx = app.db.write().await.unwrap();
        tx.start_run(own, organization, app.settings.node, "manual", 2, now).await.unwrap();
        tx.commit().await.unwrap();
        app.take_up_after_stop().await.unwrap();
        let next = pair.sync_now().await.expect(200).json();
        assert_eq!(next["outcome"], "succeeded", "nothing goes on any more: {next}");

        // What another node does goes on.
        let mut tx = app.db.write().await.unwrap();
        let elsewhere = app.unguessable_id();
        tx.start_run(other, organization, elsewhere, "manual", 2, app.now()).await.unwrap();
        tx.commit().await.unwrap();
        app.take_up_after_stop().await.unwrap();
        let running = pair.sync_now().await.expect(200).json();
        assert_eq!((&running["id"], &running["outcome"]), (&json!(other), &json!("running")));
    }

    async fn who_may_sync_and_look(engine) {
        let pair = Pair::new(engine).await;
        let now = format!("{}/sync-now", pair.home.base());
        let runs = format!("{}/sync-runs", pair.home.base());
        let status = format!("/api/organization/sponsorship/{}/sync-status", pair.home.organization);
        pair.home.server.post(&now).send().await.expect(401);
        for person in [&pair.home.stranger, &pair.home.member] {
            person.post(&pair.home.server, &now).send().await.expect(404);
            person.get(&pair.home.server, &runs).send().await.expect(404);
            person.get(&pair.home.server, &status).send().await.expect(404);
        }
        let before = pair.home.owner.get(&pair.home.server, &status).send().await.expect(200).json();
        assert_eq!((&before["object"], &before["lastSyncDate"]), (&json!("syncStatus"), &json!(null)));
        pair.sync_now().await.expect(200);
        let after = pair.home.owner.get(&pair.home.server, &status).send().await.expect(200).json();
        assert_eq!(after["lastSyncDate"], after["lastSuccess"]);
        assert!(after["nextRun"].is_string());
        let cloud = format!("/api/organization/sponsorship/{}/sync-status", pair.cloud.organization);
        let cloud = pair.cloud.owner.get(&pair.cloud.server, &cloud).send().await.expect(200).json();
        assert!(cloud["lastSyncDate"].is_string(), "both sides know when");
    }

    async fn a_server_set_back_to_a_backup_gets_back_what_it_lost(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.push().await;
        forget(&pair.home).await;
        pair.compare().await;
        assert_eq!(pair.home.states().await, ["amy@home.test sent"]);
    }

    async fn a_cloud_without_the_second_protocol_is_spoken_to_in_the_first(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.owner, "own@home.test").await.expect(200);
        pair.home.offer_as_admin(&pair.home.owner, "bob@home.test").await.expect(200);
        pair.home.server.link().only_v1(true);
        pair.push().await;
        let run = pair.last_run().await;
        assert_eq!((&run["protocol"], &run["outcome"]), (&json!(1), &json!("succeeded")), "{run}");
        let sent = vec!["bob@home.test sent".to_owned(), "own@home.test sent".to_owned()];
        assert_eq!(pair.states().await, (sent.clone(), sent));
        let bob = pair.recipient("bob@home.test").await;
        pair.cloud.redeem(&bob).await;
        pair.compare().await;
        let states = vec!["bob@home.test active".to_owned(), "own@home.test sent".to_owned()];
        assert_eq!(pair.states().await, (states.clone(), states));
        pair.home.owner.delete(&pair.home.server, &pair.home.base()).send().await.expect(200);
        pair.push().await;
        assert_eq!(pair.home.states().await, ["bob@home.test active"]);
        assert_eq!(pair.cloud.offers_to("own@home.test").await, 1);
        // The day the cloud learns it, nothing is mailed or made again.
        pair.home.server.link().only_v1(false);
        pair.compare().await;
        assert_eq!(pair.states().await.0, ["bob@home.test active"]);
        assert_eq!(pair.states().await.1, ["bob@home.test active"]);
        assert_eq!(pair.cloud.offers_to("bob@home.test").await, 1);
    }

    async fn nothing_and_one_are_one_request(engine) {
        sized(&engine, 0, 1).await;
        sized(&engine, 1, 1).await;
    }

    async fn less_than_a_chunk_is_one_request(engine) {
        sized(&engine, 999, 1).await;
    }

    async fn a_whole_chunk_is_followed_by_a_look_for_more(engine) {
        sized(&engine, 1_000, 2).await;
    }

    async fn one_more_than_a_chunk_is_two_requests(engine) {
        sized(&engine, 1_001, 2).await;
    }

    async fn two_chunks_and_a_half_are_three_requests(engine) {
        sized(&engine, 2_500, 3).await;
    }

    async fn several_organizations_of_one_server_each_with_its_own_token(engine) {
        let pair = Pair::new(engine).await;
        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        pair.push().await;
        let other = pair.cloud.server.organization(&pair.cloud.stranger, "enterprise").await;
        testkit::billing_token(&pair.cloud.server, other, "the token of another organization").await;
        testkit::cloud_link(&pair.home.server, pair.home.organization, other, KEY).await;
        let reply = pair.sync_now().await.expect(400);
        assert!(reply.message().contains("Invalid Billing Sync Key"), "{}", reply.message());
    }
}
