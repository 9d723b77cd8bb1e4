use domain::organizations::Role;
use testkit::TestServer;

testkit::db_test! {
    async fn owners_see_approve_and_remove_the_servers_of_their_organization(engine) {
        let (cloud, server) = TestServer::pair(engine).await;
        let owner = cloud.person("owner@example.com").await;
        let admin = cloud.person("admin@example.com").await;
        let organization = cloud.organization(&owner, "enterprise").await;
        cloud.member(organization, &admin, Role::Admin).await;
        let installation = server.app.settings.installation.unwrap();
        let list = format!("/api/organizations/{organization}/installations");
        let one = format!("{list}/{installation}");
        let approve = format!("{one}/approve");

        cloud.get(&list).send().await.expect(401);
        admin.get(&cloud, &list).send().await.expect(404);
        owner.post(&cloud, &approve).send().await.expect(404);
        let mut tx = cloud.app.db.write().await.unwrap();
        let now = cloud.app.now();
        cloud.app.admit_installation(&mut tx, organization, installation, now).await.unwrap();
        tx.commit().await.unwrap();
        let approved = async || {
            let reply = owner.get(&cloud, &list).send().await.expect(200).json();
            reply["data"].as_array().unwrap().iter().map(|it| it["approved"] == true).collect()
        };
        let seen: Vec<bool> = approved().await;
        assert_eq!(seen, [false]);

        admin.post(&cloud, &approve).send().await.expect(404);
        owner.post(&cloud, &approve).send().await.expect(200);
        let seen: Vec<bool> = approved().await;
        assert_eq!(seen, [true]);
        owner.delete(&cloud, &one).send().await.expect(200);
        owner.delete(&cloud, &one).send().await.expect(404);
        let seen: Vec<bool> = approved().await;
        assert!(seen.is_empty());
    }

    async fn where_approval_is_enforced_a_server_without_it_is_seen_and_refused(engine) {
        let cloud = TestServer::cloud_with(engine, |settings| settings.bind_installations = true).await;
        let owner = cloud.person("owner@example.com").await;
        let organization = cloud.organization(&owner, "enterprise").await;
        let installation =
            cloud.app.create_installation("operator@example.com", None).await.unwrap().id;
        let now = cloud.app.now();
        for approve in [false, true] {
            let mut tx = cloud.app.db.write().await.unwrap();
            let admitted =
                cloud.app.admit_installation(&mut tx, organization, installation, now).await;
            assert_eq!(admitted.is_ok(), approve);
            tx.link_installation(organization, installation, now).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
}
