//! What operators do to accounts: stop them, let them go on, and take them away.

use domain::{accounts::User, admin::Act, id::Id};
use store::StoreError;

use super::By;
use crate::{
    App,
    accounts::delete_account::DeleteAccountError,
    fault::{Fault, Kind},
};

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum OperateUserError {
    /// There is none of that id.
    #[error("There is no such account.")]
    NoSuchAccount,
    /// The account stays.
    #[error(transparent)]
    Delete(#[from] DeleteAccountError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for OperateUserError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchAccount => Kind::NotFound,
            Self::Delete(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Keeps someone from signing in, and ends what they are signed in to; or lets them again.
    ///
    /// # Errors
    ///
    /// When there is no such account.
    pub async fn switch_user(
        &self,
        user: Id<User>,
        enabled: bool,
        by: &By,
    ) -> Result<(), OperateUserError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account(user).await?.ok_or(OperateUserError::NoSuchAccount)?;
        let changed = if enabled {
            tx.enable_user(user, now).await?
        } else {
            let stamp = self.unguessable_id().to_string();
            let changed = tx.disable_user(user, &stamp, now).await?;
            tx.end_sessions(user).await?;
            changed
        };
        if changed {
            let act = if enabled { Act::EnableUser } else { Act::DisableUser };
            tx.note_deed(&by.did(act).to(user.uuid()).called(account.email), now).await?;
        }
        tx.commit().await?;
        self.forget_stamp(user).await;
        Ok(())
    }

    /// Deletes an account with everything that is its own, as the person could.
    ///
    /// # Errors
    ///
    /// When there is no such account, or an organization would be left without an owner.
    pub async fn remove_user(&self, user: Id<User>, by: &By) -> Result<(), OperateUserError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account(user).await?.ok_or(OperateUserError::NoSuchAccount)?;
        self.take_account_away(&mut tx, user, None, now).await?;
        tx.note_deed(&by.did(Act::DeleteUser).to(user.uuid()).called(account.email), now).await?;
        tx.commit().await?;
        self.forget_stamp(user).await;
        tracing::info!(user.id = %user, "an operator deleted an account");
        Ok(())
    }
}
