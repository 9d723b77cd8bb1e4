use domain::events::EventKind;
use testkit::{Twins, tamper};

testkit::db_test! {
    async fn two_organizations_under_one_licence_are_stopped_and_the_right_one_starts_again(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let other = server.person("other@example.com").await;
        let copy = server.organization(&other, "enterprise").await;
        let alone = server.organization(&other, "teams").await;
        // What a database that was copied by hand and merged holds.
        let take = "UPDATE organizations SET license_key =
                        (SELECT license_key FROM organizations WHERE id = $1) WHERE id = $2";
        tamper(&server.app.db, take, &[twins.organization.uuid(), copy.uuid()]).await;

        let enabled = async |id| {
            let mut tx = server.app.db.read().await.unwrap();
            tx.organization(id).await.unwrap().unwrap().enabled
        };
        server.run_job("licensing.check").await;
        server.run_job("licensing.check").await;
        assert!(!enabled(twins.organization).await && !enabled(copy).await);
        assert!(enabled(alone).await, "one with a key of its own goes on");
        for owner in ["owner@example.com", "other@example.com"] {
            let mails = server.mails_to(owner).await;
            let told = mails.iter().filter(|mail| mail.template == "license_copied").count();
            assert_eq!(told, 1, "{owner} is told once");
        }

        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        let license = twins.license().await;
        twins.owner.post(server, &path).multipart(&[("license", &license)]).send().await.expect(200);
        assert!(enabled(twins.organization).await && !enabled(copy).await);
        let events = format!("/api/organizations/{}/events", twins.organization);
        let events = twins.owner.get(server, &events).send().await.expect(200).text();
        assert!(events.contains(&EventKind::LicenseCopied.number().to_string()), "{events}");
        server.run_job("licensing.check").await;
        assert!(enabled(twins.organization).await, "it stays so");
        server.finish().await;
    }
}
