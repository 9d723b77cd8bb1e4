//! The installations of a cloud, for its operator.

pub use store::licensing::{FoundInstallation, InstallationFilter};
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

    /// A page of installations, the newest first, and whether another one follows. For the operator.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn search_installations(
        &self,
        filter: &InstallationFilter,
        count: i64,
    ) -> Result<(Vec<FoundInstallation>, bool), StoreError> {
        let count = count.clamp(1, 200);
        let mut found = self.db.read().await?.installations_page(filter, count + 1).await?;
        let page = usize::try_from(count).unwrap_or(usize::MAX);
        let more = found.len() > page;
        found.truncate(page);
        Ok((found, more))
    }
}
