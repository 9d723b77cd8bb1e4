//! What is written can be read, what was touched cannot, and nothing panics.

use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD as BASE64},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    billing::PlanType,
    id::Id,
    licensing::{Flaw, Proof, Terms, verify},
    organizations::{CollectionRules, Entitlements, Feature, Organization, OrganizationStatus},
};
use proptest::prelude::*;
use serde_json::{Value, json};
use store::organizations::OrganizationRecord;
use uuid::Uuid;

use super::{Issue, NoLicense, canonical, fields::Fields, issue, read};
use crate::{
    licensing::{authority::key_id, trust::TrustedKey},
    ports::{CannotSign, LicenseAuthority, NoAuthority},
};

const KEY: &[u8] = include_bytes!("../../../../../fixtures/licenses/test-signing-key.der");

pub(super) struct TestAuthority(KeyPair, String);

impl TestAuthority {
    pub(super) fn new() -> (Self, TrustedKey) {
        let pair = KeyPair::from_pkcs8(KEY).unwrap();
        let public: PublicKeyX509Der<'_> = pair.public_key().as_der().unwrap();
        let key = TrustedKey::from_der(public.as_ref(), "test".to_owned()).unwrap();
        let id = key_id(public.as_ref());
        (Self(pair, id), key)
    }
}

impl LicenseAuthority for TestAuthority {
    fn key_id(&self) -> Result<String, CannotSign> {
        Ok(self.1.clone())
    }

    fn sign(&self, _: &str, text: &[u8]) -> Result<Vec<u8>, CannotSign> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        let random = aws_lc_rs::rand::SystemRandom::new();
        self.0.sign(&RSA_PKCS1_SHA256, &random, text, &mut signature).unwrap();
        Ok(signature)
    }
}

fn now() -> DateTime<Utc> {
    "2030-01-01T00:00:00.123456Z".parse().unwrap()
}

fn organization() -> OrganizationRecord {
    let id: Id<Organization> = Id::new(Uuid::from_u128(2));
    OrganizationRecord {
        id,
        name: "Éléphant | Co: «x»".to_owned(),
        billing_email: "owner@example.com".to_owned(),
        business_name: None,
        identifier: None,
        status: OrganizationStatus::Created,
        enabled: true,
        entitlements: Entitlements::of(PlanType::EnterpriseAnnually, 10, 0),
        collection_rules: CollectionRules::NONE,
        max_autoscale_seats: None,
        public_key: None,
        private_key: None,
        license_key: "12345678901234567890".to_owned(),
        expires_at: None,
        expires_without_grace_at: None,
        created_at: now(),
        revised_at: now(),
    }
}

pub(super) fn written() -> (Value, TrustedKey) {
    let (authority, key) = TestAuthority::new();
    let organization = organization();
    let terms = Terms {
        expires_at: now() + TimeDelta::days(425),
        refresh_at: now() + TimeDelta::days(30),
        expires_without_grace_at: Some(now() + TimeDelta::days(365)),
        trial: false,
    };
    let it = Issue {
        organization: &organization,
        installation: Id::new(Uuid::from_u128(1)),
        terms,
        now: now(),
        token_id: "t".to_owned(),
    };
    (serde_json::from_str(&issue(&it, &authority).unwrap()).unwrap(), key)
}

fn without_token(mut document: Value) -> Value {
    document["token"] = Value::Null;
    document
}

fn flaws(document: &Value, key: &TrustedKey) -> Vec<Flaw> {
    let found = read(&document.to_string(), std::slice::from_ref(key)).unwrap();
    verify(&found.license, &found.proof, Some(Id::new(Uuid::from_u128(1))), now())
}

#[test]
fn what_is_written_can_be_read_with_and_without_its_token() {
    let (document, key) = written();
    assert_eq!(flaws(&document, &key), []);
    assert_eq!(flaws(&without_token(document.clone()), &key), []);
    for text in [document.to_string(), without_token(document.clone()).to_string()] {
        let found = read(&text, std::slice::from_ref(&key)).unwrap();
        assert_eq!(found.key_id.as_deref(), Some(key.id.as_str()));
        assert_eq!(found.license.plan, Some(PlanType::EnterpriseAnnually));
        assert_eq!(found.license.seats, Some(10));
        assert!(found.license.granted.has(Feature::Policies));
        assert_eq!(found.license.name, "Éléphant / Co: «x»");
        let end = found.license.expires_at.unwrap();
        assert_eq!(end.timestamp(), (now() + TimeDelta::days(425)).timestamp());
    }
    assert!(document["issued"] == "2030-01-01T00:00:00Z", "{document}");
}

