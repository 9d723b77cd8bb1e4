//! Whether a licence may be used on this server. Every rule is tried, so that people see at once
//! everything that is wrong.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Installation, License, LicenseKind, VERSIONS};
use crate::{id::Id, organizations::Feature};

/// How far this server's clock may be behind the cloud's.
pub const LEEWAY: TimeDelta = TimeDelta::minutes(5);

/// What was found out about the proof in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The signature over the document's fields.
    Fields {
        /// Whether a key this server trusts made it.
        genuine: bool,
    },
    /// A signed token, whose claims stand in place of the document's fields.
    Token(TokenProof),
}

/// What was found out about the token in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenProof {
    /// Whether a key this server trusts made it.
    pub genuine: bool,
    /// Whether it names the issuer and the subject it should.
    pub addressed: bool,
    /// The key it says it was signed with.
    pub key_id: Option<String>,
    /// Not before.
    pub not_before: Option<DateTime<Utc>>,
    /// Not after.
    pub ends_at: Option<DateTime<Utc>>,
}

/// Something that keeps a licence from being used here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The organization did not work on the cloud.
    #[error("The organization is disabled on the cloud.")]
    Disabled,
    /// It is from the future.
    #[error("It was issued at {0}, which is in the future for this server; check its clock.")]
    IssuedInFuture(DateTime<Utc>),
    /// The clock of this server is wrong.
    #[error("The clock of this server is {0} minutes behind the cloud's; set it right.")]
    ClockBehind(i64),
    /// It ran out.
    #[error("It expired at {0}.")]
    Expired(DateTime<Utc>),
    /// Its form is newer than this server.
    #[error(
        "License version not supported: it has version {found}, this server reads versions {oldest} to \
         {newest}. Update the server to one that reads version {found}."
    )]
    Version {
        /// The version of the document.
        found: i64,
        /// The oldest this server reads.
        oldest: i64,
        /// The newest this server reads.
        newest: i64,
    },
    /// It is for another server.
    #[error("It is for the installation {licensed}, and this server is {here}.")]
    Installation {
        /// The installation in the licence.
        licensed: String,
        /// The installation of this server.
        here: String,
    },
    /// The plan does not include it.
    #[error("Its plan does not include a server of one's own.")]
    NoSelfHosting,
    /// It belongs elsewhere.
    #[error(
        "It is a personal premium license; upload it from the subscription page of the account."
    )]
    Personal,
    /// It belongs elsewhere.
    #[error(
        "It is the license of an organization; upload it from the subscription page of the \
         organization."
    )]
    NotPersonal,
    /// It does not say whom it is for.
    #[error("It does not say whether it is for an organization or for a person.")]
    NoKind,
    /// A personal licence without what it is for.
    #[error("It gives no premium features.")]
    NotPremium,
    /// The account's address is not proven, so nobody knows that it is the licensed person's.
    #[error("The mail address of this account is not verified; verify it first.")]
    EmailNotVerified,
    /// It is another person's.
    #[error("It is for another mail address than this account's.")]
    OtherEmail,
    /// Nobody this server trusts signed it.
    #[error("It is not signed by a key this server trusts{}.", named(.0.as_deref()))]
    NotGenuine(Option<String>),
    /// The token in it is about something else.
    #[error("The token in it belongs to another license.")]
    NotAddressed,
}

impl Flaw {
    /// A word for it, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::IssuedInFuture(_) => "issued_in_future",
            Self::ClockBehind(_) => "clock_behind",
            Self::Expired(_) => "expired",
            Self::Version { .. } => "version",
            Self::Installation { .. } => "installation",
            Self::NoSelfHosting => "no_self_hosting",
            Self::Personal => "personal",
            Self::NotPersonal => "not_personal",
            Self::NoKind => "no_kind",
            Self::NotPremium => "not_premium",
            Self::EmailNotVerified => "email_not_verified",
            Self::OtherEmail => "other_email",
            Self::NotGenuine(_) => "not_genuine",
            Self::NotAddressed => "not_addressed",
        }
    }
}

fn named(key: Option<&str>) -> String {
    key.map_or_else(String::new, |key| format!(" (its key is {key})"))
}

/// Everything that keeps `license`, proven as `proof` says, from being used on the server with
/// `installation`; nothing when it may be used.
pub fn verify(
    license: &License,
    proof: &Proof,
    installation: Option<Id<Installation>>,
    now: DateTime<Utc>,
) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    check_proof(proof, (license.version, license.issued_at), &VERSIONS, now, &mut flaws);
    check_span(license.expires_at, proof, now, &mut flaws);
    if license.enabled == Some(false) {
        flaws.push(Flaw::Disabled);
    }
    if license.installation.is_none() || license.installation != installation {
        flaws.push(Flaw::Installation {
            licensed: shown(license.installation),
            here: shown(installation),
        });
    }
    // Personal licences say nothing of it: they are for any server of the installation's.
    if license.stated.has(Feature::SelfHost) && !license.granted.has(Feature::SelfHost) {
        flaws.push(Flaw::NoSelfHosting);
    }
    match (license.kind, proof) {
        (Some(LicenseKind::User), _) => flaws.push(Flaw::Personal),
        (None, Proof::Token(_)) => flaws.push(Flaw::NoKind),
        (Some(LicenseKind::Organization), _) | (None, Proof::Fields { .. }) => {}
    }
    flaws
}

/// Whether a licence of that version, made then, is proven.
pub(super) fn check_proof(
    proof: &Proof,
    (version, issued_at): (i64, DateTime<Utc>),
    versions: &std::ops::RangeInclusive<i64>,
    now: DateTime<Utc>,
    flaws: &mut Vec<Flaw>,
) {
    match proof {
        Proof::Fields { genuine } => {
            if !genuine {
                flaws.push(Flaw::NotGenuine(None));
            }
            if !versions.contains(&version) {
                flaws.push(Flaw::Version {
                    found: version,
                    oldest: *versions.start(),
                    newest: *versions.end(),
                });
            }
            if issued_at > now + LEEWAY {
                flaws.push(Flaw::IssuedInFuture(issued_at));
            }
        }
        Proof::Token(token) => check_token(token, now, flaws),
    }
}

fn check_token(token: &TokenProof, now: DateTime<Utc>, flaws: &mut Vec<Flaw>) {
    if !token.genuine {
        flaws.push(Flaw::NotGenuine(token.key_id.clone()));
    }
    if !token.addressed {
        flaws.push(Flaw::NotAddressed);
    }
    if let Some(begin) = token.not_before.filter(|begin| *begin > now + LEEWAY) {
        // Rounded up: a clock that is seconds off is not "0 minutes" off.
        flaws.push(Flaw::ClockBehind(((begin - now).num_seconds() + 59) / 60));
    }
}

/// The licence ends with its own date and, with a token, with the token's: whichever comes first.
pub(super) fn check_span(
    expires_at: Option<DateTime<Utc>>,
    proof: &Proof,
    now: DateTime<Utc>,
    flaws: &mut Vec<Flaw>,
) {
    let token_end = match proof {
        Proof::Fields { .. } => None,
        Proof::Token(token) => token.ends_at,
    };
    let end = [expires_at, token_end].into_iter().flatten().min();
    if let Some(end) = end.filter(|end| *end < now) {
        flaws.push(Flaw::Expired(end));
    }
}

fn shown(installation: Option<Id<Installation>>) -> String {
    installation.map_or_else(|| "none".to_owned(), |id| id.to_string())
}

#[cfg(test)]
mod tests;
