//! The API key of an account: shown, and replaced.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id};
use store::StoreError;

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, Secret, verify_user::VerifyUserError},
};

/// Why the key is not shown.
#[derive(Debug, thiserror::Error)]
pub enum ApiKeyError {
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// The server has no key to make it of.
    #[error("no key to make API keys of")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ApiKeyError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::NoKey => Kind::Internal,
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Verify(error) => Some(error),
            _ => None,
        }
    }
}

impl App {
    /// The account's API key, and when the account was last changed.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn show_api_key(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(Secret, DateTime<Utc>), ApiKeyError> {
        let account = self.verify_user(user, password).await?;
        let key = self.account_api_key(&account).ok_or(ApiKeyError::NoKey)?;
        Ok((key, account.revised_at))
    }

    /// A new API key in place of the old one, which no longer works.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn rotate_api_key(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(Secret, DateTime<Utc>), ApiKeyError> {
        let mut account = self.verify_user(user, password).await?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.rotate_account_api_key(user, now).await?;
        if let Some(rotated) = tx.account(user).await? {
            account = rotated;
        }
        tx.commit().await?;
        Ok((self.account_api_key(&account).ok_or(ApiKeyError::NoKey)?, now))
    }
}
