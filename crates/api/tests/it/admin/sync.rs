use testkit::{TestServer, Twins};

testkit::db_test! {
    async fn a_sync_is_asked_for_by_a_page_of_the_portal_and_says_why_it_fails(engine) {
        let server = TestServer::self_hosted(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let path = format!("/admin/organizations/{organization}/sync");
        server.post(&path).send().await.expect(401);
        owner.post(&server, &path).send().await.expect(401);
        operator.forged(&server, &path).send().await.expect(403);
        let nothing = "/admin/organizations/00000000-0000-0000-0000-000000000001/sync";
        operator.post(&server, nothing).send().await.expect(404);

        // Nobody has connected it yet: the run is kept with its reason.
        operator.post(&server, &path).send().await.expect(400);
        let view = format!("/admin/organizations/view/{organization}");
        let view = operator.get(&server, &view).send().await.expect(200).json();
        let run = &view["syncRuns"][0];
        assert_eq!((&run["trigger"], &run["outcome"]), (&"manual".into(), &"failed".into()));
        assert!(run["errorCode"].is_string());
        let overview = operator.get(&server, "/admin/overview").send().await.expect(200).json();
        assert_eq!(overview["actions"][0]["action"], "organization.sync");
    }

    async fn the_button_syncs_and_fetches_the_licence(engine) {
        let twins = Twins::connected(engine).await;
        let server = &twins.self_hosted;
        let operator = server.operator().await;
        let path = format!("/admin/organizations/{}/sync", twins.organization);
        let run = operator.post(server, &path).send().await.expect(200).json();
        assert_eq!((&run["outcome"], &run["trigger"]), (&"succeeded".into(), &"manual".into()), "{run}");
        assert_eq!(run["licenseOutcome"], "unchanged");
        let view = format!("/admin/organizations/view/{}", twins.organization);
        let view = operator.get(server, &view).send().await.expect(200).json();
        assert_eq!(view["syncRuns"][0], run);
        assert!(view["connections"][0]["lastSync"].is_string());
        assert!(view["connections"][0]["lastLicenseSync"].is_string());
    }
}
