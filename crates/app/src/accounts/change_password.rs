//! A new master password.

use domain::{accounts::User, events::EventKind, id::Id};
use store::{StoreError, accounts::Account, outbox::Event};

use super::register::{MasterPassword, RegisterError, checked_hint};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, password_pool::Busy, verify_user::VerifyUserError},
    mail::Envelope,
};

/// Why the password stays.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// The old one is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// The new one cannot be accepted.
    #[error(transparent)]
    Refused(#[from] RegisterError),
    /// The derivation is another than the account's; it is changed separately.
    #[error("The key derivation cannot be changed together with the password.")]
    OtherDerivation,
    /// Too many others.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ChangePasswordError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::Refused(error) => error.kind(),
            Self::OtherDerivation => Kind::Invalid,
            Self::Busy(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Verify(error) => Some(error),
            Self::Refused(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::OtherDerivation => Some("other_derivation"),
            _ => self.handed_on()?.code(),
        }
    }
}

impl App {
    /// Replaces the master password, and ends every session.
    ///
    /// # Errors
    ///
    /// When the old one is wrong, or the new one cannot be accepted.
    pub async fn change_password(
        &self,
        user: Id<User>,
        old: &ClientHash,
        new: MasterPassword,
        hint: Option<String>,
    ) -> Result<(), ChangePasswordError> {
        let mut account = self.verify_user(user, old).await?;
        if new.kdf != account.derivation()? {
            return Err(ChangePasswordError::OtherDerivation);
        }
        account.password_hint = checked_hint(hint)?;
        let new = new.shaped(&account.email)?;
        self.replace_password(account, new, &[]).await
    }

    /// Keeps the account with the new password and a new security stamp, ends every session, and
    /// sends these letters.
    pub(super) async fn replace_password(
        &self,
        mut account: Account,
        new: MasterPassword,
        letters: &[Envelope],
    ) -> Result<(), ChangePasswordError> {
        let hash = self.hash_password(&new.hash).await?;
        let judged = account.security_stamp;
        account.security_stamp = self.unguessable_id().to_string();
        account.password_hash = Some(hash);
        account.set_derivation(new.kdf);
        account.user_key = Some(new.user_key);

        let now = self.now();
        let user = account.user();
        let mut tx = self.db.write().await?;
        tx.save_password(&account, &judged, now).await?;
        tx.end_sessions(user).await?;
        let changed = Event::of_user(EventKind::UserChangedPassword, user);
        tx.record_of_person(user, changed, now).await?;
        self.post(&mut tx, letters, now).await?;
        tx.commit().await?;
        self.forget_stamp(user).await;
        Ok(())
    }
}
