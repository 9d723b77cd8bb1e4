use domain::{billing::Status, organizations::Role};
use serde_json::Value;
use testkit::TestServer;

testkit::db_test! {
    async fn an_owner_downloads_the_licence_for_a_server(engine) {
        let (cloud, server) = TestServer::pair(engine).await;
        let owner = cloud.person("owner@example.com").await;
        let admin = cloud.person("admin@example.com").await;
        let stranger = cloud.person("stranger@example.com").await;
        let organization = cloud.organization(&owner, "enterprise").await;
        cloud.member(organization, &admin, Role::Admin).await;
        let installation = server.app.settings.installation.unwrap();
        let path = format!("/api/organizations/{organization}/license?installationId={installation}");
        let nowhere = format!("/api/organizations/{organization}/license");

        cloud.get(&path).send().await.expect(401);
        stranger.get(&cloud, &path).send().await.expect(404);
        admin.get(&cloud, &path).send().await.expect(404);
        let reply = owner.get(&cloud, &nowhere).send().await.expect(400);
        assert_eq!(reply.message(), "Invalid installation id");
        cloud.app.switch_installation(installation, false).await.unwrap();
        owner.get(&cloud, &path).send().await.expect(400);
        cloud.app.switch_installation(installation, true).await.unwrap();

        let license = owner.get(&cloud, &path).send().await.expect(200).json();
        assert_eq!(license["id"], organization.to_string());
        assert_eq!(license["installationId"], installation.to_string());
        assert_eq!((&license["version"], &license["seats"]), (&Value::from(15), &Value::from(10)));
        assert_eq!(license["expires"], "2031-03-02T12:00:00Z");
        assert_eq!(license["expirationWithoutGracePeriod"], "2031-01-01T12:00:00Z");
        for proof in ["hash", "signature", "token"] {
            assert!(license[proof].as_str().is_some_and(|it| !it.is_empty()), "{proof}");
        }
        let servers = format!("/api/organizations/{organization}/installations");
        let servers = owner.get(&cloud, &servers).send().await.expect(200).json();
        assert_eq!(servers["data"][0]["installationId"], installation.to_string());
        assert_eq!(servers["data"][0]["approved"], true);
        cloud.finish().await;
    }

    async fn only_what_is_paid_for_and_includes_it_has_a_licence(engine) {
        let (cloud, server) = TestServer::pair(engine).await;
        let owner = cloud.person("owner@example.com").await;
        let installation = server.app.settings.installation.unwrap();
        let cases = [("enterprise", 200), ("families", 200), ("teams", 400), ("free", 400)];
        for (plan, status) in cases {
            let organization = cloud.organization(&owner, plan).await;
            let path =
                format!("/api/organizations/{organization}/license?installationId={installation}");
            owner.get(&cloud, &path).send().await.expect(status);
        }

        let organization = cloud.organization(&owner, "enterprise").await;
        let path = format!("/api/organizations/{organization}/license?installationId={installation}");
        let states = [(Status::PastDue, 200), (Status::Trialing, 200), (Status::Canceled, 400)];
        for (state, status) in states {
            let mut tx = cloud.app.db.write().await.unwrap();
            let mut subscription = tx.subscription(organization).await.unwrap().unwrap();
            subscription.status = state;
            tx.save_subscriptions(&[subscription], cloud.app.now()).await.unwrap();
            tx.commit().await.unwrap();
            owner.get(&cloud, &path).send().await.expect(status);
        }
    }
}
