//! An installation gets another key; the one before works for a day longer.

use chrono::{DateTime, Duration, Utc};
use domain::{id::Id, licensing::Installation};
use store::StoreError;

use super::{InstallationKey, installation_key::is_present};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// How long the key before still works.
const OVERLAP: Duration = Duration::hours(24);

/// A new key, shown only now.
#[derive(Debug)]
pub struct RotatedKey {
    /// The key.
    pub key: InstallationKey,
    /// Until when the one before still works.
    pub previous_until: DateTime<Utc>,
}

/// Why the key stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum RotateInstallationKeyError {
    /// There is no such installation, or the caller is another.
    #[error("Resource not found.")]
    NoSuchInstallation,
    /// The key given is not the present one.
    #[error("The present installation key is not right.")]
    WrongKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RotateInstallationKeyError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchInstallation => Kind::NotFound,
            Self::WrongKey => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Gives an installation another key. `proof` is the present key when the installation itself
    /// asks, and none when the operator does. The key before does not do: whoever found an old one
    /// could lock the server out with it.
    ///
    /// # Errors
    ///
    /// When there is none of that id, it asks itself while it is switched off, or the proof is wrong.
    pub async fn rotate_installation_key(
        &self,
        id: Id<Installation>,
        proof: Option<&str>,
    ) -> Result<RotatedKey, RotateInstallationKeyError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let found = tx.installation(id).await?;
        let found = found.filter(|it| it.enabled || proof.is_none());
        let installation = found.ok_or(RotateInstallationKeyError::NoSuchInstallation)?;
        if proof.is_some_and(|key| !is_present(&installation, key)) {
            return Err(RotateInstallationKeyError::WrongKey);
        }

        let key = InstallationKey::new(self);
        let previous_until = now + OVERLAP;
        tx.replace_installation_key(&installation, &key.hash(), previous_until, now).await?;
        tx.commit().await?;
        tracing::info!(installation.id = %id, "an installation got another key");
        Ok(RotatedKey { key, previous_until })
    }
}
