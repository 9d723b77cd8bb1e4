use app::licensing::apply_license::ApplyLicenseError;
use chrono::TimeDelta;
use domain::{events::EventKind, licensing::Flaw};
use testkit::Twins;

/// The letters about the end of the licence, each with its first recipient's number of days.
async fn letters(twins: &Twins, template: &str) -> usize {
    let mails = twins.self_hosted.mails_to("owner@example.com").await;
    mails.iter().filter(|mail| mail.template == template).count()
}

async fn check(twins: &Twins) {
    twins.self_hosted.run_job("licensing.check").await;
    twins.self_hosted.finish().await;
}

testkit::db_test! {
    async fn people_are_told_four_times_before_the_end_and_once_after(engine) {
        let twins = Twins::new(engine).await;
        let end: chrono::DateTime<chrono::Utc> = "2031-03-02T12:00:00Z".parse().unwrap();
        let moments = [
            (31, 0, 0), (30, 1, 0), (20, 1, 0), (14, 2, 0), (7, 3, 0), (1, 4, 0), (0, 4, 1), (-9, 4, 1),
        ];
        for (days, expiring, expired) in moments {
            twins.self_hosted.clock.set(end - TimeDelta::days(days));
            check(&twins).await;
            check(&twins).await;
            let found =
                (letters(&twins, "license_expiring").await, letters(&twins, "license_expired").await);
            assert_eq!(found, (expiring, expired), "{days} days before the end");
        }
        let mut tx = twins.self_hosted.app.db.read().await.unwrap();
        let record = tx.organization(twins.organization).await.unwrap().unwrap();
        assert!(record.enabled);
        let record = tx.license(twins.organization).await.unwrap().unwrap();
        assert_eq!(record.noticed_days, Some(0));
        assert_eq!(EventKind::LicenseExpired.number(), 9022);
    }

    async fn what_was_changed_behind_the_licence_is_set_right(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let mut tx = server.app.db.write().await.unwrap();
        tx.set_seats(twins.organization, Some(9_999), server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        check(&twins).await;
        let mut tx = server.app.db.read().await.unwrap();
        let record = tx.organization(twins.organization).await.unwrap().unwrap();
        assert_eq!(record.entitlements.seats, Some(10));
    }

    async fn a_licence_nobody_trusts_any_more_disables_nothing(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        for key in server.app.trusted_license_keys().await.unwrap() {
            assert!(server.app.distrust_license_key(&key.id).await.unwrap());
        }
        check(&twins).await;
        let mut tx = server.app.db.read().await.unwrap();
        assert!(tx.organization(twins.organization).await.unwrap().unwrap().enabled);
        drop(tx);
        let permit = domain::authz::Permit::of_the_server("a test", twins.organization);
        let refused = server.app.update_license(permit, &twins.license().await).await;
        let refused = refused.unwrap_err();
        assert!(matches!(&refused, ApplyLicenseError::Flawed(flaws) if matches!(flaws.as_slice(), [Flaw::NotGenuine(Some(_))])));
    }

    async fn an_organization_whose_licence_ran_out_is_read_and_renewed_and_not_written_to(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let end: chrono::DateTime<chrono::Utc> = "2031-03-02T12:00:01Z".parse().unwrap();
        server.clock.set(end);
        let owner = server.person("later@example.com").await;
        server.member(twins.organization, &owner, domain::organizations::Role::Owner).await;
        let mut tx = server.app.db.read().await.unwrap();
        let allow = |organization| {
            domain::authz::Permit::<domain::authz::ManageMembers>::of_the_server("a test", organization)
        };
        let refused = server.app.check_writable(&mut tx, &allow(twins.organization), end).await;
        assert_eq!(app::fault::Fault::code(&refused.unwrap_err()), Some("license_expired"));
        let before = end - TimeDelta::days(1);
        server.app.check_writable(&mut tx, &allow(twins.organization), before).await.unwrap();
        drop(tx);

        let path = format!("/api/organizations/{}", twins.organization);
        let change = serde_json::json!({ "name": "Another", "billingEmail": "owner@example.com" });
        owner.get(server, &path).send().await.expect(200);
        let reply = owner.put(server, &path).json(&change).send().await.expect(400);
        assert_eq!(reply.json()["code"], "license_expired");
        server.person("stranger@example.com").await.put(server, &path).send().await.expect(404);
        let scim = serde_json::json!({ "type": 2, "organizationId": twins.organization.uuid(),
            "enabled": true, "config": {}, "masterPasswordHash": testkit::PASSWORD_HASH });
        let writes = [
            (format!("{path}/api-key"), &scim),
            ("/api/organizations/connections".to_owned(), &scim),
        ];
        for (write, body) in writes {
            let reply = owner.post(server, &write).json(body).send().await;
            assert_eq!(reply.expect(400).json()["code"], "license_expired", "{write}");
        }
        let base = format!("/api/organization/sponsorship/self-hosted/{}", twins.organization);
        let offer = format!("{base}/families-for-enterprise");
        let body = serde_json::json!({ "planSponsorshipType": 0, "sponsoredEmail": "amy@home.test" });
        let reply = owner.post(server, &offer).json(&body).send().await.expect(400);
        assert_eq!(reply.json()["code"], "license_expired");
        let reply = owner.delete(server, &base).send().await.expect(400);
        assert_eq!(reply.json()["code"], "license_expired");
        owner.get(server, &format!("{base}/sponsored?kind=all")).send().await.expect(200);
        let billing = serde_json::json!({ "type": 1, "masterPasswordHash": testkit::PASSWORD_HASH });
        let reply = owner.post(server, &format!("{path}/api-key")).json(&billing).send().await;
        assert!(!reply.text().contains("license_expired"), "what renews it stays open");

        let found = owner.get(server, &format!("{path}/subscription")).send().await.expect(200);
        assert_eq!(found.json()["cloudVault"], "https://cloud.example.com", "where it is renewed");

        // Renewing stays possible: the cloud's own clock is where the subscription goes on.
        twins.cloud.clock.set(end);
        let mut tx = twins.cloud.app.db.write().await.unwrap();
        let subscription = tx.subscription(twins.cloud_organization).await.unwrap().unwrap();
        let renewed = subscription.renewed(end).unwrap();
        tx.save_subscriptions(&[renewed], end).await.unwrap();
        tx.commit().await.unwrap();
        let installation = server.app.settings.installation.unwrap().to_string();
        let permit = domain::authz::Permit::of_the_server("a test", twins.cloud_organization);
        let license = twins.cloud.app.download_license(permit, &installation).await.unwrap();
        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        owner.post(server, &path).multipart(&[("license", &license)]).send().await.expect(200);
        let mut tx = server.app.db.read().await.unwrap();
        server.app.check_writable(&mut tx, &allow(twins.organization), end).await.unwrap();
    }
}
