use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{TestServer, Twins, Weather};

use super::pair::Pair;
use super::people::Scene;

async fn panel(scene: &Scene) -> Value {
    let path = format!("/api/organization/sponsorship/{}/sync-panel", scene.organization);
    scene.owner.get(&scene.server, &path).send().await.expect(200).json()
}

/// The state of each step, in their order.
fn states(panel: &Value) -> Vec<String> {
    let steps = panel["steps"].as_array().unwrap();
    steps.iter().map(|step| step["state"].as_str().unwrap().to_owned()).collect()
}

testkit::db_test! {
    async fn owners_and_operators_see_how_syncs_stand_and_nobody_else(engine) {
        let pair = Pair::new(engine).await;
        for scene in [&pair.home, &pair.cloud] {
            let path = format!("/api/organization/sponsorship/{}/sync-panel", scene.organization);
            scene.server.get(&path).send().await.expect(401);
            for person in [&scene.stranger, &scene.member] {
                person.get(&scene.server, &path).send().await.expect(404);
            }
            let of_owner = panel(scene).await;
            let path = format!("/admin/organizations/{}/sync", scene.organization);
            scene.server.get(&path).send().await.expect(401);
            scene.owner.get(&scene.server, &path).send().await.expect(401);
            let operator = scene.server.operator().await;
            let of_operator = operator.get(&scene.server, &path).send().await.expect(200).json();
            assert_eq!(of_operator, of_owner, "the same for both");
            let nothing = "/admin/organizations/00000000-0000-0000-0000-000000000001/sync";
            operator.get(&scene.server, nothing).send().await.expect(404);
        }
    }

    async fn a_panel_shows_both_ends_and_every_step(engine) {
        let pair = Pair::new(engine).await;
        let before = panel(&pair.home).await;
        assert_eq!((&before["status"], &before["beginsHere"]), (&json!("never"), &json!(true)));
        assert_eq!(states(&before), ["waiting"; 6]);
        assert_eq!(before["connection"]["cloudOrganizationId"], pair.cloud.organization.to_string());
        let cloud = panel(&pair.cloud).await;
        assert_eq!((&cloud["status"], &cloud["beginsHere"]), (&json!("never"), &json!(false)));
        assert!(cloud["token"]["lastFour"].is_string() && cloud["connection"].is_null());

        pair.home.offer(&pair.home.member, "amy@home.test").await.expect(200);
        assert_eq!(panel(&pair.home).await["pending"], 1);
        pair.sync_now().await.expect(200);
        let after = panel(&pair.home).await;
        // This organization was made by hand and has no licence to compare.
        assert_eq!(states(&after), ["ok", "ok", "ok", "ok", "ok", "failed"]);
        let license = &after["steps"][5];
        assert_eq!((&license["step"], &license["code"]), (&json!("license"), &json!("no_license")));
        assert!(license["cause"].is_string() && license["cure"].is_string());
        assert_eq!(after["status"], "ok");
        let run = &after["runs"][0];
        assert_eq!((&run["sent"], &run["created"]), (&json!(1), &json!(1)));
        let cloud = panel(&pair.cloud).await;
        assert_eq!(cloud["status"], "ok");
        assert_eq!(cloud["runs"][0]["id"], run["id"], "one run, on both sides");
        assert!(cloud["token"]["lastUsedBy"].is_string());
    }

    async fn a_panel_names_the_step_that_failed_its_cause_and_its_cure(engine) {
        let pair = Pair::new(engine).await;
        pair.home.server.link().set(Weather::Down);
        pair.sync_now().await.expect(400);
        let down = panel(&pair.home).await;
        assert_eq!((&down["status"], &down["failures"]), (&json!("failing"), &json!(1)));
        assert!(down["failingSince"].is_string() && down["nextRun"].is_string());
        assert_eq!(states(&down)[..2], ["ok", "failed"]);
        assert_eq!(down["steps"][1]["code"], "cloud_unreachable");
        assert!(down["steps"][1]["cure"].as_str().unwrap().contains("firewall"));

        pair.home.server.link().set(Weather::Fair);
        // The server remembers for a while that it was not let in.
        pair.pass(TimeDelta::minutes(20));
        pair.cloud.trust("another token another token an").await;
        pair.sync_now().await.expect(400);
        let wrong = panel(&pair.home).await;
        assert_eq!(states(&wrong)[..4], ["ok", "ok", "ok", "failed"]);
        assert_eq!(wrong["steps"][3]["code"], "billing_key_wrong");
        assert_eq!(panel(&pair.cloud).await["status"], "never", "no server has used it");

        let runs = wrong["runs"].as_array().unwrap();
        assert_eq!(runs.len(), 2, "every run is kept");
    }

    async fn both_buttons_make_a_run_of_the_same_kind(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        let license = format!("/api/organizations/licenses/self-hosted/{}/sync", twins.organization);
        let now = format!("/api/organization/sponsorship/self-hosted/{}/sync-now", twins.organization);
        let panel = format!("/api/organization/sponsorship/{}/sync-panel", twins.organization);
        for (case, path) in [("sync license", license), ("sync now", now)] {
            server.clock.advance(TimeDelta::minutes(1));
            twins.owner.post(server, &path).send().await.expect(200);
            let panel = twins.owner.get(server, &panel).send().await.expect(200).json();
            assert_eq!(states(&panel), ["ok"; 6], "{case}");
            let run = &panel["runs"][0];
            assert_eq!((&run["trigger"], &run["outcome"]), (&json!("manual"), &json!("succeeded")), "{case}");
            assert!(run["licenseOutcome"].is_string(), "{case}");
            assert!(panel["connection"]["lastLicenseSync"].is_string(), "{case}");
        }
        let panel = twins.owner.get(server, &panel).send().await.expect(200).json();
        assert_eq!(panel["runs"].as_array().unwrap().len(), 2);
    }

    async fn a_server_that_may_not_talk_to_its_cloud_says_so(engine) {
        let cloud = TestServer::cloud(engine.clone()).await;
        let server =
            TestServer::connected(engine, &cloud, |it| it.cloud_communication = false).await;
        let scene = Scene::on(server).await;
        let panel = panel(&scene).await;
        assert_eq!((&panel["status"], &panel["cloudCommunication"]), (&json!("off"), &json!(false)));
    }
}
