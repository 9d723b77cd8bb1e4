//! The secret an installation proves itself with.

use aws_lc_rs::digest::{SHA256, digest};
use chrono::{DateTime, Utc};
use store::licensing::InstallationRecord;
use subtle::ConstantTimeEq as _;

use crate::App;

/// The secret an installation proves itself with: shown once, kept hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct InstallationKey(String);

impl InstallationKey {
    /// As many letters and digits as the protocol has.
    const LENGTH: usize = 20;

    pub(super) fn new(app: &App) -> Self {
        Self(app.alphanumeric(Self::LENGTH))
    }

    /// The secret itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        hash(&self.0)
    }
}

impl std::fmt::Debug for InstallationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InstallationKey(…)")
    }
}

// The key is random and long, so a plain hash of it cannot be reversed by guessing.
fn hash(key: &str) -> Vec<u8> {
    digest(&SHA256, key.as_bytes()).as_ref().to_vec()
}

/// Whether `key` is the present one of the installation.
pub(super) fn is_present(installation: &InstallationRecord, key: &str) -> bool {
    installation.key_hash.ct_eq(&hash(key)).into()
}

/// Whether `key` opens the installation, by its present key or the one before while that works.
pub(super) fn opens(installation: &InstallationRecord, key: &str, now: DateTime<Utc>) -> bool {
    let offered = hash(key);
    let present = installation.key_hash.ct_eq(&offered);
    let before = installation.previous_hash.as_deref().unwrap_or_default().ct_eq(&offered);
    let before = bool::from(before) && installation.previous_expires_at.is_some_and(|at| now < at);
    bool::from(present) || before
}
