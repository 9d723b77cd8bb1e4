use domain::organizations::Role;
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer};

use crate::two_step::log_in;

const PATH: &str = "/api/accounts/key-management/rotate-user-account-keys";
const OLD: &str = "2.AAAA|AAAA|AAAA";
const NEW: &str = "2.BBBB|BBBB|BBBB";

fn item(name: &str) -> Value {
    json!({"type": 1, "name": name, "login": {"username": name, "password": name}})
}

/// A person with an item, a folder and a trusted device, and what rotates their key.
async fn settled(server: &TestServer) -> (Person, Value) {
    let person = server.person("member@example.com").await;
    let made = person.post(server, "/api/ciphers").json(&item(OLD)).send().await.expect(200).json();
    let folder = person.post(server, "/api/folders").json(&json!({"name": OLD}));
    let folder = folder.send().await.expect(200).json();
    log_in(server, &person.email, "laptop", &[]).await.expect(200);
    let keys = json!({
        "encryptedUserKey": "4.AAAA", "encryptedPublicKey": OLD, "encryptedPrivateKey": OLD,
    });
    let device = person.put(server, "/api/devices/laptop/keys").json(&keys).send().await;
    let device = device.expect(200).json();
    let mut cipher = item(NEW);
    cipher["id"] = made["id"].clone();
    cipher["lastKnownRevisionDate"] = made["revisionDate"].clone();
    let request = json!({
        "oldMasterKeyAuthenticationHash": PASSWORD_HASH,
        "accountUnlockData": {
            "masterPasswordUnlockData": {
                "kdfType": 0, "kdfIterations": 600_000, "kdfMemory": null, "kdfParallelism": null,
                "email": "member@example.com", "masterPasswordSalt": "member@example.com",
                "masterKeyAuthenticationHash": PASSWORD_HASH,
                "masterKeyEncryptedUserKey": NEW, "masterPasswordHint": "hint",
            },
            "emergencyAccessUnlockData": [], "organizationAccountRecoveryUnlockData": [],
            "passkeyUnlockData": [], "v2UpgradeToken": null,
            "deviceKeyUnlockData": [{
                "deviceId": device["id"], "encryptedUserKey": "4.BBBB", "encryptedPublicKey": NEW,
            }],
        },
        "accountKeys": {
            "userKeyEncryptedAccountPrivateKey": NEW, "accountPublicKey": "AAAA",
            "publicKeyEncryptionKeyPair": {"publicKey": "AAAA", "wrappedPrivateKey": NEW},
            "signatureKeyPair": null, "securityState": null,
        },
        "accountData": {
            "ciphers": [cipher],
            "folders": [{"id": folder["id"], "name": NEW}, {"id": null, "name": NEW}],
            "sends": [],
        },
        "newUserKeyId": "00112233445566778899aabbccddeeff",
    });
    (person, request)
}

/// What the person's clients keep, after they signed in anew.
async fn synced(server: &TestServer, email: &str) -> Value {
    let answer = log_in(server, email, "laptop", &[]).await.expect(200).json();
    let token = answer["access_token"].as_str().unwrap();
    server.get("/api/sync").bearer(token).send().await.expect(200).json()
}

fn set(mut request: Value, pointer: &str, value: Value) -> Value {
    *request.pointer_mut(pointer).unwrap() = value;
    request
}

