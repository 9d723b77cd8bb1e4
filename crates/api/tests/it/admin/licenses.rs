use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{OperatorAtWork, TestServer, Twins};

async fn held(server: &TestServer, operator: &OperatorAtWork) -> Value {
    operator.get(server, "/admin/licenses").send().await.expect(200).json()
}

testkit::db_test! {
    async fn held_licences_are_shown_with_every_rule_they_fail(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let operator = server.operator().await;
        server.get("/admin/licenses").send().await.expect(401);
        twins.owner.get(server, "/admin/licenses").send().await.expect(401);
        let list = held(server, &operator).await;
        let license = &list["data"][0];
        assert_eq!(license["organizationId"], twins.organization.to_string());
        assert_eq!(license["cloudOrganizationId"], twins.cloud_organization.to_string());
        assert_eq!((&license["valid"], &license["problems"]), (&json!(true), &json!([])));
        let view = format!("/admin/organizations/view/{}", twins.organization);
        let view = operator.get(server, &view).send().await.expect(200).json();
        assert_eq!(&view["license"], license, "the same on the organization's page");

        server.clock.advance(TimeDelta::days(3_000));
        let operator = server.operator().await;
        let old = held(server, &operator).await["data"][0].clone();
        assert_eq!(old["valid"], false);
        assert_eq!(old["problems"][0]["code"], "expired");
        assert!(old["problems"][0]["message"].is_string());
    }

    async fn a_licence_is_applied_by_the_operator_or_refused_with_reasons(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let operator = server.operator().await;
        let document = twins.license().await;
        let path = format!("/admin/organizations/{}/license", twins.organization);
        let parts = [("license", document.as_str())];
        server.post(&path).multipart(&parts).send().await.expect(401);
        twins.owner.post(server, &path).multipart(&parts).send().await.expect(401);
        operator.forged(server, &path).multipart(&parts).send().await.expect(403);
        operator.post(server, &path).multipart(&parts).send().await.expect(200);
        let audit = operator.get(server, "/admin/audit").send().await.expect(200).json();
        assert_eq!(audit["data"][0]["action"], "organization.license");
        let reply = operator.post(server, &path).multipart(&[("license", "{}")]).send().await.expect(400);
        assert!(reply.json()["code"].is_string());
        let nothing = "/admin/organizations/00000000-0000-0000-0000-000000000001/license";
        operator.post(server, nothing).multipart(&parts).send().await.expect(404);

        let cloud = twins.cloud.operator().await;
        let path = format!("/admin/organizations/{}/license", twins.cloud_organization);
        let reply = cloud.post(&twins.cloud, &path).multipart(&parts).send().await.expect(400);
        assert_eq!(reply.json()["code"], "self_hosted_only");
    }

    async fn the_cloud_lists_what_went_out(engine) {
        let twins = Twins::new(engine).await;
        let cloud = &twins.cloud;
        let operator = cloud.operator().await;
        cloud.get("/admin/licenses/issued").send().await.expect(401);
        let list = operator.get(cloud, "/admin/licenses/issued").send().await.expect(200).json();
        let line = &list["data"][0];
        assert_eq!(line["organizationId"], twins.cloud_organization.to_string());
        assert_eq!(line["installationId"], twins.self_hosted.link().installation.to_string());
        assert_eq!(line["approved"], true);
        assert_eq!(held(cloud, &operator).await["data"], json!([]), "a cloud holds none");
        let one = operator.get(cloud, "/admin/licenses/issued?pageSize=1").send().await.expect(200).json();
        let token = one["continuationToken"].as_str().unwrap();
        let next = format!("/admin/licenses/issued?pageSize=1&continuationToken={token}");
        let next = operator.get(cloud, &next).send().await.expect(200).json();
        assert_eq!((&next["data"], &next["continuationToken"]), (&json!([]), &Value::Null));
        operator.get(cloud, "/admin/licenses?continuationToken=x").send().await.expect(400);
    }
}
