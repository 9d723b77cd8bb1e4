//! Asking for the master password again, before something grave.

use domain::{accounts::User, id::Id};
use store::{StoreError, accounts::Account};

use super::{
    ClientHash,
    password_pool::Busy,
    throttle::{CountError, Proof},
};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why the person was not verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyUserError {
    /// The password is another.
    #[error("User verification failed.")]
    Failed,
    /// Too many tries.
    #[error(transparent)]
    Count(#[from] CountError),
    /// Too many others.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for VerifyUserError {
    fn kind(&self) -> Kind {
        match self {
            Self::Failed => Kind::Invalid,
            Self::Count(error) => error.kind(),
            Self::Busy(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Failed => Some("wrong_password"),
            Self::Count(_) | Self::Busy(_) | Self::Store(_) => None,
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::Failed)
    }
}

impl App {
    /// The account of `user`, once `password` has proved to be theirs. Call it before a unit of
    /// work begins: it takes a while.
    ///
    /// # Errors
    ///
    /// [`VerifyUserError::Failed`] when the password is another; that answer leaves late.
    pub async fn verify_user(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<Account, VerifyUserError> {
        let counted = self.count_proof(Proof::Again, &user.to_string(), None).await?;
        let found = self.db.read().await?.account(user).await?;
        let account = found.ok_or(VerifyUserError::Failed)?;
        if !self.password_matches(account.password_hash.as_deref(), password).await? {
            return Err(VerifyUserError::Failed);
        }
        self.take_back(counted).await?;
        Ok(account)
    }
}
