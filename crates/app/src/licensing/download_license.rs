//! An owner downloads the licence for a server of their own.

use domain::{
    authz::{ManageLicense, Permit},
    events::EventKind,
    id::Id,
};
use store::outbox::Event;
use uuid::Uuid;

use super::issue_license::IssueLicenseError;
use crate::App;

impl App {
    /// The licence of the organization for the server with that installation id, as JSON. The server
    /// is approved for the organization by it.
    ///
    /// # Errors
    ///
    /// When there is no such installation, or the plan or the subscription has no licence.
    pub async fn download_license(
        &self,
        permit: Permit<ManageLicense>,
        installation: &str,
    ) -> Result<String, IssueLicenseError> {
        let installation = Uuid::parse_str(installation.trim())
            .map(Id::new)
            .map_err(|_| IssueLicenseError::NoSuchInstallation)?;
        let now = self.now();
        let organization = permit.organization();
        let document = self.issue_license(organization, installation, now).await?;

        let mut tx = self.db.write().await?;
        let mut events = vec![Event {
            installation: Some(installation.uuid()),
            ..Event::by(EventKind::LicenseDownloaded, &permit)
        }];
        if tx.link_installation(organization, installation, now).await? {
            events.push(Event {
                installation: Some(installation.uuid()),
                ..Event::by(EventKind::InstallationLinked, &permit)
            });
        }
        tx.record_all(&events, now).await?;
        tx.commit().await?;
        Ok(document)
    }
}
