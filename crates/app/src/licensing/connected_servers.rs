//! The servers that serve an organization, for its owners.

use domain::{
    authz::{ManageInstallations, Permit},
    events::EventKind,
    id::Id,
    licensing::Installation,
};
pub use store::licensing::LinkedInstallation;
use store::{StoreError, outbox::Event};

use super::find_installation::FindInstallationError;
use crate::App;

impl App {
    /// The servers that serve the organization: approved, only seen, or removed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn connected_servers(
        &self,
        permit: &Permit<ManageInstallations>,
    ) -> Result<Vec<LinkedInstallation>, StoreError> {
        self.db.read().await?.linked_installations(permit.organization()).await
    }

    /// Approves a server that was seen, removed ones too.
    ///
    /// # Errors
    ///
    /// When it was not.
    pub async fn approve_server(
        &self,
        permit: &Permit<ManageInstallations>,
        installation: Id<Installation>,
    ) -> Result<(), FindInstallationError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        if !tx.approve_installation(permit.organization(), installation).await? {
            return Err(FindInstallationError::NoSuchInstallation);
        }
        let event = Event {
            installation: Some(installation.uuid()),
            ..Event::by(EventKind::InstallationLinked, permit)
        };
        tx.record(event, now).await?;
        Ok(tx.commit().await?)
    }

    /// Removes a server: it is not served before an owner approves it again.
    ///
    /// # Errors
    ///
    /// When it does not serve the organization.
    pub async fn remove_server(
        &self,
        permit: &Permit<ManageInstallations>,
        installation: Id<Installation>,
    ) -> Result<(), FindInstallationError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        if !tx.unlink_installation(permit.organization(), installation).await? {
            return Err(FindInstallationError::NoSuchInstallation);
        }
        let event = Event {
            installation: Some(installation.uuid()),
            ..Event::by(EventKind::InstallationUnlinked, permit)
        };
        tx.record(event, now).await?;
        Ok(tx.commit().await?)
    }
}
