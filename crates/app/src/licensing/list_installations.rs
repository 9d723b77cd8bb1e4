//! The installations of a cloud, for its operator.

use store::{StoreError, licensing::InstallationRecord};

use crate::App;

impl App {
    /// The newest installations, at most `limit` of them. For the operator.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_installations(
        &self,
        limit: i64,
    ) -> Result<Vec<InstallationRecord>, StoreError> {
        self.db.read().await?.installations(limit).await
    }
}
