//! The push relay of a cloud that has nobody to relay to.

use serde_json::json;
use testkit::Twins;

testkit::db_test! {
    async fn a_server_is_told_that_there_is_no_relay_and_nobody_else_anything(engine) {
        let twins = Twins::connected(engine).await;
        let (cloud, link) = (&twins.cloud, twins.self_hosted.link());
        let token = async |scope| {
            let token = cloud.app.installation_token(link.installation, &link.key, scope).await;
            token.unwrap().access_token
        };
        let (pushing, syncing) = (token("api.push").await, token("api.installation").await);
        let own = link.installation.uuid();
        let device = json!({
            "deviceId": "d", "pushToken": "t", "userId": "u", "type": 0, "identifier": "i",
            "organizationIds": ["o"], "installationId": own,
        });
        let update = json!({ "devices": [{ "id": "d", "type": 0 }], "organizationId": "o" });
        let message = json!({ "userId": "u", "type": 1, "payload": { "id": "c" } });
        let requests = [
            ("POST", "register", &device),
            ("POST", "delete", &json!({ "id": "d", "type": 0 })),
            ("PUT", "add-organization", &update),
            ("PUT", "delete-organization", &update),
            ("POST", "send", &message),
        ];
        for (method, name, body) in requests {
            let path = format!("/api/push/{name}");
            let reply = cloud.request(method, &path).bearer(&pushing).json(body).send().await;
            let reply = reply.expect(400);
            assert_eq!(reply.json()["code"], "push_relay_not_configured", "{name}");
            let other = cloud.request(method, &path).bearer(&syncing).json(body).send().await;
            other.expect(401);
            cloud.request(method, &path).json(body).send().await.expect(401);
            let person = &twins.cloud_owner.token;
            let reply = cloud.request(method, &path).bearer(person).json(body).send().await;
            reply.expect(401);
        }
    }

    async fn a_server_speaks_for_its_own_devices_alone(engine) {
        let twins = Twins::connected(engine).await;
        let (cloud, link) = (&twins.cloud, twins.self_hosted.link());
        let token = cloud.app.installation_token(link.installation, &link.key, "api.push").await;
        let token = token.unwrap().access_token;
        let message = json!({ "installationId": cloud.app.unguessable_id(), "type": 1, "payload": {} });
        let reply = cloud.post("/api/push/send").bearer(&token).json(&message).send().await;
        assert_eq!(reply.expect(400).json()["code"], "other_installation");
    }
}
