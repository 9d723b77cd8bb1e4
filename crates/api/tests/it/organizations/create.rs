use serde_json::{Value, json};
use testkit::{TestServer, db_test};

fn wanted(plan: i64) -> Value {
    json!({
        "name": " Acme ", "billingEmail": "Billing@Example.com", "planType": plan, "key": "4.AAAA",
        "keys": {"publicKey": "AAAA", "encryptedPrivateKey": "2.AAAA|AAAA|AAAA"},
        "collectionName": "2.AAAA|AAAA|AAAA", "additionalSeats": 5, "paymentToken": "tok",
    })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

db_test! {
    async fn a_person_makes_an_organization_and_owns_it(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let made = owner.post(&server, "/api/organizations").json(&wanted(20)).send().await;
        let made = made.expect(200).json();
        assert_eq!(
            (&made["object"], &made["name"], &made["billingEmail"], &made["seats"]),
            (&json!("organization"), &json!("Acme"), &json!("billing@example.com"), &json!(5))
        );
        assert_eq!(made["usePolicies"], true);
        assert_eq!(made["useAdminSponsoredFamilies"], false);
        assert_eq!(made["plan"]["productTier"], 3);

        let listed = owner.get(&server, "/api/organizations").send().await.expect(200).json();
        let listed = &listed["data"][0];
        assert_eq!(listed["id"], made["id"]);
        assert_eq!(
            (&listed["type"], &listed["status"], &listed["key"], &listed["enabled"]),
            (&json!(0), &json!(2), &json!("4.AAAA"), &json!(true))
        );
        assert_eq!(listed["familySponsorshipAvailable"], true);
        assert_eq!(listed["permissions"]["manageUsers"], false);

        let path = format!("/api/organizations/{}/users?includeCollections=true", made["id"].as_str().unwrap());
        let members = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(members["data"][0]["collections"][0]["manage"], true);
        let path = format!("/api/organizations/{}/subscription", made["id"].as_str().unwrap());
        let subscription = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(subscription["subscription"]["status"], "trialing");
        assert_eq!(subscription["expiration"], "2030-01-08T12:00:00Z");
        server.finish().await;
    }

    async fn what_does_not_do_is_refused(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let cases = [
            ("no name", with(wanted(0), "name", json!("  ")), 400, ""),
            ("a long name", with(wanted(0), "name", json!("n".repeat(51))), 400, ""),
            ("a bar in the name", with(wanted(0), "name", json!("A|Enabled:true")), 400, ""),
            ("a bar in the business name", with(wanted(0), "businessName", json!("A|B:c")), 400, ""),
            ("a line break in it", with(wanted(0), "businessName", json!("A\nB")), 400, ""),
            ("a long one", with(wanted(0), "businessName", json!("n".repeat(51))), 400, ""),
            ("a bar in the address", with(wanted(0), "billingEmail", json!("a|b@example.com")), 400, ""),
            ("no address", with(wanted(0), "billingEmail", json!("nobody")), 400, ""),
            ("no key", with(wanted(0), "key", json!("2.AAAA")), 400, ""),
            ("an old plan", wanted(11), 400, "plan_not_offered"),
            ("no such plan", wanted(99), 400, "plan_not_offered"),
            ("too much storage", with(wanted(20), "additionalStorageGb", json!(100)), 400, ""),
            ("unpaid", with(wanted(22), "paymentToken", Value::Null), 400, "payment_required"),
            ("free, unpaid", with(wanted(0), "paymentToken", Value::Null), 200, ""),
            ("a second free one", wanted(0), 400, "second_free_organization"),
            ("a family", wanted(22), 200, ""),
        ];
        for (case, body, status, code) in cases {
            let reply = owner.post(&server, "/api/organizations").json(&body).send().await;
            assert_eq!(reply.status.as_u16(), status, "{case}: {}", reply.text());
            if !code.is_empty() {
                assert_eq!(reply.json()["code"], code, "{case}");
            }
        }
        let path = "/api/organizations/create-without-payment";
        let unpaid = with(wanted(17), "paymentToken", Value::Null);
        owner.post(&server, path).json(&unpaid).send().await.expect(200);
        server.till.decline(true);
        owner.post(&server, "/api/organizations").json(&wanted(20)).send().await.expect(400);
        server.post("/api/organizations").json(&wanted(0)).send().await.expect(401);
    }

    async fn a_self_hosted_server_gets_organizations_by_licence_alone(engine) {
        let server = TestServer::self_hosted(engine).await;
        let owner = server.person("owner@example.com").await;
        for path in ["/api/organizations", "/api/organizations/create-without-payment"] {
            let reply = owner.post(&server, path).json(&wanted(0)).send().await.expect(400);
            assert_eq!(reply.json()["code"], "cloud_only");
        }
    }
}
