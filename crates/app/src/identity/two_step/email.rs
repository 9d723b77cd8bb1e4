//! Two-step login by mail: setting it up, and having a code sent to sign in with.

use std::net::IpAddr;

use domain::{
    accounts::{User, is_email, normalized},
    id::Id,
    identity::two_step::Method,
};
use serde::{Deserialize, Serialize};
use store::{StoreError, accounts::Account};
use uuid::Uuid;

use super::{SettingsProof, TwoStepError};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{
        ClientHash, Secret,
        issue::CODE_SESSION,
        log_in::LogInError,
        mailed_codes::CodeFor,
        throttle::{CODES, CountError, LETTERS},
    },
};

/// What the tokens of [`App::code_session`] are made for.
const PURPOSE: &str = "two-step-email";

/// Who proved their password a moment ago.
#[derive(Serialize, Deserialize)]
struct Ticket {
    user: Uuid,
    stamp: String,
}

/// Two-step login by mail in the settings.
#[derive(Debug)]
pub struct EmailView {
    /// Where codes are mailed, once it is set up.
    pub email: Option<String>,
    /// What a change is asked for with.
    pub ticket: Secret,
}

/// What a code to sign in with is asked for with.
#[derive(Debug)]
pub enum LogInProof {
    /// The master password of the account of that address.
    Password(String, ClientHash),
    /// What was answered to the password.
    Session(Secret),
}

/// Why no code to sign in with is mailed.
#[derive(Debug, thiserror::Error)]
pub enum LogInCodeError {
    /// The password was not proved, or too long ago.
    #[error(transparent)]
    LogIn(#[from] LogInError),
    /// Codes are not mailed to this person.
    #[error("Two-step login by email is not set up.")]
    NotSetUp,
    /// Too many letters.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The address cannot be read.
    #[error(transparent)]
    Settings(#[from] TwoStepError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for LogInCodeError {
    fn kind(&self) -> Kind {
        match self {
            Self::LogIn(error) => error.kind(),
            Self::NotSetUp => Kind::Invalid,
            Self::Count(error) => error.kind(),
            Self::Settings(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::LogIn(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotSetUp => Some("not_set_up"),
            _ => self.handed_on()?.code(),
        }
    }
}

impl App {
    /// Two-step login by mail in the settings.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn show_two_step_email(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<EmailView, TwoStepError> {
        let account = self.verify_user(user, password).await?;
        let email = self.two_step_address(user).await?;
        Ok(EmailView { email, ticket: self.open_settings(&account)? })
    }

    /// Mails a code that shows whether codes reach the person there.
    ///
    /// # Errors
    ///
    /// When the proof is not good, or the address cannot be one.
    pub async fn send_set_up_code(
        &self,
        user: Id<User>,
        proof: &SettingsProof,
        email: &str,
    ) -> Result<(), TwoStepError> {
        let account = self.may_change_two_step(user, proof).await?;
        let email = normalized(email);
        if !is_email(&email) {
            return Err(TwoStepError::NotAnEmail);
        }
        self.count(&[(LETTERS, email.clone())]).await?;
        let mut tx = self.db.write().await?;
        self.mail_code(&mut tx, &account, CodeFor::SetUp, &email, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Sets up two-step login by mail to that address, once a code shows that mail arrives there.
    ///
    /// # Errors
    ///
    /// [`TwoStepError::WrongCode`] when it is not the code.
    pub async fn set_two_step_email(
        &self,
        user: Id<User>,
        proof: &SettingsProof,
        email: &str,
        code: &Secret,
    ) -> Result<String, TwoStepError> {
        self.may_change_two_step(user, proof).await?;
        let email = normalized(email);
        let counted = self.count(&[(CODES, user.to_string())]).await?;
        if !self.take_code(user, CodeFor::SetUp, &email, code).await? {
            return Err(TwoStepError::WrongCode);
        }
        self.take_back(counted).await?;
        let mut tx = self.db.write().await?;
        let address = Secret::new(email.clone());
        self.keep_method(&mut tx, user, Method::Email, &address, None, self.now()).await?;
        tx.commit().await?;
        Ok(email)
    }

    /// Mails a code to sign in with.
    ///
    /// # Errors
    ///
    /// When the proof is not good, or codes are not mailed to this person.
    pub async fn send_log_in_code(
        &self,
        proof: &LogInProof,
        address: Option<IpAddr>,
    ) -> Result<(), LogInCodeError> {
        let account = match proof {
            LogInProof::Password(email, password) => {
                self.account_of(&normalized(email), password, None, address).await?
            }
            LogInProof::Session(token) => {
                let found = self.code_session_of(token).await?;
                found.ok_or(LogInError::Incorrect)?
            }
        };
        let to = self.two_step_address(account.user()).await?;
        let to = to.ok_or(LogInCodeError::NotSetUp)?;
        self.count(&[(LETTERS, to.clone())]).await?;
        let mut tx = self.db.write().await?;
        self.mail_code(&mut tx, &account, CodeFor::LogIn, &to, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Where codes are mailed, if they are.
    pub(super) async fn two_step_address(
        &self,
        user: Id<User>,
    ) -> Result<Option<String>, TwoStepError> {
        let found = self.db.read().await?.two_step_methods(user).await?;
        match found.into_iter().find(|it| it.method == Method::Email) {
            Some(set_up) => {
                let address = self.open_of(user, &set_up.secret).await?;
                Ok(Some(address.reveal().to_owned()))
            }
            None => Ok(None),
        }
    }

    /// What a code can be asked for with by someone who proved their password just now.
    pub(super) fn code_session(&self, account: &Account) -> Option<Secret> {
        let ticket = Ticket { user: account.id, stamp: account.security_stamp.clone() };
        let expires = self.now() + CODE_SESSION;
        self.keys.sign(PURPOSE, &ticket, Some(expires)).map(Secret::new)
    }

    async fn code_session_of(&self, token: &Secret) -> Result<Option<Account>, StoreError> {
        self.learn_seal(token.reveal()).await?;
        let ticket = self.keys.verify::<Ticket>(PURPOSE, token.reveal(), self.now());
        let Some(ticket) = ticket else { return Ok(None) };
        let account = self.db.read().await?.account(Id::new(ticket.user)).await?;
        Ok(account.filter(|account| account.security_stamp == ticket.stamp))
    }
}
