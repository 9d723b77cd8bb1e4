//! Another mail address. It is what the master password is salted with, so the proof of the password
//! and the wrapped user key change with it.

use domain::{
    accounts::{User, is_email, normalized},
    id::Id,
    identity::two_step::masked,
};
use store::{StoreError, accounts::Account};

use super::{
    change_password::ChangePasswordError,
    register::{MasterPassword, RegisterError},
};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{
        ClientHash, Secret,
        mailed_codes::CodeFor,
        throttle::{CODES, CountError, LETTERS},
        verify_user::VerifyUserError,
    },
    mail::{Envelope, Letter},
};

/// Why the address stays.
#[derive(Debug, thiserror::Error)]
pub enum ChangeEmailError {
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// It cannot be a mail address.
    #[error("The email address is not valid.")]
    NotAnEmail,
    /// It is the address the account has.
    #[error("This is your email address already.")]
    Same,
    /// Another account has it.
    #[error("This email address has an account already.")]
    Taken,
    /// The code is another, was used, or is too old.
    #[error("The code is not valid. Try again.")]
    WrongCode,
    /// Too many tries, or letters.
    #[error(transparent)]
    Count(#[from] CountError),
    /// What comes with the new address cannot be accepted.
    #[error(transparent)]
    Password(#[from] ChangePasswordError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ChangeEmailError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::NotAnEmail | Self::Same | Self::Taken | Self::WrongCode => Kind::Invalid,
            Self::Count(error) => error.kind(),
            Self::Password(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Verify(error) => Some(error),
            Self::Password(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotAnEmail => Some("not_an_email"),
            Self::Same => Some("same_email"),
            Self::Taken => Some("taken"),
            Self::WrongCode => Some("wrong_code"),
            _ => self.handed_on()?.code(),
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::WrongCode) || self.handed_on().is_some_and(Fault::slow)
    }
}

impl From<RegisterError> for ChangeEmailError {
    fn from(error: RegisterError) -> Self {
        Self::Password(error.into())
    }
}

/// The new address, if it can be one and is new.
fn checked(account: &Account, email: &str) -> Result<String, ChangeEmailError> {
    let email = normalized(email);
    if !is_email(&email) {
        return Err(ChangeEmailError::NotAnEmail);
    }
    if email == account.email {
        return Err(ChangeEmailError::Same);
    }
    Ok(email)
}

impl App {
    /// Mails a code to the new address. Whoever asks does not learn whether it has an account; its
    /// owner does, by mail.
    ///
    /// # Errors
    ///
    /// When the password is wrong, or the address cannot be one.
    pub async fn request_email_change(
        &self,
        user: Id<User>,
        password: &ClientHash,
        email: &str,
    ) -> Result<(), ChangeEmailError> {
        let account = self.verify_user(user, password).await?;
        let email = checked(&account, email)?;
        self.count(&[(LETTERS, email.clone())]).await?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        if let Some(owner) = tx.account_by_email(&email).await? {
            let envelope = Envelope {
                dedupe_key: super::start_registration::once_a_minute("taken", &email, now),
                to: email,
                culture: Some(owner.culture),
                letter: Letter::AlreadyRegistered { link: self.settings.address("/#/login") },
            };
            self.post(&mut tx, &[envelope], now).await?;
        } else {
            self.mail_code(&mut tx, &account, CodeFor::NewAddress, &email, now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Replaces the address, once a code shows that mail arrives there, and ends every session. The
    /// old address is told.
    ///
    /// # Errors
    ///
    /// [`ChangeEmailError::Taken`] when another account has it.
    pub async fn change_email(
        &self,
        user: Id<User>,
        old: &ClientHash,
        email: &str,
        code: &Secret,
        new: MasterPassword,
    ) -> Result<(), ChangeEmailError> {
        let mut account = self.verify_user(user, old).await?;
        let email = checked(&account, email)?;
        if new.kdf != account.derivation()? {
            return Err(ChangePasswordError::OtherDerivation.into());
        }
        let new = new.shaped(&email)?;
        let counted = self.count(&[(CODES, user.to_string())]).await?;
        if !self.take_code(user, CodeFor::NewAddress, &email, code).await? {
            return Err(ChangeEmailError::WrongCode);
        }
        self.take_back(counted).await?;

        let told = Envelope {
            to: account.email.clone(),
            culture: Some(account.culture.clone()),
            dedupe_key: format!("email-changed:{}", self.unguessable_id()),
            letter: Letter::EmailChanged { email: masked(&email) },
        };
        account.email.clone_from(&email);
        account.email_verified = true;
        account.salt = email;
        match self.replace_password(account, new, &[told]).await {
            Err(ChangePasswordError::Store(StoreError::Duplicate)) => Err(ChangeEmailError::Taken),
            other => Ok(other?),
        }
    }
}
