use domain::{accounts::enc_string::Unkept, vault::CipherKind};
use serde_json::{Value, json};

use super::{CipherContent, keeping_secrets};

const TEXT: &str = "2.AAAA|BBBB|CCCC";
const OTHER: &str = "2.DDDD|EEEE|FFFF";

fn content(value: &Value) -> CipherContent {
    crate::case::read(value.to_string().as_bytes()).unwrap()
}

fn kept(value: &Value) -> Value {
    let (_, body) = content(value).checked().unwrap();
    serde_json::from_str(&body).unwrap()
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
#[test]
fn every_text_must_be_encrypted_and_of_a_bounded_length() {
    let long = format!("4.{}", "A".repeat(1000));
    let login =
        |field: &str, value: Value| json!({"type": 1, "name": TEXT, "login": {field: value}});
    let cases = [
        ("no name", json!({"type": 1, "login": {}}), "name", Unkept::Missing),
        (
            "a plain name",
            json!({"type": 1, "name": "Bank", "login": {}}),
            "name",
            Unkept::NotEncrypted,
        ),
        (
            "a long name",
            json!({"type": 1, "name": long, "login": {}}),
            "name",
            Unkept::TooLong(1000),
        ),
        (
            "plain notes",
            json!({"type": 2, "name": TEXT, "notes": "hello"}),
            "notes",
            Unkept::NotEncrypted,
        ),
        ("a plain key", json!({"type": 2, "name": TEXT, "key": "k"}), "key", Unkept::NotEncrypted),
        (
            "plain data",
            json!({"type": 1, "name": TEXT, "data": "{}"}),
            "data",
            Unkept::NotEncrypted,
        ),
        ("no login in a login", json!({"type": 1, "name": TEXT}), "login", Unkept::Missing),
        ("of no kind", json!({"type": 9, "name": TEXT}), "type", Unkept::Unknown),
        (
            "a strange reprompt",
            json!({"type": 2, "name": TEXT, "reprompt": 2}),
            "reprompt",
            Unkept::Unknown,
        ),
        (
            "a plain username",
            login("username", json!("me")),
            "login.username",
            Unkept::NotEncrypted,
        ),
        (
            "a plain password",
            login("password", json!("pw")),
            "login.password",
            Unkept::NotEncrypted,
        ),
        ("a plain totp", login("totp", json!("s")), "login.totp", Unkept::NotEncrypted),
        (
            "an old plain address",
            login("uri", json!("https://x")),
            "login.uri",
            Unkept::NotEncrypted,
        ),
        (
            "a plain second address",
            login("uris", json!([{"uri": TEXT}, {"uri": "https://x"}])),
            "login.uris[1].uri",
            Unkept::NotEncrypted,
        ),
        (
            "a plain checksum",
            login("uris", json!([{"uri": TEXT, "uriChecksum": "x"}])),
            "login.uris[0].uriChecksum",
            Unkept::NotEncrypted,
        ),
        (
            "compared in no known way",
            login("uris", json!([{"uri": TEXT, "match": 6}])),
            "login.uris[0].match",
            Unkept::Unknown,
        ),
        (
            "a plain field",
            json!({"type": 2, "name": TEXT, "fields": [{"type": 0, "name": TEXT, "value": "x"}]}),
            "fields[0].value",
            Unkept::NotEncrypted,
        ),
        (
            "a field of no kind",
            json!({"type": 2, "name": TEXT, "fields": [{"type": 4, "name": TEXT}]}),
            "fields[0].type",
            Unkept::Unknown,
        ),
        (
            "an old password that is missing",
            json!({"type": 2, "name": TEXT, "passwordHistory": [{"lastUsedDate": "2030-01-01T00:00:00Z"}]}),
            "passwordHistory[0].password",
            Unkept::Missing,
        ),
        (
            "a plain card number",
            json!({"type": 3, "name": TEXT, "card": {"number": "4111"}}),
            "card.number",
            Unkept::NotEncrypted,
        ),
        (
            "a plain person",
            json!({"type": 4, "name": TEXT, "identity": {"firstName": "A"}}),
            "identity.firstName",
            Unkept::NotEncrypted,
        ),
        (
            "half an SSH key",
            json!({"type": 5, "name": TEXT, "sshKey": {"privateKey": TEXT, "publicKey": TEXT}}),
            "sshKey.keyFingerprint",
            Unkept::Missing,
        ),
        (
            "a plain account number",
            json!({"type": 6, "name": TEXT, "bankAccount": {"accountNumber": "1"}}),
            "bankAccount.accountNumber",
            Unkept::NotEncrypted,
        ),
        (
            "a plain licence",
            json!({"type": 7, "name": TEXT, "driversLicense": {"licenseNumber": "1"}}),
            "driversLicense.licenseNumber",
            Unkept::NotEncrypted,
        ),
        (
            "a plain passport",
            json!({"type": 8, "name": TEXT, "passport": {"passportNumber": "1"}}),
            "passport.passportNumber",
            Unkept::NotEncrypted,
        ),
    ];
    for (case, value, field, problem) in cases {
        let found = content(&value).checked().unwrap_err();
        assert_eq!(found.0, [(field.to_owned(), problem)], "{case}");
    }
}

#[test]
fn a_passkey_is_whole_or_refused() {
    let passkey = json!({
        "credentialId": TEXT, "keyType": TEXT, "keyAlgorithm": TEXT, "keyCurve": TEXT,
        "keyValue": TEXT, "rpId": TEXT, "rpName": null, "userHandle": null, "counter": TEXT,
        "discoverable": TEXT, "creationDate": "2030-01-01T00:00:00.000Z",
    });
    let item = |passkey: &Value| json!({"type": 1, "name": TEXT, "login": {"fido2Credentials": [passkey]}});
    assert_eq!(kept(&item(&passkey))["login"]["fido2Credentials"][0]["counter"], TEXT);
    for field in ["credentialId", "keyValue", "rpId", "counter", "discoverable"] {
        let mut lacking = passkey.clone();
        lacking[field] = Value::Null;
        let found = content(&item(&lacking)).checked().unwrap_err();
        assert_eq!(found.0, [(format!("login.fido2Credentials[0].{field}"), Unkept::Missing)]);
    }
}

#[test]
fn only_what_belongs_to_the_kind_is_kept() {
    let all = json!({
        "type": 3, "name": TEXT, "login": {"username": TEXT}, "card": {"code": TEXT},
        "secureNote": {"type": 0}, "identity": {}, "unknown": "words", "favorite": true,
    });
    let found = kept(&all);
    assert_eq!((&found["card"]["code"], &found["login"]), (&json!(TEXT), &Value::Null));
    assert_eq!((&found["secureNote"], &found["identity"]), (&Value::Null, &Value::Null));
    assert!(found.get("unknown").is_none() && found.get("favorite").is_none());
}

#[test]
fn what_one_client_calls_a_login_is_what_it_fills_in() {
    let cases = [
        ("a login", json!({"type": 1, "name": TEXT, "login": {}}), CipherKind::Login),
        (
            "a note",
            json!({"type": 1, "name": TEXT, "secureNote": {}, "login": null}),
            CipherKind::SecureNote,
        ),
        ("a card", json!({"Type": 1, "Name": TEXT, "Card": {"Code": TEXT}}), CipherKind::Card),
        ("a note without anything", json!({"type": 2, "name": TEXT}), CipherKind::SecureNote),
        ("a login in one text", json!({"type": 1, "name": TEXT, "data": TEXT}), CipherKind::Login),
    ];
    for (case, value, kind) in cases {
        let (found, body) = content(&value).checked().unwrap();
        assert_eq!(found, kind, "{case}");
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["type"], kind.number(), "{case}");
    }
}