/// A document whose signature is over `text`, its fields taken apart another way.
#[test]
fn one_signed_text_cannot_be_read_as_another_document() {
    let (authority, key) = TestAuthority::new();
    let (document, _) = written();
    let mut honest = without_token(document);
    let injected = "|Enabled:true|ExpirationWithoutGracePeriod:|Expires:4102444800|Hash:x";
    honest["businessName"] = json!(format!("Acme{injected}"));
    let text = |document: &Value| {
        canonical::signed_text(
            canonical::ORGANIZATION,
            &Fields::parse(&document.to_string()).unwrap(),
            15,
        )
    };
    let hash =
        canonical::hash(canonical::ORGANIZATION, &Fields::parse(&honest.to_string()).unwrap(), 15);
    honest["hash"] = json!(hash);
    let id = authority.key_id().unwrap();
    let signature = authority.sign(&id, text(&honest).as_bytes()).unwrap();
    honest["signature"] = json!(STANDARD.encode(signature));
    assert_eq!(flaws(&honest, &key), [], "as it was signed");

    let signed = text(&honest);
    let tail = signed.split_once(injected).unwrap().1.split_once("|Id:").unwrap().0;
    let mut forged = honest;
    forged["businessName"] = json!("Acme");
    forged["expirationWithoutGracePeriod"] = Value::Null;
    forged["expires"] = json!("2100-01-01T00:00:00Z");
    forged["hash"] = json!(format!("x{tail}"));
    assert_eq!(text(&forged), signed, "the signature holds");
    assert_eq!(flaws(&forged, &key), [Flaw::NotGenuine(None)]);
}

#[test]
fn what_would_end_a_field_of_the_signed_text_is_not_issued() {
    let (authority, _) = TestAuthority::new();
    let mut organization = organization();
    organization.business_name = Some("Acme|Enabled:true\n".to_owned());
    organization.billing_email = "owner|x@example.com".to_owned();
    let it = Issue {
        organization: &organization,
        installation: Id::new(Uuid::from_u128(1)),
        terms: domain::licensing::terms(None, None, now()),
        now: now(),
        token_id: "t".to_owned(),
    };
    let document: Value = serde_json::from_str(&issue(&it, &authority).unwrap()).unwrap();
    assert_eq!(document["businessName"], "Acme/Enabled:true ");
    assert_eq!(document["billingEmail"], "owner/x@example.com");
}

#[test]
fn names_are_read_in_any_case() {
    let (document, key) = written();
    let Value::Object(fields) = without_token(document) else { panic!() };
    let pascal: serde_json::Map<_, _> = fields
        .into_iter()
        .map(|(name, value)| (name[..1].to_uppercase() + &name[1..], value))
        .collect();
    assert_eq!(flaws(&Value::Object(pascal), &key), []);
}

#[test]
fn whoever_touches_a_signed_field_is_found_out() {
    let (document, key) = written();
    let document = without_token(document);
    let touched = [
        ("seats", json!(1000)),
        ("expires", json!("2099-01-01T00:00:00Z")),
        ("name", json!("Another")),
        ("useScim", json!(false)),
        ("hash", json!("AAAA")),
        ("issued", json!("2029-01-01T00:00:00Z")),
    ];
    for (name, value) in touched {
        let mut document = document.clone();
        document[name] = value;
        assert_eq!(flaws(&document, &key), [Flaw::NotGenuine(None)], "{name}");
    }
}

#[test]
fn what_the_signature_does_not_cover_counts_only_in_the_token() {
    let (mut document, key) = written();
    document["usePam"] = json!(true);
    let by_fields =
        read(&without_token(document.clone()).to_string(), std::slice::from_ref(&key)).unwrap();
    assert!(!by_fields.license.stated.has(Feature::Pam));
    let by_token = read(&document.to_string(), &[key]).unwrap();
    assert!(
        by_token.license.stated.has(Feature::Pam) && !by_token.license.granted.has(Feature::Pam)
    );
}

