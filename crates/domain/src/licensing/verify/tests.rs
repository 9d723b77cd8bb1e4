//! One case for each rule, with and without a token.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Flaw, Proof, TokenProof, verify};
use crate::{
    billing::PlanType,
    id::Id,
    licensing::{Installation, License, LicenseKind},
    organizations::{Feature, Features},
};

fn now() -> DateTime<Utc> {
    "2030-01-01T00:00:00Z".parse().unwrap()
}

fn here() -> Id<Installation> {
    Id::new(Uuid::from_u128(1))
}

fn good() -> License {
    let features = Features::of(&[Feature::SelfHost, Feature::Policies]);
    License {
        license_key: "key".to_owned(),
        installation: Some(here()),
        subject: Uuid::from_u128(2),
        name: "Example".to_owned(),
        billing_email: "owner@example.com".to_owned(),
        business_name: None,
        enabled: Some(true),
        kind: Some(LicenseKind::Organization),
        version: 15,
        plan: Some(PlanType::EnterpriseAnnually),
        seats: Some(10),
        max_collections: None,
        max_storage_gb: Some(1),
        stated: features,
        granted: features,
        limits_collections: None,
        admins_manage_collections: None,
        issued_at: now() - TimeDelta::days(1),
        refresh_at: None,
        expires_at: Some(now() + TimeDelta::days(300)),
        expires_without_grace_at: None,
        trial: false,
    }
}

fn token() -> TokenProof {
    TokenProof {
        genuine: true,
        addressed: true,
        key_id: Some("k1".to_owned()),
        not_before: Some(now() - TimeDelta::days(1)),
        ends_at: Some(now() + TimeDelta::days(300)),
    }
}

/// What each proof says of a licence: first by its fields, then by its token.
fn both(license: &License) -> (Vec<Flaw>, Vec<Flaw>) {
    let check = |proof| verify(license, &proof, Some(here()), now());
    (check(Proof::Fields { genuine: true }), check(Proof::Token(token())))
}

type Case = (&'static str, License, Vec<Flaw>, Vec<Flaw>);

#[test]
fn every_rule_on_the_licence_itself() {
    let other = Id::new(Uuid::from_u128(9));
    let mismatch = |licensed: String| Flaw::Installation { licensed, here: here().to_string() };
    let yesterday = now() - TimeDelta::days(1);
    let tomorrow = now() + TimeDelta::days(1);
    let version = |found| Flaw::Version { found, oldest: 1, newest: 16 };
    let no_server = Features::of(&[Feature::Policies]);
    let same =
        |case, license, flaw: Flaw| -> Case { (case, license, vec![flaw.clone()], vec![flaw]) };
    let cases: Vec<Case> = vec![
        ("all is well", good(), vec![], vec![]),
        same("disabled", License { enabled: Some(false), ..good() }, Flaw::Disabled),
        ("it does not say", License { enabled: None, ..good() }, vec![], vec![]),
        (
            "from tomorrow",
            License { issued_at: tomorrow, ..good() },
            vec![Flaw::IssuedInFuture(tomorrow)],
            vec![],
        ),
        same(
            "run out",
            License { expires_at: Some(yesterday), ..good() },
            Flaw::Expired(yesterday),
        ),
        ("without end", License { expires_at: None, ..good() }, vec![], vec![]),
        ("version 0", License { version: 0, ..good() }, vec![version(0)], vec![]),
        ("version 16", License { version: 16, ..good() }, vec![], vec![]),
        ("version 17", License { version: 17, ..good() }, vec![version(17)], vec![]),
        same(
            "another server",
            License { installation: Some(other), ..good() },
            mismatch(other.to_string()),
        ),
        same("no server", License { installation: None, ..good() }, mismatch("none".to_owned())),
        same("no self-hosting", License { granted: no_server, ..good() }, Flaw::NoSelfHosting),
        (
            "it says nothing of self-hosting",
            License { stated: no_server, granted: no_server, ..good() },
            vec![],
            vec![],
        ),
        same("personal", License { kind: Some(LicenseKind::User), ..good() }, Flaw::Personal),
        ("no kind", License { kind: None, ..good() }, vec![], vec![Flaw::NoKind]),
    ];
    for (case, license, by_fields, by_token) in cases {
        assert_eq!(both(&license), (by_fields, by_token), "{case}");
    }
}

#[test]
fn every_rule_on_the_proof() {
    let behind = |minutes| now() + TimeDelta::minutes(minutes);
    let ended = now() - TimeDelta::seconds(1);
    let cases = [
        ("an unknown signature", Proof::Fields { genuine: false }, vec![Flaw::NotGenuine(None)]),
        (
            "an unknown key",
            Proof::Token(TokenProof { genuine: false, ..token() }),
            vec![Flaw::NotGenuine(Some("k1".to_owned()))],
        ),
        (
            "another's token",
            Proof::Token(TokenProof { addressed: false, ..token() }),
            vec![Flaw::NotAddressed],
        ),
        (
            "a clock a little behind",
            Proof::Token(TokenProof { not_before: Some(behind(5)), ..token() }),
            vec![],
        ),
        (
            "a clock ten minutes behind",
            Proof::Token(TokenProof { not_before: Some(behind(10)), ..token() }),
            vec![Flaw::ClockBehind(10)],
        ),
        (
            "a token that ended before the licence",
            Proof::Token(TokenProof { ends_at: Some(ended), ..token() }),
            vec![Flaw::Expired(ended)],
        ),
    ];
    for (case, proof, expected) in cases {
        assert_eq!(verify(&good(), &proof, Some(here()), now()), expected, "{case}");
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let license = License {
        enabled: Some(false),
        installation: None,
        version: 99,
        expires_at: Some(now() - TimeDelta::days(1)),
        kind: Some(LicenseKind::User),
        granted: Features::NONE,
        ..good()
    };
    let flaws = verify(&license, &Proof::Fields { genuine: false }, None, now());
    assert_eq!(flaws.len(), 7);
    let text: Vec<_> = flaws.iter().map(ToString::to_string).collect();
    assert!(text.iter().any(|line| line.contains("version not supported")), "{text:?}");
}
