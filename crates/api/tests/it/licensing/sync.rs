use chrono::TimeDelta;
use domain::{admin::health::State, authz::Permit};
use serde_json::json;
use testkit::{BILLING_TOKEN, TestServer, Twins, Weather};

async fn seats(twins: &Twins) -> Option<i64> {
    let mut tx = twins.self_hosted.app.db.read().await.unwrap();
    tx.organization(twins.organization).await.unwrap().unwrap().entitlements.seats
}

async fn sell_seats(twins: &Twins, seats: i64) {
    let mut tx = twins.cloud.app.db.write().await.unwrap();
    let now = twins.cloud.app.now();
    tx.set_seats(twins.cloud_organization, Some(seats), now).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::db_test! {
    async fn an_owner_fetches_the_licence(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let path = format!("/api/organizations/licenses/self-hosted/{}/sync", twins.organization);
        server.post(&path).send().await.expect(401);
        let stranger = server.person("stranger@example.com").await;
        stranger.post(server, &path).send().await.expect(404);
        twins.owner.post(server, &path).send().await.expect(404);

        twins.connect().await;
        sell_seats(&twins, 25).await;
        server.clock.advance(TimeDelta::minutes(1));
        twins.owner.post(server, &path).send().await.expect(200);
        assert_eq!(seats(&twins).await, Some(25));
        let mut synced = None;
        twins.reconnect(|_, link| synced = link.last_license_sync_at).await;
        assert_eq!(synced, Some(server.app.now()));
        let mut tx = server.app.db.read().await.unwrap();
        let document = tx.license(twins.organization).await.unwrap().unwrap().document;
        drop(tx);
        assert_eq!(server.app.ports.license_files.kept(twins.organization.into()).await, Some(document));
        twins.cloud.finish().await;
        server.finish().await;
    }

    async fn whatever_goes_wrong_is_named_and_changes_nothing(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        let path = format!("/api/organizations/licenses/self-hosted/{}/sync", twins.organization);
        let before = seats(&twins).await;
        sell_seats(&twins, 25).await;
        let cases = [
            (Weather::Down, "cloud_unreachable"),
            (Weather::AnswerLost, "cloud_unreachable"),
            (Weather::Answers(500, String::new()), "cloud_unreachable"),
            (Weather::Answers(302, String::new()), "cloud_unreadable"),
            (Weather::Busy(30), "cloud_busy"),
        ];
        for (weather, code) in cases {
            let case = format!("{weather:?}");
            server.link().set(weather);
            let reply = twins.owner.post(server, &path).send().await.expect(400);
            assert_eq!(reply.json()["code"], code, "{case}");
            server.clock.advance(TimeDelta::minutes(20));
        }
        server.link().set(Weather::Fair);

        let wrong = server.sealed_billing_token("another");
        let mut right = String::new();
        twins.reconnect(|_, link| right = std::mem::replace(&mut link.sealed_token, wrong)).await;
        let reply = twins.owner.post(server, &path).send().await.expect(400);
        assert!(reply.message().contains("Invalid Billing Sync Key"), "{}", reply.message());
        twins.reconnect(|_, link| "damaged".clone_into(&mut link.sealed_token)).await;
        let reply = twins.owner.post(server, &path).send().await.expect(400);
        assert_eq!(reply.json()["code"], "billing_token_unreadable");
        twins.reconnect(|enabled, link| { link.sealed_token = right; *enabled = false; }).await;
        let reply = twins.owner.post(server, &path).send().await.expect(400);
        assert_eq!(reply.json()["code"], "connection_disabled");
        assert_eq!(seats(&twins).await, before);
        twins.reconnect(|enabled, _| *enabled = true).await;
        twins.owner.post(server, &path).send().await.expect(200);
        assert_eq!(seats(&twins).await, Some(25));
    }

    async fn a_server_that_may_not_talk_to_its_cloud_does_not(engine) {
        let cloud = TestServer::cloud(engine.clone()).await;
        let server =
            TestServer::connected(engine, &cloud, |it| it.cloud_communication = false).await;
        let twins = Twins::on(cloud, server).await;
        twins.connect().await;
        twins.self_hosted.link().asked();
        let path = format!("/api/organizations/licenses/self-hosted/{}/sync", twins.organization);
        let reply = twins.owner.post(&twins.self_hosted, &path).send().await.expect(400);
        assert_eq!(reply.json()["code"], "cloud_communication_off");
        twins.self_hosted.run_job("licensing.refresh").await;
        assert!(twins.self_hosted.link().asked().is_empty());
    }

    async fn the_cloud_hands_a_licence_to_those_who_prove_themselves(engine) {
        let twins = Twins::connected(engine).await;
        let (cloud, link) = (&twins.cloud, twins.self_hosted.link());
        let token = async |scope| {
            cloud.app.installation_token(link.installation, &link.key, scope).await.unwrap().access_token
        };
        let licensing = token("api.licensing").await;
        let path = format!("/api/licenses/organization/{}", twins.cloud_organization);
        let license: serde_json::Value = serde_json::from_str(&twins.license().await).unwrap();
        let key = license["licenseKey"].as_str().unwrap();
        let proof = json!({ "LicenseKey": key, "BillingSyncKey": BILLING_TOKEN });

        cloud.post(&path).json(&proof).send().await.expect(401);
        twins.cloud_owner.post(cloud, &path).json(&proof).send().await.expect(401);
        let other = token("api.installation").await;
        cloud.post(&path).bearer(&other).json(&proof).send().await.expect(401);
        let unknown = "/api/licenses/organization/00000000-0000-0000-0000-000000000001";
        cloud.post(unknown).bearer(&licensing).json(&proof).send().await.expect(404);
        let cases = [
            (json!({ "licenseKey": "no", "billingSyncKey": BILLING_TOKEN }), "Invalid license key."),
            (json!({ "licenseKey": key, "billingSyncKey": "no" }), "Invalid Billing Sync Key"),
            (json!({ "licenseKey": key }), "Invalid Billing Sync Key"),
            (json!({}), "Invalid license key."),
        ];
        for (proof, message) in cases {
            let reply = cloud.post(&path).bearer(&licensing).json(&proof).send().await.expect(400);
            assert_eq!(reply.message(), message, "{proof}");
        }
        for method in ["GET", "POST"] {
            let request = cloud.request(method, &path).bearer(&licensing).json(&proof);
            let license = request.send().await.expect(200).json();
            assert_eq!(license["installationId"], link.installation.to_string());
        }
        let servers = format!("/api/organizations/{}/installations", twins.cloud_organization);
        let servers = twins.cloud_owner.get(cloud, &servers).send().await.expect(200).json();
        assert!(servers["data"][0]["lastSyncDate"].is_string());
    }

    async fn licences_that_are_due_are_fetched_where_that_is_wanted(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        sell_seats(&twins, 25).await;
        let refresh = async || server.run_job("licensing.refresh").await;
        server.clock.advance(TimeDelta::days(31));
        twins.cloud.clock.advance(TimeDelta::days(31));
        refresh().await;
        assert_eq!(seats(&twins).await, Some(10), "not asked for");
        twins.reconnect(|_, link| link.automatic_license = true).await;
        server.link().set(Weather::Down);
        refresh().await;
        assert_eq!(seats(&twins).await, Some(10), "the line is down");
        server.link().set(Weather::Fair);
        server.clock.advance(TimeDelta::hours(6));
        refresh().await;
        assert_eq!(seats(&twins).await, Some(25));
        server.link().asked();
        refresh().await;
        assert!(server.link().asked().is_empty(), "it is not due again");
        server.finish().await;
    }

    async fn the_way_to_the_cloud_is_tried_step_by_step(engine) {
        let twins = Twins::connected(engine).await;
        let app = &twins.self_hosted.app;
        let permit = Permit::of_the_server("a test", twins.organization);
        let checks = app.check_cloud(Some(&permit)).await;
        let names: Vec<_> = checks.iter().map(|check| check.check).collect();
        assert_eq!(
            names,
            [
                "communication", "reached", "region", "clock", "token.installation",
                "token.licensing", "license",
            ]
        );
        assert!(checks.iter().all(|check| check.state == State::Ok), "{checks:?}");

        twins.self_hosted.clock.advance(TimeDelta::minutes(-10));
        let checks = app.check_cloud(Some(&permit)).await;
        let bad: Vec<_> =
            checks.iter().filter(|it| it.state == State::Fail).map(|it| it.check).collect();
        assert_eq!(bad, ["clock", "license"]);
        twins.self_hosted.link().set(Weather::Down);
        let checks = app.check_cloud(None).await;
        let bad: Vec<_> =
            checks.iter().filter(|it| it.state == State::Fail).map(|it| it.check).collect();
        assert_eq!(bad, ["reached", "token.installation", "token.licensing"]);
    }
}
