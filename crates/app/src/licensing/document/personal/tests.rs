use chrono::{DateTime, TimeDelta, Utc};
use domain::licensing::{Flaw, Holder, LicenseKind, personal_terms, verify_personal};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    super::{
        read, read_personal,
        tests::{TestAuthority, written as organizations},
    },
    IssuePersonal, issue_personal,
};
use crate::licensing::trust::TrustedKey;

const OWNER: Holder<'_> =
    Holder { email: "owner@example.com", email_verified: true, license_key: None };

fn now() -> DateTime<Utc> {
    "2030-01-01T00:00:00Z".parse().unwrap()
}

fn written() -> (Value, TrustedKey) {
    let (authority, key) = TestAuthority::new();
    let it = IssuePersonal {
        id: Uuid::from_u128(7),
        license_key: "12345678901234567890",
        name: "O|wner",
        email: "owner@example.com",
        terms: personal_terms(Some(now() + TimeDelta::days(365)), now()),
        now: now(),
        token_id: "t".to_owned(),
    };
    (serde_json::from_str(&issue_personal(&it, &authority).unwrap()).unwrap(), key)
}

fn flaws(document: &Value, key: &TrustedKey) -> Vec<Flaw> {
    let found = read_personal(&document.to_string(), std::slice::from_ref(key)).unwrap();
    verify_personal(&found.license, &found.proof, OWNER, now())
}

fn without_token(mut document: Value) -> Value {
    document["token"] = Value::Null;
    document
}

#[test]
fn what_is_written_can_be_read_with_and_without_its_token() {
    let (document, key) = written();
    for document in [document.clone(), without_token(document)] {
        assert_eq!(flaws(&document, &key), []);
        let found = read_personal(&document.to_string(), std::slice::from_ref(&key)).unwrap();
        assert_eq!(found.key_id.as_deref(), Some(key.id.as_str()));
        let license = found.license;
        assert_eq!((license.kind, license.name.as_str()), (Some(LicenseKind::User), "O/wner"));
        assert_eq!(license.subject, Uuid::from_u128(7));
        let end: DateTime<Utc> = "2031-01-08T00:00:00Z".parse().unwrap();
        assert_eq!(license.expires_at, Some(end));
    }
}

#[test]
fn whoever_touches_a_signed_field_is_found_out() {
    let (document, key) = written();
    let touched = [
        ("email", json!("another@example.com")),
        ("expires", json!("2099-01-01T00:00:00Z")),
        ("id", json!(Uuid::from_u128(8))),
        ("licenseKey", json!("another")),
        ("hash", json!("AAAA")),
        ("issued", json!("2029-01-01T00:00:00Z")),
    ];
    for (name, value) in touched {
        let mut document = without_token(document.clone());
        document[name] = value;
        let found = flaws(&document, &key);
        assert!(found.contains(&Flaw::NotGenuine(None)), "{name}: {found:?}");
    }
}

#[test]
fn each_kind_is_told_where_it_belongs() {
    let (person, key) = written();
    let (organization, _) = organizations();
    assert_eq!(flaws(&organization, &key), [Flaw::NotPersonal]);
    let found = read(&person.to_string(), &[key]).unwrap();
    let here = Some(domain::id::Id::new(Uuid::from_u128(1)));
    let found = domain::licensing::verify(&found.license, &found.proof, here, now());
    assert!(found.contains(&Flaw::Personal), "{found:?}");
}
