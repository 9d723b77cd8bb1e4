//! The licence of one person: premium features on a server of one's own.

use chrono::{DateTime, Months, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    Flaw, LicenseKind, Proof, Terms,
    verify::{check_proof, check_span},
};

/// The versions of a personal licence's document.
pub const PERSONAL_VERSIONS: std::ops::RangeInclusive<i64> = 1..=1;

/// How long a personal licence goes on after what was paid for.
const GRACE: TimeDelta = TimeDelta::days(7);

/// What a person with premium features may store on the cloud.
pub const PERSONAL_STORAGE_GB: i64 = 5;

/// What a personal licence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalLicense {
    /// Ties it to its account.
    pub license_key: String,
    /// The account, by its id on the cloud.
    pub subject: Uuid,
    /// The name of the person.
    pub name: String,
    /// The person's mail address.
    pub email: String,
    /// Whether it gives premium features.
    pub premium: bool,
    /// Whom it is for, if it says.
    pub kind: Option<LicenseKind>,
    /// The version of the document.
    pub version: i64,
    /// When it was made.
    pub issued_at: DateTime<Utc>,
    /// When a newer one should be fetched.
    pub refresh_at: Option<DateTime<Utc>>,
    /// When it runs out.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether it is only being tried.
    pub trial: bool,
}

/// The account a personal licence is to be used by.
#[derive(Debug, Clone, Copy)]
pub struct Holder<'a> {
    /// Its mail address.
    pub email: &'a str,
    /// Whether the person proved that it is theirs.
    pub email_verified: bool,
    /// The licence key it has already. A licence of the same key is the same person's, whatever
    /// became of the mail address since.
    pub license_key: Option<&'a str>,
}

/// Everything that keeps `license`, proven as `proof` says, from being used by `holder`; nothing when
/// it may be used.
pub fn verify_personal(
    license: &PersonalLicense,
    proof: &Proof,
    holder: Holder<'_>,
    now: DateTime<Utc>,
) -> Vec<Flaw> {
    // What it says of a person counts for nothing on a licence of an organization.
    if license.kind == Some(LicenseKind::Organization) {
        return vec![Flaw::NotPersonal];
    }
    let mut flaws = Vec::new();
    let made = (license.version, license.issued_at);
    check_proof(proof, made, &PERSONAL_VERSIONS, now, &mut flaws);
    check_span(license.expires_at, proof, now, &mut flaws);
    if license.kind.is_none() && matches!(proof, Proof::Token(_)) {
        flaws.push(Flaw::NoKind);
    }
    if !license.premium {
        flaws.push(Flaw::NotPremium);
    }
    if holder.license_key != Some(license.license_key.as_str()) {
        if !holder.email_verified {
            flaws.push(Flaw::EmailNotVerified);
        }
        if license.email.trim().to_lowercase() != holder.email {
            flaws.push(Flaw::OtherEmail);
        }
    }
    flaws
}

