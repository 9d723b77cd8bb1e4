//! The cloud a self-hosted server belongs to, as its client sees it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::sponsorships::sync;
use uuid::Uuid;

use super::Answer;
use crate::fault::{Fault, Kind};

/// What a token of an installation is for. One is asked for at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CloudScope {
    /// Syncing sponsorships.
    Installation,
    /// Fetching licences.
    Licensing,
    /// Relaying push messages.
    Push,
}

impl CloudScope {
    /// Every one.
    pub const ALL: &[Self] = &[Self::Installation, Self::Licensing, Self::Push];

    /// The protocol's name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Installation => "api.installation",
            Self::Licensing => "api.licensing",
            Self::Push => "api.push",
        }
    }

    /// The one the protocol calls `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.name() == name)
    }
}

/// Why the cloud gave no answer that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloudError {
    /// This server has no cloud: it is one, or it has no installation.
    #[error("This server is not connected to a cloud.")]
    None,
    /// Nothing answered.
    #[error("The cloud cannot be reached: {0}.")]
    Unreachable(String),
    /// It understood, and said no.
    #[error("The cloud refused: {message}")]
    Refused {
        /// In its own words.
        message: String,
        /// Its stable word for it, if it gave one.
        code: Option<String>,
    },
    /// It does not know this installation, or its key is not right, or it was switched off.
    #[error(
        "The cloud does not accept this server's installation id and key; check them and their region."
    )]
    Unauthorized,
    /// It has no such thing.
    #[error("The cloud does not know this.")]
    Unknown,
    /// Too often.
    #[error("The cloud asks to wait before the next try.")]
    TooMany {
        /// For how long, if it said.
        wait: Option<Duration>,
    },
    /// It answered something else than the protocol has.
    #[error("The cloud's answer cannot be read: {0}.")]
    Unreadable(String),
}

impl CloudError {
    /// Whether the same request may succeed later, with nothing changed here.
    pub const fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TooMany { .. } | Self::Unreadable(_) => true,
            Self::None | Self::Refused { .. } | Self::Unauthorized | Self::Unknown => false,
        }
    }

    /// The word it is noted under: the cloud's own for a refusal, where that is one of ours.
    pub fn noted(&self) -> &'static str {
        const REFUSALS: &[&str] = &[
            "billing_key_wrong",
            "installation_not_approved",
            "installation_removed",
            "installation_unknown",
            "license_key_wrong",
            "organization_unknown",
            "plan_without_self_host",
            "subscription_ended",
        ];
        let named = match self {
            Self::Refused { code: Some(code), .. } => REFUSALS.iter().find(|it| *it == code),
            _ => None,
        };
        named.copied().or_else(|| self.code()).unwrap_or("server_failed")
    }

    /// How long the cloud asked to wait.
    pub const fn wait(&self) -> Option<Duration> {
        match self {
            Self::TooMany { wait } => *wait,
            _ => None,
        }
    }
}

impl Fault for CloudError {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::None => "cloud_none",
            Self::Unreachable(_) => "cloud_unreachable",
            Self::Refused { .. } => "cloud_refused",
            Self::Unauthorized => "cloud_unauthorized",
            Self::Unknown => "cloud_unknown",
            Self::TooMany { .. } => "cloud_busy",
            Self::Unreadable(_) => "cloud_unreadable",
        })
    }
}

/// Which licence is wanted, and the proof that it may be handed over.
#[derive(Clone)]
pub struct LicenseRequest {
    /// The organization, by its id on the cloud.
    pub organization: Uuid,
    /// The key of the licence held here.
    pub license_key: String,
    /// The organization's billing sync token.
    pub billing_sync_key: String,
}

impl std::fmt::Debug for LicenseRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LicenseRequest({} …)", self.organization)
    }
}

/// Which personal licence is wanted, and the proof that it may be handed over.
#[derive(Clone)]
pub struct PersonalLicenseRequest {
    /// The account, by its id on the cloud.
    pub user: Uuid,
    /// The key of the licence held here.
    pub license_key: String,
}

impl std::fmt::Debug for PersonalLicenseRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonalLicenseRequest({} …)", self.user)
    }
}

