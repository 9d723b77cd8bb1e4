//! What we decided where servers before us went wrong, one test a decision.

use app::licensing::document::read;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{authz::Permit, id::Id, licensing::Proof, organizations::Organization};
use serde_json::{Value, json};
use testkit::{Person, TestServer, Twins, tamper};

const LICENSES: &str = "/api/organizations/licenses/self-hosted";

/// The organization of `owner` on `server` that `license` founds.
async fn found(server: &TestServer, owner: &Person, license: &str) -> Id<Organization> {
    let form = [("license", license), ("key", "4.AAAA")];
    let made = owner.post(server, LICENSES).multipart(&form).send().await.expect(200).json();
    Id::new(made["id"].as_str().unwrap().parse().unwrap())
}

async fn seats(server: &TestServer, organization: Id<Organization>) -> Option<i64> {
    let mut tx = server.app.db.read().await.unwrap();
    tx.organization(organization).await.unwrap().unwrap().entitlements.seats
}

testkit::db_test! {
    async fn decision_17_and_23_a_connection_keeps_when_the_licence_was_synced_in_utc(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        let sync = format!("{LICENSES}/{}/sync", twins.organization);
        twins.owner.post(server, &sync).send().await.expect(200);
        let path = "/api/organizations/connections";
        let shown = format!("{path}/{}/1", twins.organization);
        let connection = async || twins.owner.get(server, &shown).send().await.expect(200).json();
        let before = connection().await;
        let synced = before["config"]["LastLicenseSync"].as_str().unwrap().to_owned();
        assert!(synced.ends_with('Z'), "{synced}");
        let at: DateTime<Utc> = synced.parse().unwrap();
        assert_eq!(at.timestamp(), server.app.now().timestamp());

        server.clock.advance(TimeDelta::hours(1));
        let id = before["id"].as_str().unwrap();
        let body = json!({
            "type": 1, "organizationId": twins.organization.uuid(), "enabled": true,
            "config": { "billingSyncKey": testkit::BILLING_TOKEN },
        });
        let reply = twins.owner.put(server, &format!("{path}/{id}")).json(&body).send().await;
        assert_eq!(reply.expect(200).json()["config"]["LastLicenseSync"], *synced);
        assert_eq!(connection().await["config"]["LastLicenseSync"], *synced);
    }

    async fn decision_22_one_bad_licence_keeps_no_other_from_its_turn(engine) {
        let twins = Twins::new(engine).await;
        let (cloud, server) = (&twins.cloud, &twins.self_hosted);
        let others = [
            cloud.organization(&twins.cloud_owner, "enterprise").await,
            cloud.organization(&twins.cloud_owner, "enterprise").await,
        ];
        let mut here = vec![twins.organization];
        for other in others {
            let license = cloud.license_for(&twins.cloud_owner, other, server).await;
            here.push(found(server, &twins.owner, &license).await);
        }
        here.sort_by_key(|organization| organization.uuid());
        // The first of them in the order they are looked at.
        let damage = "UPDATE licenses SET document = 'damaged' WHERE organization_id = $1";
        tamper(&server.app.db, damage, &[here[0].uuid()]).await;
        let mut tx = server.app.db.write().await.unwrap();
        for organization in &here {
            tx.set_seats(*organization, Some(9_999), server.app.now()).await.unwrap();
        }
        tx.commit().await.unwrap();

        server.run_job("licensing.check").await;
        assert_eq!(seats(server, here[0]).await, Some(9_999), "nothing is known of it");
        for organization in &here[1..] {
            assert_eq!(seats(server, *organization).await, Some(10));
        }
        server.finish().await;
    }

    async fn decision_22_both_proofs_of_a_licence_end_alike(engine) {
        let twins = Twins::new(engine).await;
        let (cloud, server) = (&twins.cloud, &twins.self_hosted);
        let other = cloud.organization(&twins.cloud_owner, "enterprise").await;
        let license = cloud.license_for(&twins.cloud_owner, other, server).await;
        let mut older: Value = serde_json::from_str(&license).unwrap();
        older["token"] = Value::Null;
        let older = found(server, &twins.owner, &older.to_string()).await;
        let end: DateTime<Utc> = "2031-03-02T12:00:00Z".parse().unwrap();
        for (moment, open) in [(end - TimeDelta::seconds(1), true), (end + TimeDelta::seconds(1), false)] {
            for organization in [twins.organization, older] {
                let permit = Permit::<domain::authz::ManageMembers>::of_the_server("a test", organization);
                let mut tx = server.app.db.read().await.unwrap();
                let writable = server.app.check_writable(&mut tx, &permit, moment).await;
                assert_eq!(writable.is_ok(), open, "{organization} at {moment}");
            }
        }
    }

    async fn decision_24_the_proof_lasts_as_long_as_the_licence_and_longer(engine) {
        let twins = Twins::new(engine).await;
        let document = twins.license().await;
        let license: Value = serde_json::from_str(&document).unwrap();
        let ends: DateTime<Utc> = license["expires"].as_str().unwrap().parse().unwrap();
        let trusted = twins.self_hosted.app.trusted_license_keys().await.unwrap();
        let found = read(&document, &trusted).unwrap();
        let ends_at = match found.proof {
            Proof::Token(token) => token.ends_at,
            Proof::Fields { .. } => None,
        };
        let proof = ends_at.unwrap();
        assert!(proof > ends, "{proof} is not after {ends}");
    }

    async fn decision_30_the_licence_is_in_the_database_and_its_file_a_copy(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        let folder = server.data().join("licenses");
        assert!(folder.is_dir(), "the copies are kept there");
        std::fs::remove_dir_all(&folder).unwrap();
        let mut tx = server.app.db.read().await.unwrap();
        let document = tx.license(twins.organization).await.unwrap().unwrap().document;
        drop(tx);
        assert!(document.contains("licenseKey"));
        server.run_job("licensing.check").await;
        let offer = format!("/api/organizations/{}", twins.organization);
        let shown = twins.owner.get(server, &offer).send().await.expect(200).json();
        assert_eq!(shown["seats"], 10);
        server.clock.advance(TimeDelta::minutes(1));
        let sync = format!("{LICENSES}/{}/sync", twins.organization);
        twins.owner.post(server, &sync).send().await.expect(200);
        assert!(server.app.ports.license_files.kept(twins.organization.into()).await.is_some());
        server.finish().await;
    }
}
