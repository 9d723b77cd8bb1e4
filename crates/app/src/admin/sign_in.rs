//! Operators sign in by a mailed link: there is no password to lose.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{admin::Act, id::Id};
use store::{
    StoreError,
    operators::{Opens, OperatorRow},
};

use super::{OperatorSession, SecondStepError};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{
        Secret,
        throttle::{CountError, Limit, TooMany, network},
    },
    mail::{Envelope, Letter},
};

/// Links one address of the network can ask for.
const ASKERS: Limit = Limit { what: "operator-askers", most: 10, minutes: 60 };
/// Links one operator can be sent: so many that no single address keeps them out.
const OPERATOR_LETTERS: Limit = Limit { what: "operator-letters", most: 60, minutes: 60 };
/// How long a link works.
const LINK: TimeDelta = TimeDelta::minutes(15);
/// How long a session lasts.
const SESSION: TimeDelta = TimeDelta::hours(8);

/// A session that was just opened.
#[derive(Debug)]
pub struct NewOperatorSession {
    /// Whose.
    pub session: OperatorSession,
    /// What opens it; the browser keeps it where no page can read it.
    pub secret: Secret,
}

/// Why no link is mailed.
#[derive(Debug, thiserror::Error)]
pub enum RequestSignInError {
    /// Too many were asked for.
    #[error(transparent)]
    TooMany(#[from] TooMany),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RequestSignInError {
    fn kind(&self) -> Kind {
        match self {
            Self::TooMany(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }
}

impl From<CountError> for RequestSignInError {
    fn from(error: CountError) -> Self {
        match error {
            CountError::TooMany(error) => Self::TooMany(error),
            CountError::Store(error) => Self::Store(error),
        }
    }
}

/// Why a link opens nothing.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmSignInError {
    /// It was used, is too old, or never was one.
    #[error("This link has been used or is too old. Ask for a new one.")]
    NotGood,
    /// The second step is missing or wrong; the link goes on working.
    #[error(transparent)]
    SecondStep(#[from] SecondStepError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ConfirmSignInError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotGood => Kind::Invalid,
            Self::SecondStep(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::SecondStep(error) => error.code(),
            Self::NotGood | Self::Store(_) => None,
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::SecondStep(error) => error.fields(),
            Self::NotGood | Self::Store(_) => Vec::new(),
        }
    }
}

impl App {
    /// Mails a sign-in link to `email`, if an operator reads it. Whoever asks is not told.
    ///
    /// # Errors
    ///
    /// When too many were asked for.
    pub async fn request_operator_sign_in(
        &self,
        email: &str,
        address: Option<IpAddr>,
    ) -> Result<(), RequestSignInError> {
        let email = email.trim().to_lowercase();
        self.count(&[(ASKERS, address.map(network).unwrap_or_default())]).await?;
        if !self.reads_of_operator(&email).await? {
            return Ok(());
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        let operator = if self.named_operator(&email) {
            Some(tx.keep_operator(self.id(), &email, false, now).await?)
        } else {
            tx.operator_by_email(&email).await?
        };
        let Some(operator) = operator.filter(|operator| self.still_operates(operator)) else {
            return Ok(());
        };
        let link = self.open_link(&mut tx, &operator, now).await?;
        let dedupe_key = format!("operator_sign_in:{}", self.unguessable_id());
        let letter = Letter::OperatorSignIn { link };
        self.post(&mut tx, &[Envelope { to: email, culture: None, dedupe_key, letter }], now)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether an operator reads what is mailed to `email`, and there is room for one more letter.
    async fn reads_of_operator(&self, email: &str) -> Result<bool, StoreError> {
        let found = self.db.read().await?.operator_by_email(email).await?;
        let operates = found.is_some_and(|operator| self.still_operates(&operator));
        if !operates && !self.named_operator(email) {
            return Ok(false);
        }
        match self.count(&[(OPERATOR_LETTERS, email.to_owned())]).await {
            Ok(_) => Ok(true),
            // To say so would say who is an operator.
            Err(CountError::TooMany(_)) => {
                tracing::warn!("an operator is sent no more sign-in links for a while");
                Ok(false)
            }
            Err(CountError::Store(error)) => Err(error),
        }
    }

    /// Opens a session with the token of a link, which works once, and the code of the second step
    /// of operators who have one.
    ///
    /// # Errors
    ///
    /// [`ConfirmSignInError::NotGood`] when the link does not; one whose code is missing or wrong
    /// goes on working.
    pub async fn confirm_operator_sign_in(
        &self,
        token: &Secret,
        code: Option<&str>,
        address: Option<IpAddr>,
    ) -> Result<NewOperatorSession, ConfirmSignInError> {
        let now = self.now();
        let secret = self.new_secret();
        let owner = self.db.read().await?.operator_of_link(&token.hash(), now).await?;
        let owner = owner.ok_or(ConfirmSignInError::NotGood)?;
        let counted = self.count_second_step(owner, code).await.map_err(SecondStepError::from)?;
        let mut tx = self.db.write().await?;
        let operator = tx.take_operator_link(&token.hash(), now).await?;
        let operator = operator.ok_or(ConfirmSignInError::NotGood)?;
        let recovered = self.take_second_step(&mut tx, operator, code).await?;
        let expires = now + SESSION;
        tx.open_for_operator(operator, Opens::Session, &secret.hash(), now, expires).await?;
        let found = tx.operator_session(&secret.hash(), now).await?;
        let found = found.filter(|operator| self.still_operates(operator));
        let found = found.ok_or(ConfirmSignInError::NotGood)?;
        let session = OperatorSession::new(found, &secret, address);
        let act = if recovered { Act::SignInByRecovery } else { Act::SignIn };
        tx.note_deed(&session.by().did(act), now).await?;
        tx.commit().await?;
        self.take_back(counted).await?;
        tracing::info!(operator.id = %operator, "an operator signed in");
        Ok(NewOperatorSession { session, secret })
    }

    /// Ends a session.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_signs_out(&self, secret: &Secret) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        tx.close_operator_session(&secret.hash()).await?;
        tx.commit().await
    }

    /// A link that signs `operator` in, once.
    pub(super) async fn open_link(
        &self,
        tx: &mut store::Tx,
        operator: &OperatorRow,
        now: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        let secret = self.new_secret();
        let id = Id::new(operator.id);
        tx.open_for_operator(id, Opens::Link, &secret.hash(), now, now + LINK).await?;
        Ok(self.settings.address(&format!("/app/admin/login?token={}", secret.reveal())))
    }
}