testkit::db_test! {
    async fn a_new_key_takes_everything_along_and_ends_every_session(engine) {
        let server = TestServer::cloud(engine).await;
        let (person, request) = settled(&server).await;
        server.post(PATH).json(&request).send().await.expect(401);
        person.post(&server, PATH).json(&request).send().await.expect(200);
        person.get(&server, "/api/accounts/profile").send().await.expect(401);

        let kept = synced(&server, &person.email).await;
        assert_eq!(kept["profile"]["key"], NEW);
        assert_eq!(kept["profile"]["privateKey"], NEW);
        assert_eq!(kept["folders"][0]["name"], NEW);
        assert_eq!(kept["ciphers"][0]["name"], NEW);
        assert_eq!(kept["ciphers"][0]["login"]["password"], NEW);
        let decryption = &kept["userDecryption"];
        assert_eq!(decryption["userKeyId"], "00112233445566778899aabbccddeeff");
        assert_eq!(decryption["masterPasswordUnlock"]["masterKeyWrappedUserKey"], NEW);
        let answer = log_in(&server, &person.email, "laptop", &[]).await.expect(200).json();
        let token = answer["access_token"].as_str().unwrap();
        let device = server.get("/api/devices/identifier/laptop").bearer(token).send().await;
        assert_eq!(device.expect(200).json()["encryptedUserKey"], "4.BBBB");
    }

    async fn what_leaves_something_behind_changes_nothing(engine) {
        let server = TestServer::cloud(engine).await;
        let (person, request) = settled(&server).await;
        let other = server.person("other@example.com").await;
        let theirs = other.post(&server, "/api/ciphers").json(&item(OLD)).send().await;
        let mut theirs_rotated = item(NEW);
        theirs_rotated["id"] = theirs.expect(200).json()["id"].clone();
        let ciphers = request["accountData"]["ciphers"].as_array().unwrap().clone();
        let with = |more: &Value| Value::from([&ciphers[..], std::slice::from_ref(more)].concat());
        let unlock = "/accountUnlockData/masterPasswordUnlockData";
        let note = json!({
            "id": ciphers[0]["id"], "type": 2, "name": NEW, "secureNote": {"type": 0},
        });
        let recovery = json!([{"organizationId": person.id.uuid(), "resetPasswordKey": "4.BBBB"}]);
        let cases = [
            ("a wrong password", "/oldMasterKeyAuthenticationHash".to_owned(), json!("d3Jvbmc="),
                "wrong_password"),
            ("without the items", "/accountData/ciphers".to_owned(), json!([]), "items_incomplete"),
            ("an item twice", "/accountData/ciphers".to_owned(), with(&ciphers[0]), "items_incomplete"),
            ("another's item", "/accountData/ciphers".to_owned(), with(&theirs_rotated),
                "items_incomplete"),
            ("another kind", "/accountData/ciphers".to_owned(), json!([note]), "other_kind"),
            ("from an older item", "/accountData/ciphers/0/lastKnownRevisionDate".to_owned(),
                json!("2020-01-01T00:00:00Z"), "item_out_of_date"),
            ("plain text", "/accountData/ciphers/0/name".to_owned(), json!("plain"), ""),
            ("without the folders", "/accountData/folders".to_owned(), json!([]), "folders_incomplete"),
            ("a send nobody made", "/accountData/sends".to_owned(), json!([{"id": person.id.uuid()}]),
                "unknown_holder"),
            ("without the device", "/accountUnlockData/deviceKeyUnlockData".to_owned(), json!([]),
                "devices_incomplete"),
            ("an organization that does not recover",
                "/accountUnlockData/organizationAccountRecoveryUnlockData".to_owned(), recovery,
                "recovery_incomplete"),
            ("another address", format!("{unlock}/email"), json!("other@example.com"),
                "other_derivation"),
            ("another salt", format!("{unlock}/masterPasswordSalt"), json!("other@example.com"),
                "other_salt"),
            ("another derivation", format!("{unlock}/kdfIterations"), json!(700_000), "other_derivation"),
            ("a plain user key", format!("{unlock}/masterKeyEncryptedUserKey"), json!("plain"),
                "no_user_key"),
            ("another public key",
                "/accountKeys/publicKeyEncryptionKeyPair/publicKey".to_owned(), json!("BBBB"),
                "other_public_key"),
        ];
        for (case, pointer, value, code) in cases {
            let request = set(request.clone(), &pointer, value);
            let reply = person.post(&server, PATH).json(&request).send().await;
            assert_eq!(reply.status.as_u16(), 400, "{case}: {}", reply.text());
            assert_eq!(reply.json()["code"].as_str().unwrap_or_default(), code, "{case}");
        }
        person.get(&server, "/api/accounts/profile").send().await.expect(200);
        let kept = synced(&server, &person.email).await;
        assert_eq!((&kept["profile"]["key"], &kept["ciphers"][0]["name"]), (&json!(OLD), &json!(OLD)));
        assert_eq!(kept["folders"][0]["name"], OLD);
        let kept = synced(&server, &other.email).await;
        assert_eq!(kept["ciphers"][0]["name"], OLD);
    }

    async fn organizations_that_recover_the_account_get_the_new_key(engine) {
        let server = TestServer::cloud(engine).await;
        let (person, request) = settled(&server).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let member = server.member(organization, &person, Role::User).await;
        let enrolled = "UPDATE memberships SET reset_password_key = '4.AAAA' WHERE id = $1";
        testkit::tamper(&server.app.db, enrolled, &[member.uuid()]).await;
        person.post(&server, PATH).json(&request).send().await.expect(400);
        let pointer = "/accountUnlockData/organizationAccountRecoveryUnlockData";
        let key = |key: &str| json!([{"organizationId": organization.uuid(), "resetPasswordKey": key}]);
        let plain = set(request.clone(), pointer, key("plain"));
        person.post(&server, PATH).json(&plain).send().await.expect(400);
        // Clients know nothing of an organization whose member the person is not yet.
        let elsewhere = server.organization(&owner, "enterprise").await;
        let waiting = server.accepted_member(elsewhere, &person, Role::User).await;
        testkit::tamper(&server.app.db, enrolled, &[waiting.uuid()]).await;
        let whole = set(request, pointer, key("4.BBBB"));
        person.post(&server, PATH).json(&whole).send().await.expect(200);
        let recovers = async |organization, member| {
            let path = format!("/api/organizations/{organization}/users/{member}");
            let found = owner.get(&server, &path).send().await.expect(200).json();
            found["resetPasswordEnrolled"].clone()
        };
        assert_eq!(recovers(organization, member).await, true);
        assert_eq!(recovers(elsewhere, waiting).await, false, "its key opens nothing any more");
    }

    async fn a_thousand_items_come_along(engine) {
        let server = TestServer::cloud(engine).await;
        let (person, mut request) = settled(&server).await;
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        let mut ciphers = request["accountData"]["ciphers"].as_array().unwrap().clone();
        let content = testkit::store::vault::ciphers::Content {
            kind: domain::vault::CipherKind::Login, body: "{}".to_owned(),
        };
        for _ in 0..1000 {
            let id = server.app.id();
            tx.add_cipher(person.id, id, &content, now).await.unwrap();
            let mut cipher = item(NEW);
            cipher["id"] = json!(id.uuid());
            ciphers.push(cipher);
        }
        tx.commit().await.unwrap();
        request["accountData"]["ciphers"] = Value::from(ciphers);
        person.post(&server, PATH).json(&request).send().await.expect(200);
        let kept = synced(&server, &person.email).await;
        let names = kept["ciphers"].as_array().unwrap().iter().map(|cipher| &cipher["name"]);
        assert_eq!(names.filter(|name| **name == NEW).count(), 1001);
    }
}
