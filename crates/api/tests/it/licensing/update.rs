use chrono::TimeDelta;
use domain::organizations::Role;
use testkit::Twins;

testkit::db_test! {
    async fn an_owner_applies_another_licence(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let admin = server.person("admin@example.com").await;
        server.member(twins.organization, &admin, Role::Admin).await;
        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        let now = twins.cloud.app.now();
        let mut tx = twins.cloud.app.db.write().await.unwrap();
        tx.set_seats(twins.cloud_organization, Some(25), now).await.unwrap();
        tx.commit().await.unwrap();
        let license = twins.license().await;
        let form = [("license", license.as_str())];

        server.post(&path).multipart(&form).send().await.expect(401);
        admin.post(server, &path).multipart(&form).send().await.expect(404);
        let reply = twins.owner.post(server, &path).multipart(&[("license", "{}")]).send().await;
        assert_eq!(reply.expect(400).message(), "Invalid license");
        let reply = twins.owner.post(server, &path).multipart(&form).send().await.expect(200);
        assert!(reply.bytes.is_empty());
        let mut tx = server.app.db.read().await.unwrap();
        let record = tx.organization(twins.organization).await.unwrap().unwrap();
        assert_eq!(record.entitlements.seats, Some(25));
    }

    async fn a_licence_must_have_room_for_what_is_there(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        for part in ["first", "second"] {
            let person = server.person(&format!("{part}@example.com")).await;
            server.member(twins.organization, &person, Role::User).await;
        }
        let now = twins.cloud.app.now();
        let mut tx = twins.cloud.app.db.write().await.unwrap();
        tx.set_seats(twins.cloud_organization, Some(2), now).await.unwrap();
        tx.commit().await.unwrap();
        let license = twins.license().await;
        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        let form = [("license", license.as_str())];
        let reply = twins.owner.post(server, &path).multipart(&form).send().await.expect(400);
        assert_eq!(reply.json()["code"], "license_too_small");
        assert!(reply.message().contains("3 seats filled"), "{}", reply.message());
        let mut tx = server.app.db.read().await.unwrap();
        let record = tx.organization(twins.organization).await.unwrap().unwrap();
        assert_eq!(record.entitlements.seats, Some(10));
    }

    async fn a_clock_that_is_behind_is_named(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        let license = twins.license().await;
        let form = [("license", license.as_str())];
        server.clock.advance(TimeDelta::minutes(-5));
        twins.owner.post(server, &path).multipart(&form).send().await.expect(200);
        server.clock.advance(TimeDelta::minutes(-5));
        let reply = twins.owner.post(server, &path).multipart(&form).send().await.expect(400);
        assert_eq!(
            reply.message(),
            "Invalid license. The clock of this server is 10 minutes behind the cloud's; set it right."
        );
    }

    async fn a_licence_that_ran_out_is_refused(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        let license = twins.license().await;
        let form = [("license", license.as_str())];
        server.clock.advance(TimeDelta::days(426));
        let owner = server.person("later@example.com").await;
        server.member(twins.organization, &owner, Role::Owner).await;
        let reply = owner.post(server, &path).multipart(&form).send().await.expect(400);
        assert!(reply.message().contains("It expired at"), "{}", reply.message());
    }
}
