//! How an organization begins.

use chrono::{DateTime, Utc};

use super::{Collection, CollectionRules, Entitlements, Member, Organization};
use crate::{accounts::User, id::Id};

/// How far an organization is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganizationStatus {
    /// Waits for its first owner.
    Pending,
    /// Runs by itself.
    Created,
    /// Is managed by a provider.
    Managed,
}

impl OrganizationStatus {
    /// The protocol's number.
    pub const fn number(self) -> i64 {
        match self {
            Self::Pending => 0,
            Self::Created => 1,
            Self::Managed => 2,
        }
    }

    /// The status of that number.
    pub const fn from_number(number: i64) -> Option<Self> {
        Some(match number {
            0 => Self::Pending,
            1 => Self::Created,
            2 => Self::Managed,
            _ => return None,
        })
    }
}

/// Everything a new organization begins with.
#[derive(Debug, Clone)]
pub struct Founding {
    /// Its id.
    pub id: Id<Organization>,
    /// Its name, as [`checked_name`] left it.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
    /// The name of the company behind it.
    pub business_name: Option<String>,
    /// What it is entitled to.
    pub entitlements: Entitlements,
    /// How it handles collections.
    pub collection_rules: CollectionRules,
    /// Up to how many seats it grows by itself; none is no limit.
    pub max_autoscale_seats: Option<i64>,
    /// Its public key.
    pub public_key: Option<String>,
    /// Its private key, wrapped by its own key.
    pub private_key: Option<String>,
    /// What ties it to its licences.
    pub license_key: String,
    /// When it stops working, if it does.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it should have been paid for again.
    pub expires_without_grace_at: Option<DateTime<Utc>>,
    /// Who makes it.
    pub founder: Founder,
    /// Its first collection, with the encrypted name.
    pub collection: Option<(Id<Collection>, String)>,
}

/// Who makes an organization, and becomes its first owner.
#[derive(Clone)]
pub struct Founder {
    /// Their place in it.
    pub member: Id<Member>,
    /// Who.
    pub user: Id<User>,
    /// The organization key, wrapped for them.
    pub key: String,
}

impl std::fmt::Debug for Founder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Founder({} …)", self.user)
    }
}

/// Why a name does not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unnameable {
    /// Nothing is left of it.
    #[error("The Name field is required.")]
    Empty,
    /// It is longer than fifty characters.
    #[error("The name may have at most 50 characters.")]
    TooLong,
    /// It has a character that licences cannot carry.
    #[error("The name may not contain the character | or control characters.")]
    Character,
}

/// Whether licences can carry `text`: their signed text sets its fields apart by `|`.
pub fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| c == '|' || c.is_control())
}

/// `name` without the blanks around it.
///
/// # Errors
///
/// [`Unnameable`].
pub fn checked_name(name: &str) -> Result<String, Unnameable> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(Unnameable::Empty),
        51.. => Err(Unnameable::TooLong),
        _ if !is_plain(name) => Err(Unnameable::Character),
        _ => Ok(name.to_owned()),
    }
}

/// The name of the company behind an organization, without the blanks around it; none when nothing
/// is left.
///
/// # Errors
///
/// [`Unnameable`].
pub fn checked_business_name(name: Option<&str>) -> Result<Option<String>, Unnameable> {
    match checked_name(name.unwrap_or_default()) {
        Ok(name) => Ok(Some(name)),
        Err(Unnameable::Empty) => Ok(None),
        Err(why) => Err(why),
    }
}
