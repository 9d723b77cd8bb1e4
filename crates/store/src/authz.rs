//! How people stand towards organizations.

use domain::{
    accounts::User,
    authz::{Permissions, Standing},
    id::Id,
    organizations::Organization,
};
use sqlx::FromRow;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    STANDING = "
        SELECT role, permissions
          FROM memberships
         WHERE organization_id = $1 AND user_id = $2 AND status = 2";
}

#[derive(FromRow)]
struct StandingRow {
    role: i64,
    permissions: i64,
}

impl Tx {
    /// How `user` stands towards `organization`; none to strangers and to those not yet confirmed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn standing(
        &mut self,
        organization: Id<Organization>,
        user: Id<User>,
    ) -> Result<Option<Standing>, StoreError> {
        let row: Option<StandingRow> = self.optional(STANDING, args![organization, user]).await?;
        Ok(row.map(|row| match row.role {
            0 => Standing::Owner,
            1 => Standing::Admin,
            4 => Standing::Custom(Permissions::from_bits(row.permissions)),
            _ => Standing::User,
        }))
    }
}
