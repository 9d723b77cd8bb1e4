use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{TestServer, db_test};

db_test! {
    async fn administrators_switch_policies_in_either_shape(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let admin = server.person("admin@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        server.member(id, &admin, Role::Admin).await;
        server.member(id, &member, Role::User).await;
        let path = format!("/api/organizations/{id}/policies");
        let body = json!({"policy": {"enabled": true, "data": {"minLength": 14}}, "metadata": null});
        for person in [&member, &stranger] {
            person.put(&server, &format!("{path}/1")).json(&body).send().await.expect(404);
            person.get(&server, &path).send().await.expect(404);
            person.get(&server, &format!("{path}/1")).send().await.expect(404);
        }
        let saved = admin.put(&server, &format!("{path}/1")).json(&body).send().await.expect(200).json();
        assert_eq!((&saved["enabled"], &saved["data"]["minLength"]), (&json!(true), &json!(14)));
        let found = member.get(&server, &format!("{path}/master-password")).send().await.expect(200);
        assert_eq!(found.json()["data"]["minLength"], 14);
        stranger.get(&server, &format!("{path}/master-password")).send().await.expect(404);
        let body = json!({"type": 1, "enabled": false, "data": null});
        admin.put(&server, &format!("{path}/1")).json(&body).send().await.expect(200);
        let all = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(all["data"].as_array().unwrap().len(), 23);
        assert_eq!((&all["data"][1]["enabled"], &all["data"][1]["data"]), (&json!(false), &Value::Null));
        let on = json!({"policy": {"enabled": true}});
        owner.put(&server, &format!("{path}/4")).json(&on).send().await.expect(400);
        owner.put(&server, &format!("{path}/3")).json(&on).send().await.expect(200);
        owner.put(&server, &format!("{path}/4")).json(&on).send().await.expect(200);
        owner.put(&server, &format!("{path}/99")).json(&on).send().await.expect(400);
        server.get(&path).send().await.expect(401);
    }

    async fn a_plan_without_policies_has_none_to_switch(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "teams").await;
        let path = format!("/api/organizations/{id}/policies/13");
        let on = json!({"policy": {"enabled": true}});
        owner.put(&server, &path).json(&on).send().await.expect(400);
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["enabled"], false);
    }

    async fn policies_keep_people_out(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let on = json!({"policy": {"enabled": true}});
        let path = format!("/api/organizations/{id}/policies/0");
        owner.put(&server, &path).json(&on).send().await.expect(200);
        let row = server.accepted_member(id, &member, Role::User).await;
        let confirm = format!("/api/organizations/{id}/users/{row}/confirm");
        let reply = owner.post(&server, &confirm).json(&json!({"key": "4.A"})).send().await;
        assert_eq!(reply.expect(400).json()["code"], "two_step_missing");
        let off = json!({"policy": {"enabled": false}});
        owner.put(&server, &path).json(&off).send().await.expect(200);
        owner.post(&server, &confirm).json(&json!({"key": "4.A"})).send().await.expect(200);
    }

    async fn who_stops_sponsoring_sees_whom_it_concerns(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        server.member(id, &member, Role::User).await;
        let path = format!("/api/organizations/{id}/policies/13/affected");
        let found = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(found["data"], json!([]));
        member.get(&server, &path).send().await.expect(404);
    }
}