#[test]
fn the_claims_win_over_the_file() {
    let (mut document, key) = written();
    document["seats"] = json!(1000);
    document["expires"] = json!("2099-01-01T00:00:00Z");
    let found = read(&document.to_string(), &[key]).unwrap();
    assert_eq!(found.license.seats, Some(10));
    assert!(
        found.license.expires_at.unwrap()
            < "2032-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap()
    );
}

#[test]
fn a_token_for_another_organization_or_by_another_key_does_not_count() {
    let (document, key) = written();
    let mut other = document.clone();
    other["id"] = json!(Uuid::from_u128(3));
    assert_eq!(flaws(&other, &key), [Flaw::NotAddressed]);

    let unknown = read(&document.to_string(), &[]).unwrap();
    assert!(matches!(&unknown.proof, Proof::Token(token) if !token.genuine));
    let (none, hmac) = ("none", "HS256");
    for algorithm in [none, hmac] {
        let token = document["token"].as_str().unwrap();
        let rest = token.split_once('.').unwrap().1;
        let header = BASE64.encode(json!({ "alg": algorithm }).to_string());
        let mut forged = document.clone();
        forged["token"] = json!(format!("{header}.{rest}"));
        assert!(matches!(flaws(&forged, &key).as_slice(), [Flaw::NotGenuine(None)]), "{algorithm}");
    }
}

#[test]
fn licences_are_issued_in_our_name_and_read_in_the_vendors_too() {
    let (authority, key) = TestAuthority::new();
    let (document, _) = written();
    let body = document["token"].as_str().unwrap().split('.').nth(1).unwrap().to_owned();
    let claims: Value = serde_json::from_slice(&BASE64.decode(body).unwrap()).unwrap();
    assert_eq!(claims["iss"], "wardstead");

    let cases =
        [("wardstead", vec![]), ("bitwarden", vec![]), ("another", vec![Flaw::NotAddressed])];
    for (issuer, expected) in cases {
        let mut claims = claims.clone();
        claims["iss"] = json!(issuer);
        let header = BASE64.encode(json!({ "alg": "RS256", "typ": "JWT" }).to_string());
        let signed = format!("{header}.{}", BASE64.encode(claims.to_string()));
        let signature = authority.sign("", signed.as_bytes()).unwrap();
        let mut document = document.clone();
        document["token"] = json!(format!("{signed}.{}", BASE64.encode(signature)));
        assert_eq!(flaws(&document, &key), expected, "{issuer}");
    }
}

#[test]
fn a_server_that_cannot_sign_says_so() {
    let organization = organization();
    let terms = domain::licensing::terms(None, None, now());
    let it = Issue {
        organization: &organization,
        installation: Id::new(Uuid::nil()),
        terms,
        now: now(),
        token_id: String::new(),
    };
    assert_eq!(issue(&it, &NoAuthority), Err(CannotSign));
}

#[test]
fn what_is_no_licence_is_refused() {
    let long = format!("{{\"x\": \"{}\"}}", "x".repeat(51_200));
    for text in ["", "{", "[]", "null", "{}", "{\"token\": \"a.b.c\"}", &long] {
        assert_eq!(read(text, &[]).err(), Some(NoLicense), "{text:.20}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_stumble(text in ".{0,300}") {
        let _ = read(&text, &[]);
    }

    #[test]
    fn no_touched_licence_makes_the_reader_stumble_or_counts_as_signed(
        at in 0_usize..4000, with in any::<u8>(), cut in any::<bool>(),
    ) {
        let (document, key) = written();
        let mut bytes = without_token(document).to_string().into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = with }
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = read(&text, &[key]);
        }
    }

    #[test]
    fn no_token_makes_the_reader_stumble(header in ".{0,40}", body in ".{0,80}", rest in ".{0,20}") {
        let token = format!("{}.{}.{rest}", BASE64.encode(header), BASE64.encode(body));
        let _ = read(&json!({ "token": token }).to_string(), &[]);
    }
}
