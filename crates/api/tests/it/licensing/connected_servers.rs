use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{BILLING_TOKEN, TestServer, Twins};

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
        assert_eq!(seen, [false]);
        let reply = owner.get(&cloud, &list).send().await.expect(200).json();
        assert_eq!(reply["data"][0]["refused"], true);
        let events = format!("/api/organizations/{organization}/events");
        let events = owner.get(&cloud, &events).send().await.expect(200).text();
        assert!(events.contains("9041"), "{events}");
    }

    async fn a_removed_server_gets_nothing_until_an_owner_approves_it_again(engine) {
        let twins = Twins::connected(engine).await;
        let (cloud, link) = (&twins.cloud, twins.self_hosted.link());
        let token = async |scope| {
            let token = cloud.app.installation_token(link.installation, &link.key, scope).await;
            token.unwrap().access_token
        };
        let (licensing, syncing) = (token("api.licensing").await, token("api.installation").await);
        let license: Value = serde_json::from_str(&twins.license().await).unwrap();
        let fetch = format!("/api/licenses/organization/{}", twins.cloud_organization);
        let proof =
            json!({ "licenseKey": license["licenseKey"], "billingSyncKey": BILLING_TOKEN });
        let sync = json!({
            "billingSyncKey": BILLING_TOKEN,
            "sponsoringOrganizationCloudId": twins.cloud_organization.uuid(),
            "sponsorshipsBatch": [],
        });
        let served = async |status: u16| {
            let fetched = cloud.post(&fetch).bearer(&licensing).json(&proof).send().await;
            let synced =
                cloud.post("/api/organization/sponsorship/sync").bearer(&syncing).json(&sync);
            for reply in [fetched, synced.send().await] {
                let reply = reply.expect(status);
                if status == 400 {
                    assert_eq!(reply.json()["code"], "installation_removed", "{}", reply.line);
                }
            }
        };
        let one = format!(
            "/api/organizations/{}/installations/{}", twins.cloud_organization, link.installation
        );
        served(200).await;
        twins.cloud_owner.delete(cloud, &one).send().await.expect(200);
        served(400).await;
        served(400).await;
        let approve = format!("{one}/approve");
        twins.cloud_owner.post(cloud, &approve).send().await.expect(200);
        served(200).await;
    }

    async fn decision_26_where_approval_is_enforced_a_server_without_it_is_seen_and_refused(engine) {
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
