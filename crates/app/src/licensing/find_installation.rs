//! Whether an installation exists and may sign in, as installers ask.

use domain::{id::Id, licensing::Installation};
use store::{StoreError, licensing::InstallationRecord};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why an installation cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum FindInstallationError {
    /// There is none of that id.
    #[error("Resource not found.")]
    NoSuchInstallation,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for FindInstallationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchInstallation => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// The installation of that id, for anyone who knows it.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn find_installation(
        &self,
        id: Id<Installation>,
    ) -> Result<InstallationRecord, FindInstallationError> {
        let found = self.db.read().await?.installation(id).await?;
        found.ok_or(FindInstallationError::NoSuchInstallation)
    }

    /// Whether the installation of that id exists and is switched on: its tokens outlive both.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn installation_may_act(&self, id: Id<Installation>) -> Result<bool, StoreError> {
        let found = self.db.read().await?.installation(id).await?;
        Ok(found.is_some_and(|installation| installation.enabled))
    }
}
