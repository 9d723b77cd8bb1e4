use serde_json::{Value, json};
use testkit::{TestServer, db_test};

use super::items::{OTHER, TEXT, id, kept, login, synced, with};

/// One of each kind, whole, as clients send them.
fn one_of_each() -> Vec<(i64, &'static str, Value)> {
    let all = |names: &str| -> Value {
        names.split_whitespace().map(|name| (name.to_owned(), json!(TEXT))).collect()
    };
    let moment = "2030-01-01T00:00:00Z";
    let passkey = "credentialId keyType keyAlgorithm keyCurve keyValue rpId rpName userHandle userName \
                   userDisplayName counter discoverable";
    let login = json!({
        "username": TEXT, "password": TEXT, "passwordRevisionDate": moment, "totp": TEXT,
        "autofillOnPageLoad": true, "uri": TEXT,
        "uris": [{"uri": TEXT, "uriChecksum": TEXT, "match": 3}, {"uri": OTHER, "uriChecksum": TEXT, "match": null}],
        "fido2Credentials": [with(all(passkey), "creationDate", moment)],
    });
    let identity = "title firstName middleName lastName address1 address2 address3 city state postalCode \
                    country company email phone ssn username passportNumber licenseNumber";
    let account = "bankName nameOnAccount accountType accountNumber routingNumber branchNumber pin \
                   swiftCode iban bankContactPhone";
    let licence = "firstName middleName lastName dateOfBirth licenseNumber issuingCountry issuingState \
                   issueDate issuingAuthority expirationDate licenseClass";
    let passport = "surname givenName dateOfBirth sex birthPlace nationality passportNumber passportType \
                    issuingCountry issuingAuthority issueDate expirationDate nationalIdentificationNumber";
    vec![
        (1, "login", login),
        (2, "secureNote", json!({"type": 0})),
        (3, "card", all("cardholderName brand number expMonth expYear code")),
        (4, "identity", all(identity)),
        (5, "sshKey", all("privateKey publicKey keyFingerprint")),
        (6, "bankAccount", all(account)),
        (7, "driversLicense", all(licence)),
        (8, "passport", all(passport)),
    ]
}

db_test! {
    async fn every_kind_comes_back_whole(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        for (number, name, content) in one_of_each() {
            let item = json!({
                "type": number, "name": TEXT, "notes": OTHER, "key": "4.AAAA", "reprompt": 1, name: content,
                "fields": [{"type": 3, "name": TEXT, "value": null, "linkedId": 100}],
                "passwordHistory": [{"password": TEXT, "lastUsedDate": "2029-01-01T00:00:00Z"}],
            });
            let made = kept(&server, &owner, &item).await;
            for field in item.as_object().unwrap().keys() {
                assert_eq!(made[field], item[field], "{name}: {field}");
            }
            let kinds = one_of_each().into_iter().map(|(_, name, _)| name);
            let filled: Vec<_> = kinds.filter(|kind| !made[kind].is_null()).collect();
            assert_eq!(filled, [name]);
            for field in ["data", "attachments", "organizationId", "folderId", "deletedDate", "archivedDate"] {
                assert_eq!(made.get(field), Some(&Value::Null), "{name}: {field}");
            }
            let found = owner.get(&server, &format!("/api/ciphers/{}", id(&made))).send().await;
            assert_eq!(found.expect(200).json(), made);
        }
        assert_eq!(synced(&server, &owner).await.len(), 8);
    }

    async fn clients_get_the_kinds_they_can_read(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        for (number, name, content) in one_of_each() {
            kept(&server, &owner, &json!({"type": number, "name": TEXT, name: content})).await;
        }
        let cases = [(None, 4), (Some("2024.11.0"), 4), (Some("2024.12.0"), 5), (Some("2026.2.0"), 8)];
        for (version, count) in cases {
            for path in ["/api/sync", "/api/ciphers"] {
                let request = owner.get(&server, path);
                let request = match version {
                    Some(version) => request.header("Bitwarden-Client-Version", version),
                    None => request,
                };
                let answer = request.send().await.expect(200).json();
                let list = answer.get("ciphers").unwrap_or(&answer["data"]);
                assert_eq!(list.as_array().unwrap().len(), count, "{version:?} at {path}");
            }
        }
    }

    async fn what_one_client_sends_is_understood(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let note = json!({
            "Type": 1, "FolderId": null, "OrganizationId": null, "Name": TEXT, "Notes": OTHER, "Login": null,
            "Card": null, "Identity": null, "SecureNote": {},
            "PasswordHistory": [{"LastUsedDate": "2029-01-01T00:00:00Z", "Password": TEXT}],
        });
        let made = kept(&server, &owner, &note).await;
        assert_eq!((&made["type"], &made["secureNote"]), (&json!(2), &json!({"type": 0})));
        assert_eq!(made["passwordHistory"][0]["password"], TEXT);
    }

    async fn a_vault_of_many_items_comes_whole(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        // More than leave together, and not a multiple of it.
        for _ in 0..101 {
            kept(&server, &owner, &login(TEXT)).await;
        }
        let all = synced(&server, &owner).await;
        let ids: std::collections::HashSet<_> = all.iter().map(id).collect();
        assert_eq!(ids.len(), 101);
    }
}
