//! An installation is let in, or not.

use domain::{id::Id, licensing::Installation};

use super::find_installation::FindInstallationError;
use crate::App;

impl App {
    /// Lets an installation sign in and use its tokens, or not. For the operator.
    ///
    /// # Errors
    ///
    /// When there is none of that id.
    pub async fn switch_installation(
        &self,
        id: Id<Installation>,
        enabled: bool,
    ) -> Result<(), FindInstallationError> {
        let mut tx = self.db.write().await?;
        if !tx.switch_installation(id, enabled, self.now()).await? {
            return Err(FindInstallationError::NoSuchInstallation);
        }
        tx.commit().await?;
        tracing::info!(installation.id = %id, enabled, "an installation was switched");
        Ok(())
    }
}
