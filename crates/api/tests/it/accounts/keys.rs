use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, TestServer};

const KEY_ID: &str = "5877654e38215a7ce900ff28c1a2ba43";

testkit::db_test! {
    async fn the_id_of_the_user_key_is_recorded_once(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let record = |id: &str| {
            let path = "/api/accounts/key-management/user-key-id";
            person.post(&server, path).json(&json!({"userKeyId": id}))
        };
        let sync = async || person.get(&server, "/api/sync").send().await.expect(200).json();
        assert_eq!(sync().await["userDecryption"].get("userKeyId"), None);
        for wrong in ["", "5877", &KEY_ID.to_uppercase(), "zz77654e38215a7ce900ff28c1a2ba43"] {
            record(wrong).send().await.expect(400);
        }
        assert!(record(KEY_ID).send().await.expect(200).bytes.is_empty());
        record(KEY_ID).send().await.expect(200);
        record("00000000000000000000000000000000").send().await.expect(400);
        assert_eq!(sync().await["userDecryption"]["userKeyId"], KEY_ID);
    }

    async fn keys_are_given_once_to_an_account_that_has_none(engine) {
        let server = TestServer::with(engine, wardstead_api::roles::cloud(), |settings| {
            settings.mail_verification = false;
        })
        .await;
        let oldest = json!({
            "email": "member@example.com", "masterPasswordHash": PASSWORD_HASH,
            "key": "2.AAAA|AAAA|AAAA", "kdf": 0, "kdfIterations": 600_000,
        });
        server.post("/identity/accounts/register").json(&oldest).send().await.expect(200);
        let form = [
            ("grant_type", "password"), ("client_id", "web"), ("deviceIdentifier", "d"),
            ("username", "member@example.com"), ("password", PASSWORD_HASH),
        ];
        let answer = server.post("/identity/connect/token").form(&form).send().await.expect(200).json();
        assert_eq!(answer["AccountKeys"], Value::Null);
        let token = answer["access_token"].as_str().unwrap();
        let set = |keys: &Value| server.post("/api/accounts/keys").bearer(token).json(keys);

        let halves = json!({"accountKeys": {
            "publicKeyEncryptionKeyPair": {"publicKey": "AAAA", "wrappedPrivateKey": "7.AAAA"},
            "signatureKeyPair": {"wrappedSigningKey": "7.AAAA", "verifyingKey": "AAAA"},
        }});
        set(&halves).send().await.expect(400);
        set(&json!({"publicKey": "AAAA"})).send().await.expect(400);
        let pair = json!({"publicKey": "BBBB", "encryptedPrivateKey": "2.BBBB|BBBB|BBBB"});
        let kept = set(&pair).send().await.expect(200).json();
        assert_eq!(kept["accountKeys"]["publicKeyEncryptionKeyPair"]["publicKey"], "BBBB");
        set(&pair).send().await.expect(400);
        let read = server.get("/api/accounts/keys").bearer(token).send().await.expect(200).json();
        assert_eq!(read["privateKey"], "2.BBBB|BBBB|BBBB");
        assert_eq!(read, kept);
    }
}