/// How long the licence of a person lasts that is issued at `now`, whose premium features end at
/// `ends_at`, if they do.
pub fn personal_terms(ends_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Terms {
    let end = match ends_at {
        Some(end) => end + GRACE,
        None => now.checked_add_months(Months::new(12)).unwrap_or(now),
    };
    Terms { expires_at: end, refresh_at: end, expires_without_grace_at: ends_at, trial: false }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use uuid::Uuid;

    use super::{Holder, PersonalLicense, personal_terms, verify_personal};
    use crate::licensing::{Flaw, LicenseKind, Proof, TokenProof};

    fn now() -> DateTime<Utc> {
        "2030-01-01T00:00:00Z".parse().unwrap()
    }

    fn good() -> PersonalLicense {
        PersonalLicense {
            license_key: "key".to_owned(),
            subject: Uuid::from_u128(1),
            name: "Owner".to_owned(),
            email: "Owner@example.com".to_owned(),
            premium: true,
            kind: Some(LicenseKind::User),
            version: 1,
            issued_at: now() - TimeDelta::days(1),
            refresh_at: None,
            expires_at: Some(now() + TimeDelta::days(300)),
            trial: false,
        }
    }

    const OWNER: Holder<'_> =
        Holder { email: "owner@example.com", email_verified: true, license_key: None };

    fn fields() -> Proof {
        Proof::Fields { genuine: true }
    }

    fn token() -> TokenProof {
        TokenProof {
            genuine: true,
            addressed: true,
            key_id: None,
            not_before: Some(now()),
            ends_at: Some(now() + TimeDelta::days(300)),
        }
    }

    #[test]
    fn every_rule_by_itself() {
        let over = now() - TimeDelta::days(1);
        let ahead = now() + TimeDelta::days(1);
        let unverified = Holder { email_verified: false, ..OWNER };
        let moved = Holder { email: "new@example.com", email_verified: false, ..OWNER };
        let known = Holder { license_key: Some("key"), ..moved };
        let other_key = Holder { license_key: Some("another"), ..moved };
        let late = TokenProof { not_before: Some(now() + TimeDelta::minutes(6)), ..token() };
        let dead = TokenProof { ends_at: Some(over), ..token() };
        let with = |change: fn(&mut PersonalLicense)| {
            let mut license = good();
            change(&mut license);
            license
        };
        let cases = [
            ("good, by its fields", good(), fields(), OWNER, vec![]),
            ("good, by its token", good(), Proof::Token(token()), OWNER, vec![]),
            ("old, without a kind", with(|it| it.kind = None), fields(), OWNER, vec![]),
            (
                "a token without a kind",
                with(|it| it.kind = None),
                Proof::Token(token()),
                OWNER,
                vec![Flaw::NoKind],
            ),
            (
                "an organization's",
                with(|it| it.kind = Some(LicenseKind::Organization)),
                fields(),
                OWNER,
                vec![Flaw::NotPersonal],
            ),
            (
                "signed by nobody",
                good(),
                Proof::Fields { genuine: false },
                OWNER,
                vec![Flaw::NotGenuine(None)],
            ),
            (
                "a later version",
                with(|it| it.version = 2),
                fields(),
                OWNER,
                vec![Flaw::Version { found: 2, oldest: 1, newest: 1 }],
            ),
            (
                "from the future",
                PersonalLicense { issued_at: ahead, ..good() },
                fields(),
                OWNER,
                vec![Flaw::IssuedInFuture(ahead)],
            ),
            (
                "over",
                PersonalLicense { expires_at: Some(over), ..good() },
                fields(),
                OWNER,
                vec![Flaw::Expired(over)],
            ),
            ("its token is over", good(), Proof::Token(dead), OWNER, vec![Flaw::Expired(over)]),
            ("the clock is behind", good(), Proof::Token(late), OWNER, vec![Flaw::ClockBehind(6)]),
            (
                "without premium",
                with(|it| it.premium = false),
                fields(),
                OWNER,
                vec![Flaw::NotPremium],
            ),
            ("an address not verified", good(), fields(), unverified, vec![Flaw::EmailNotVerified]),
            (
                "another address",
                good(),
                fields(),
                moved,
                vec![Flaw::EmailNotVerified, Flaw::OtherEmail],
            ),
            ("another address, the same licence", good(), fields(), known, vec![]),
            (
                "another address, another licence",
                good(),
                fields(),
                other_key,
                vec![Flaw::EmailNotVerified, Flaw::OtherEmail],
            ),
        ];
        for (case, license, proof, holder, expected) in cases {
            assert_eq!(verify_personal(&license, &proof, holder, now()), expected, "{case}");
        }
    }

    #[test]
    fn a_licence_lasts_a_week_longer_than_what_was_paid() {
        let end = now() + TimeDelta::days(30);
        let week_later = end + TimeDelta::days(7);
        let terms = personal_terms(Some(end), now());
        assert_eq!((terms.expires_at, terms.expires_without_grace_at), (week_later, Some(end)));
        let year = "2031-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
        assert_eq!(personal_terms(None, now()).expires_at, year);
    }
}
