//! An owner deletes the organization, with everything in it.

use domain::{
    accounts::User,
    authz::{DeleteOrganization, Permit},
    id::Id,
};
use store::StoreError;

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, verify_user::VerifyUserError},
};

/// Why an organization could not be deleted.
#[derive(Debug, thiserror::Error)]
pub enum DeleteOrganizationError {
    /// The master password is another.
    #[error(transparent)]
    Unproven(#[from] VerifyUserError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for DeleteOrganizationError {
    fn kind(&self) -> Kind {
        match self {
            Self::Unproven(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Unproven(error) => Some(error),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Deletes the organization once `user` has proved to be who they are.
    ///
    /// # Errors
    ///
    /// See [`DeleteOrganizationError`].
    pub async fn delete_organization(
        &self,
        permit: Permit<DeleteOrganization>,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(), DeleteOrganizationError> {
        self.verify_user(user, password).await?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.touch_members(permit.organization(), now).await?;
        tx.delete_organization(permit.organization()).await?;
        tx.commit().await?;
        Ok(())
    }
}
