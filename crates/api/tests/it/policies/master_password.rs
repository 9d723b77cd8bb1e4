use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer, db_test};

use crate::two_step::{log_in, set_up_authenticator};

db_test! {
    async fn members_learn_the_strictest_demand_of_their_organizations(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let invited = server.person("invited@example.com").await;
        for (demand, role) in [
            (json!({"minLength": 14, "requireUpper": true, "enforceOnLogin": true}), Role::User),
            (json!({"minLength": 12, "minComplexity": 3, "requireUpper": false}), Role::Admin),
        ] {
            let id = server.organization(&owner, "enterprise").await;
            server.member(id, &member, role).await;
            server.invited_member(id, &invited.email, Role::User).await;
            let body = json!({"policy": {"enabled": true, "data": demand}});
            let path = format!("/api/organizations/{id}/policies/1");
            owner.put(&server, &path).json(&body).send().await.expect(200);
        }
        let answer = log_in(&server, &member.email, "laptop", &[]).await.expect(200).json();
        let demanded = json!({
            "Object": "masterPasswordPolicy", "MinComplexity": 3, "MinLength": 14,
            "RequireUpper": true, "EnforceOnLogin": true,
        });
        assert_eq!(answer["MasterPasswordPolicy"], demanded);
        let secret = json!({"masterPasswordHash": PASSWORD_HASH});
        let verify = member.post(&server, "/api/accounts/verify-password").json(&secret);
        let verified = verify.send().await.expect(200).json();
        assert_eq!((&verified["minLength"], &verified["minComplexity"]), (&json!(14), &json!(3)));
        assert_eq!((&verified["requireUpper"], &verified["requireLower"]), (&json!(true), &Value::Null));
        for person in [&stranger, &invited] {
            let answer = log_in(&server, &person.email, "laptop", &[]).await.expect(200).json();
            assert_eq!(answer["MasterPasswordPolicy"], json!({"Object": "masterPasswordPolicy"}));
        }
        set_up_authenticator(&server, &member).await;
        let asked = log_in(&server, &member.email, "laptop", &[]).await.expect(400).json();
        assert_eq!(asked["MasterPasswordPolicy"], demanded);
    }

    async fn a_policy_that_is_off_or_not_in_the_plan_demands_nothing(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let path = format!("/api/organizations/{id}/policies/1");
        let body = json!({"policy": {"enabled": true, "data": {"minLength": 14}}});
        owner.put(&server, &path).json(&body).send().await.expect(200);
        let demanded = async || {
            let answer = log_in(&server, &owner.email, "laptop", &[]).await.expect(200).json();
            answer["MasterPasswordPolicy"]["MinLength"].clone()
        };
        assert_eq!(demanded().await, 14, "owners too");
        let body = json!({"policy": {"enabled": false, "data": {"minLength": 14}}});
        owner.put(&server, &path).json(&body).send().await.expect(200);
        assert_eq!(demanded().await, Value::Null);
    }
}
