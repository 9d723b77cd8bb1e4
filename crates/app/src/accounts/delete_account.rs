//! Deleting an account.

use domain::{accounts::User, id::Id};
use store::StoreError;

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, verify_user::VerifyUserError},
};

/// Why the account stays.
#[derive(Debug, thiserror::Error)]
pub enum DeleteAccountError {
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// An organization would be left without an owner.
    #[error("You are the only owner of an organization. Make someone else an owner, or delete it.")]
    SoleOwner,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for DeleteAccountError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::SoleOwner => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::Verify(error) if error.slow())
    }
}

impl App {
    /// Deletes the account and everything that is its own.
    ///
    /// # Errors
    ///
    /// [`DeleteAccountError::SoleOwner`] when an organization would be left without an owner.
    pub async fn delete_account(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(), DeleteAccountError> {
        self.verify_user(user, password).await?;
        let mut tx = self.db.write().await?;
        if tx.organizations_owned_alone(user).await? > 0 {
            return Err(DeleteAccountError::SoleOwner);
        }
        tx.delete_account(user).await?;
        tx.commit().await?;
        self.forget_stamp(user).await;
        Ok(())
    }
}
