//! The operators' portal (section 2.11).

use serde_json::json;
use testkit::{TestServer, Twins};

testkit::db_test! {
    async fn rows_2_11_what_operators_reach(engine) {
        let twins = Twins::connected(engine).await;
        let (cloud, server) = (&twins.cloud, &twins.self_hosted);
        let operator = server.operator().await;
        let list = "/admin/organizations?name=&userEmail=&paid=&page=1&count=25";
        let list = operator.get(server, list).send().await.expect(200).json();
        assert_eq!(list["data"][0]["id"], twins.organization.to_string(), "row 1");
        let view = format!("/admin/organizations/view/{}", twins.organization);
        let view = operator.get(server, &view).send().await.expect(200).json();
        assert_eq!(view["connections"].as_array().unwrap().len(), 1, "row 2");

        let path = format!("/admin/organizations/triggerbillingsync/{}", twins.organization);
        operator.get(server, &path).send().await.expect(405);
        let path = format!("/admin/organizations/{}/sync", twins.organization);
        let run = operator.post(server, &path).send().await.expect(200).json();
        assert_eq!(run["outcome"], "succeeded", "row 3 by a page alone: {run}");
        let path = format!("/admin/organizations/delete/{}", twins.organization);
        operator.post(server, &path).send().await.expect(200);
        operator.post(server, &path).send().await.expect(404);

        let operator = cloud.operator().await;
        let path = "/admin/tools/generatelicense";
        operator.get(cloud, path).send().await.expect(200);
        let installation = server.app.settings.installation.unwrap();
        let body = json!({
            "organizationId": twins.cloud_organization.to_string(),
            "installationId": installation.to_string(),
        });
        let license = operator.post(cloud, path).json(&body).send().await.expect(200);
        assert!(license.text().contains(&installation.to_string()), "row 5");
    }

    async fn rows_2_11_are_for_operators_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("person@example.com").await;
        for path in ["/admin/organizations", "/admin/tools/generatelicense"] {
            server.get(path).send().await.expect(401);
            person.get(&server, path).send().await.expect(401);
        }
    }
}