/// Sponsorships on their way to the cloud.
#[derive(Clone)]
pub struct SyncBatch {
    /// What both sides know the run by.
    pub run: Uuid,
    /// The organization, by its id on the cloud.
    pub organization: Uuid,
    /// The organization's billing sync token.
    pub billing_sync_key: String,
    /// Names this request: made again, it is answered again and nothing is done twice.
    pub request: Uuid,
    /// The last of the cloud's changes that was followed; 0 asks for all.
    pub cursor: i64,
    /// What changed here.
    pub items: Vec<sync::Item>,
}

impl std::fmt::Debug for SyncBatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SyncBatch({} {} items …)", self.organization, self.items.len())
    }
}

/// What the cloud answers to a sync of the second kind.
#[derive(Debug, Clone, Default)]
pub struct SyncAnswer {
    /// What became of each item, and the word for it.
    pub results: Vec<(sync::Result, String)>,
    /// The cloud's changes since the cursor.
    pub changes: Vec<sync::Change>,
    /// The last of them.
    pub cursor: i64,
    /// Whether there are more.
    pub more: bool,
}

/// What the cloud answers to an item of a sync of the first kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegacyAnswer {
    /// By what the item was sent.
    pub member: Uuid,
    /// Whether the cloud no longer has it.
    pub removed: bool,
    /// Whether it is ending.
    pub to_delete: bool,
    /// Until when a Families organization is free.
    pub until: Option<DateTime<Utc>>,
}

/// What the cloud says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloudFacts {
    /// Its region, if it says.
    pub region: Option<String>,
    /// The version of the protocol it speaks.
    pub version: Option<String>,
    /// Its clock.
    pub time: Option<DateTime<Utc>>,
}

/// The cloud a self-hosted server belongs to.
pub trait Cloud: Send + Sync {
    /// Proves this server's installation to the cloud anew, whatever was found out before.
    fn sign_in(&self, scope: CloudScope) -> Answer<'_, Result<(), CloudError>>;

    /// What the cloud says of itself. Needs no installation.
    fn facts(&self) -> Answer<'_, Result<CloudFacts, CloudError>>;

    /// The present licence of an organization, as JSON, unchecked.
    fn license(&self, request: LicenseRequest) -> Answer<'_, Result<String, CloudError>>;

    /// The present licence of a person, as JSON, unchecked.
    fn personal_license(
        &self,
        request: PersonalLicenseRequest,
    ) -> Answer<'_, Result<String, CloudError>>;

    /// A sync of the second kind; [`CloudError::Unknown`] where the cloud has none.
    fn sync_v2(&self, batch: SyncBatch) -> Answer<'_, Result<SyncAnswer, CloudError>>;

    /// A sync of the first kind. No two items of it may have the same member.
    fn sync_v1(&self, batch: SyncBatch) -> Answer<'_, Result<Vec<LegacyAnswer>, CloudError>>;
}

/// No cloud at all, for servers that are one or have no installation.
#[derive(Debug, Clone, Copy)]
pub struct NoCloud;

impl Cloud for NoCloud {
    fn sign_in(&self, _: CloudScope) -> Answer<'_, Result<(), CloudError>> {
        Box::pin(async { Err(CloudError::None) })
    }

    fn facts(&self) -> Answer<'_, Result<CloudFacts, CloudError>> {
        Box::pin(async { Err(CloudError::None) })
    }

    fn license(&self, _: LicenseRequest) -> Answer<'_, Result<String, CloudError>> {
        Box::pin(async { Err(CloudError::None) })
    }

    fn personal_license(
        &self,
        _: PersonalLicenseRequest,
    ) -> Answer<'_, Result<String, CloudError>> {
        Box::pin(async { Err(CloudError::None) })
    }

    fn sync_v2(&self, _: SyncBatch) -> Answer<'_, Result<SyncAnswer, CloudError>> {
        Box::pin(async { Err(CloudError::None) })
    }

    fn sync_v1(&self, _: SyncBatch) -> Answer<'_, Result<Vec<LegacyAnswer>, CloudError>> {
        Box::pin(async { Err(CloudError::None) })
    }
}
