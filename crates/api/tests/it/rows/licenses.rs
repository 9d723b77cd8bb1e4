//! Licences (sections 2.8 and 2.9).

use app::admin::By;
use serde_json::{Value, json};
use testkit::{BILLING_TOKEN, TestServer, Twins};

const SELF_HOSTED: &str = "/api/organizations/licenses/self-hosted";

/// A token of the self-hosted server for licences.
async fn licensing(twins: &Twins) -> String {
    let link = twins.self_hosted.link();
    let token = twins.cloud.app.installation_token(link.installation, &link.key, "api.licensing");
    token.await.unwrap().access_token
}

testkit::db_test! {
    async fn row_2_8_1_an_owner_downloads_the_licence_of_an_organization(engine) {
        let twins = Twins::new(engine).await;
        let license: Value = serde_json::from_str(&twins.license().await).unwrap();
        assert_eq!(license["id"], twins.cloud_organization.to_string());
        let path = format!("/api/organizations/{}/license?installationId=x", twins.cloud_organization);
        let reply = twins.cloud_owner.get(&twins.cloud, &path).send().await.expect(400);
        assert_eq!(reply.message(), "Invalid installation id");
    }

    async fn rows_2_8_2_and_3_a_personal_licence(engine) {
        let twins = Twins::new(engine).await;
        let cloud = &twins.cloud;
        let by = By::command();
        cloud.app.grant_premium(&twins.cloud_owner.email, true, None, &by).await.unwrap();
        let path = "/api/account/billing/vnext/license";
        let license = twins.cloud_owner.get(cloud, path).send().await.expect(200).json();
        assert_eq!(license["id"], twins.cloud_owner.id.to_string(), "row 2");

        let token = licensing(&twins).await;
        let fetch = |user: String, key: &str| {
            cloud.get(&format!("/api/licenses/user/{user}?key={key}")).bearer(&token)
        };
        let (user, key) = (twins.cloud_owner.id.to_string(), license["licenseKey"].as_str().unwrap());
        let fetched = fetch(user.clone(), key).send().await.expect(200).json();
        assert_eq!(fetched["licenseKey"], license["licenseKey"], "row 3");
        let wrong = fetch(user, "wrong").send().await.expect(400);
        assert_eq!(wrong.message(), "Invalid license key.");
        let nobody = fetch(cloud.app.unguessable_id().to_string(), key).send().await;
        assert!(nobody.status == 204 || nobody.text() == "null", "{}", nobody.line);
    }

    async fn row_2_8_4_a_server_fetches_the_licence_of_an_organization(engine) {
        let twins = Twins::connected(engine).await;
        let token = licensing(&twins).await;
        let license: Value = serde_json::from_str(&twins.license().await).unwrap();
        let path = format!("/api/licenses/organization/{}", twins.cloud_organization);
        let cases = [
            (license["licenseKey"].clone(), BILLING_TOKEN, 200, ""),
            (json!("wrong"), BILLING_TOKEN, 400, "Invalid license key."),
            (license["licenseKey"].clone(), "wrong", 400, "Invalid Billing Sync Key"),
        ];
        for (license_key, billing_key, status, message) in cases {
            let body = json!({ "licenseKey": license_key, "billingSyncKey": billing_key });
            for method in ["GET", "POST"] {
                let request = twins.cloud.request(method, &path).bearer(&token).json(&body);
                let reply = request.send().await.expect(status);
                let said = if status == 200 { String::new() } else { reply.message() };
                assert_eq!(said, message, "{method}");
            }
        }
        let unknown = format!("/api/licenses/organization/{}", twins.cloud.app.unguessable_id());
        let body = json!({ "licenseKey": "x", "billingSyncKey": "x" });
        twins.cloud.post(&unknown).bearer(&token).json(&body).send().await.expect(404);
    }

    async fn rows_2_9_1_to_3_an_organization_by_licence(engine) {
        let twins = Twins::connected(engine).await;
        let (cloud, server) = (&twins.cloud, &twins.self_hosted);
        let other = cloud.organization(&twins.cloud_owner, "enterprise").await;
        let license = cloud.license_for(&twins.cloud_owner, other, server).await;
        let form = [("license", license.as_str()), ("key", "4.AAAA")];
        let made = twins.owner.post(server, SELF_HOSTED).multipart(&form).send().await;
        let made = made.expect(200).json();
        assert_eq!(made["object"], "organization", "row 1");
        let none = twins.owner.post(server, SELF_HOSTED).multipart(&[("key", "4.AAAA")]).send().await;
        assert_eq!(none.expect(400).message(), "Invalid license", "row 1");

        let update = format!("{SELF_HOSTED}/{}", made["id"].as_str().unwrap());
        let newer = cloud.license_for(&twins.cloud_owner, other, server).await;
        let form = [("license", newer.as_str())];
        let stranger = server.person("stranger@example.com").await;
        stranger.post(server, &update).multipart(&form).send().await.expect(404);
        let reply = twins.owner.post(server, &update).multipart(&form).send().await.expect(200);
        assert_eq!(reply.text(), "", "row 2");

        let sync = format!("{SELF_HOSTED}/{}/sync", twins.organization);
        for path in [sync.clone(), format!("{sync}/")] {
            assert_eq!(twins.owner.post(server, &path).send().await.expect(200).text(), "", "row 3");
        }
        let unconnected = format!("{update}/sync");
        twins.owner.post(server, &unconnected).send().await.expect(404);
    }

    async fn rows_2_9_4_5_and_7_premium_by_licence(engine) {
        let (cloud, home) = TestServer::pair(engine).await;
        let on_cloud = cloud.person("owner@example.com").await;
        let at_home = home.person("owner@example.com").await;
        cloud.app.grant_premium("owner@example.com", true, None, &By::command()).await.unwrap();
        let path = "/api/account/billing/vnext/license";
        let license = on_cloud.get(&cloud, path).send().await.expect(200).text();
        let form = [("license", license.as_str())];
        let add = "/api/account/billing/vnext/self-host/license";
        let bad = at_home.post(&home, add).multipart(&[("license", "x")]).send().await.expect(400);
        assert_eq!(bad.message(), "Invalid license.", "row 4");
        at_home.post(&home, add).multipart(&form).send().await.expect(200);
        let again = at_home.post(&home, add).multipart(&form).send().await.expect(400);
        assert_eq!(again.message(), "Already a premium user.", "row 4");
        at_home.post(&home, "/api/accounts/license").multipart(&form).send().await.expect(200);
        let shown = at_home.get(&home, "/api/accounts/subscription").send().await.expect(200).json();
        assert!(shown["license"].is_object(), "row 7: {shown}");
        assert!(shown.as_object().unwrap().contains_key("expiration"), "row 7");
    }

    async fn rows_2_9_6_and_8_what_an_organization_has(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let path = format!("/api/organizations/{}/subscription", twins.organization);
        let shown = twins.owner.get(server, &path).send().await.expect(200).json();
        assert_eq!(shown["object"], "organizationSubscription", "row 6");
        for field in ["expiration", "expirationWithoutGracePeriod"] {
            assert!(shown[field].is_string(), "row 6: {field}");
        }
        let path =
            format!("/api/organizations/{}/billing/vnext/self-host/metadata", twins.organization);
        let shown = twins.owner.get(server, &path).send().await.expect(200).json();
        assert_eq!(shown["organizationOccupiedSeats"], 1, "row 8");
        assert_eq!(shown["isOnSecretsManagerStandalone"], false, "row 8");
        let stranger = server.person("stranger@example.com").await;
        stranger.get(server, &path).send().await.expect(404);
    }
}
