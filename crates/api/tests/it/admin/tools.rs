use serde_json::json;
use testkit::TestServer;

testkit::db_test! {
    async fn an_operator_makes_a_licence_for_an_installation(engine) {
        let server = TestServer::cloud(engine).await;
        let operator = server.operator().await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await.to_string();
        let teams = server.organization(&owner, "teams").await.to_string();
        let body = json!({ "email": "owner@example.com" });
        let made = operator.post(&server, "/admin/installations").json(&body).send().await.expect(200);
        let installation = made.json()["id"].as_str().unwrap().to_owned();
        let nobody = "00000000-0000-0000-0000-000000000001";

        let path = "/admin/tools/generatelicense";
        server.get(path).send().await.expect(401);
        assert!(operator.get(&server, path).send().await.expect(200).json()["keyId"].is_string());
        let cases = [
            ("an organization with a server of its own", organization.as_str(), installation.as_str(), 200),
            ("a plan without one", &teams, &installation, 400),
            ("no such organization", nobody, &installation, 404),
            ("no such installation", &organization, nobody, 400),
        ];
        for (case, organization, installation, status) in cases {
            let body = json!({ "organizationId": organization, "installationId": installation });
            server.post(path).json(&body).send().await.expect(401);
            operator.forged(&server, path).json(&body).send().await.expect(403);
            let reply = operator.post(&server, path).json(&body).send().await;
            assert_eq!(reply.status, status, "{case}: {}", reply.text());
            if status == 200 {
                assert!(reply.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
                assert!(reply.text().contains(installation), "{case}");
            }
        }
        let overview = operator.get(&server, "/admin/overview").send().await.expect(200).json();
        let deed = &overview["actions"][0];
        assert_eq!(deed["action"], "license.generate");
        assert_eq!(deed["subject"], "Organization of owner");
        assert_eq!(deed["newValue"], format!("owner@example.com ({installation})"));
    }

    async fn a_server_that_signs_nothing_makes_no_licence(engine) {
        let server = TestServer::self_hosted(engine).await;
        let operator = server.operator().await;
        operator.get(&server, "/admin/tools/generatelicense").send().await.expect(400);
    }
}
