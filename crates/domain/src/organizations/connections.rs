//! What an organization is connected to.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Organization;
use crate::id::Id;

/// Something an organization is connected to.
#[derive(Debug, Clone, Copy)]
pub struct Connected;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConnectionKind {
    /// To its cloud organization, for licences and sponsorships.
    CloudBillingSync,
    /// To a provisioning service.
    Scim,
}

impl ConnectionKind {
    /// The protocol's number.
    pub const fn number(self) -> i64 {
        match self {
            Self::CloudBillingSync => 1,
            Self::Scim => 2,
        }
    }

    /// The kind of that number.
    pub const fn from_number(number: i64) -> Option<Self> {
        Some(match number {
            1 => Self::CloudBillingSync,
            2 => Self::Scim,
            _ => return None,
        })
    }

    /// The protocol's name, which some addresses use in place of the number.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CloudBillingSync => "CloudBillingSync",
            Self::Scim => "Scim",
        }
    }
}

/// One connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Its id.
    pub id: Id<Connected>,
    /// Whose.
    pub organization: Id<Organization>,
    /// Whether it is in use.
    pub enabled: bool,
    /// What it is connected to, and how.
    pub link: Link,
}

/// What a connection leads to.
#[derive(Clone, PartialEq, Eq)]
pub enum Link {
    /// The cloud organization.
    Cloud(CloudLink),
    /// A provisioning service.
    Scim {
        /// Which product, by the protocol's number.
        provider: Option<i64>,
    },
}

/// How an organization reaches its cloud organization.
#[derive(Clone, PartialEq, Eq)]
pub struct CloudLink {
    /// The billing sync token, sealed by the server.
    pub sealed_token: String,
    /// The organization there.
    pub cloud_organization: Uuid,
    /// Whether licences are fetched and applied without anyone asking.
    pub automatic_license: bool,
    /// When the licence was last fetched.
    pub last_license_sync_at: Option<DateTime<Utc>>,
}

impl Link {
    /// What it is for.
    pub const fn kind(&self) -> ConnectionKind {
        match self {
            Self::Cloud(_) => ConnectionKind::CloudBillingSync,
            Self::Scim { .. } => ConnectionKind::Scim,
        }
    }
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cloud(link) => write!(f, "Cloud({} …)", link.cloud_organization),
            Self::Scim { provider } => write!(f, "Scim({provider:?})"),
        }
    }
}
