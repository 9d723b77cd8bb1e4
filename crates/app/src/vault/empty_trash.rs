//! What was in the trash long enough is deleted for good.

use domain::{
    accounts::User,
    id::Id,
    organizations::Organization,
    vault::{Cipher, TRASH},
};
use store::StoreError;

use crate::App;

/// How many items are deleted in one transaction, so that nobody waits long.
const AT_ONCE: i64 = 1_000;

impl App {
    /// Deletes what was put into the trash more than thirty days ago; answers how much that was.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn empty_trash(&self) -> Result<usize, StoreError> {
        let now = self.now();
        let mut deleted = 0;
        loop {
            let mut tx = self.db.write().await?;
            let old = tx.old_trash(now - TRASH, AT_ONCE).await?;
            if old.is_empty() {
                return Ok(deleted);
            }
            let ids: Vec<Id<Cipher>> = old.iter().map(|item| Id::new(item.id)).collect();
            let mut users: Vec<Id<User>> =
                old.iter().filter_map(|item| item.user_id.map(Id::new)).collect();
            users.sort_unstable();
            users.dedup();
            let mut organizations: Vec<Id<Organization>> =
                old.iter().filter_map(|item| item.organization_id.map(Id::new)).collect();
            organizations.sort_unstable();
            organizations.dedup();
            tx.delete_ciphers(&ids).await?;
            tx.touch_accounts(&users, now).await?;
            for organization in organizations {
                tx.hold_organization(organization, now).await?;
            }
            tx.commit().await?;
            deleted += ids.len();
        }
    }
}