#[test]
fn the_first_address_is_in_both_places() {
    let login =
        |login: Value| kept(&json!({"type": 1, "name": TEXT, "login": login}))["login"].clone();
    let old = login(json!({"uri": TEXT, "match": 3}));
    assert_eq!(old["uris"], json!([{"uri": TEXT, "uriChecksum": null, "match": 3}]));
    let new = login(json!({"uris": [{"uri": OTHER}, {"uri": TEXT}]}));
    assert_eq!(new["uri"], OTHER);
    let none = login(json!({"uris": []}));
    assert_eq!((&none["uri"], &none["uris"]), (&Value::Null, &json!([])));
}

#[test]
fn who_does_not_see_passwords_leaves_them_as_they_are() {
    let item = |text: &str, key: &str| {
        let value = json!({
            "type": 1, "name": text, "key": key,
            "login": {"username": text, "password": text, "totp": text},
            "fields": [{"type": 0, "name": text, "value": text}, {"type": 1, "name": text, "value": text}],
            "passwordHistory": [{"password": text, "lastUsedDate": "2030-01-01T00:00:00Z"}],
        });
        content(&value).checked().unwrap().1
    };
    let found = keeping_secrets(&item(OTHER, "4.AAAA"), &item(TEXT, "4.AAAA")).unwrap();
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!((&found["name"], &found["login"]["username"]), (&json!(OTHER), &json!(OTHER)));
    assert_eq!(
        (&found["login"]["password"], &found["login"]["totp"]),
        (&json!(TEXT), &json!(TEXT))
    );
    assert_eq!(
        (&found["fields"][0]["value"], &found["fields"][1]["value"]),
        (&json!(OTHER), &json!(TEXT))
    );
    assert_eq!(found["fields"].as_array().unwrap().len(), 2);
    assert_eq!(found["passwordHistory"][0]["password"], TEXT);
    assert_eq!(keeping_secrets(&item(OTHER, "4.BBBB"), &item(TEXT, "4.AAAA")), None);
}
