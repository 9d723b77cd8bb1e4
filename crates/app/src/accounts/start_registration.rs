//! The first step of signing up: proving that the mail address is one's own.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use domain::accounts::{is_email, normalized};
use serde::{Deserialize, Serialize};
use store::StoreError;

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{Secret, secret::sha256, throttle::CountError},
    mail::{Envelope, Letter},
};

/// How long the link is good.
const LIFE: TimeDelta = TimeDelta::minutes(30);
/// What the link's token is made for.
pub(super) const PURPOSE: &str = "registration";

/// What the link says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ticket {
    pub email: String,
    pub name: Option<String>,
}

/// Why sign-up does not begin.
#[derive(Debug, thiserror::Error)]
pub enum StartRegistrationError {
    /// The operator closed it.
    #[error("This server does not accept new accounts. Ask for an invitation.")]
    Closed,
    /// It cannot be a mail address.
    #[error("The email address is not valid.")]
    NotAnEmail,
    /// The name is too long.
    #[error("The name can have 50 letters at most.")]
    NameTooLong,
    /// Too many letters.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The server has no key to sign with.
    #[error("no key to sign links with")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for StartRegistrationError {
    fn kind(&self) -> Kind {
        match self {
            Self::Closed | Self::NotAnEmail | Self::NameTooLong => Kind::Invalid,
            Self::Count(error) => error.kind(),
            Self::NoKey => Kind::Internal,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Closed => Some("registration_closed"),
            Self::NotAnEmail => Some("not_an_email"),
            Self::NameTooLong => Some("name_too_long"),
            Self::Count(_) | Self::NoKey | Self::Store(_) => None,
        }
    }
}

impl App {
    /// Begins a sign-up: mails the link, or answers its token where mail is not verified. Whoever
    /// asks does not learn whether the address has an account; its owner does, by mail.
    ///
    /// # Errors
    ///
    /// When sign-up is closed, or the address cannot be one.
    pub async fn start_registration(
        &self,
        email: &str,
        name: Option<String>,
        address: Option<IpAddr>,
    ) -> Result<Option<Secret>, StartRegistrationError> {
        if !self.settings.registration_open {
            return Err(StartRegistrationError::Closed);
        }
        let email = normalized(email);
        if !is_email(&email) {
            return Err(StartRegistrationError::NotAnEmail);
        }
        if name.as_ref().is_some_and(|name| name.chars().count() > 50) {
            return Err(StartRegistrationError::NameTooLong);
        }
        self.count_letter(&email, address).await?;

        let now = self.now();
        let ticket = Ticket { email: email.clone(), name };
        let token = self.keys.sign(PURPOSE, &ticket, Some(now + LIFE));
        let token = token.ok_or(StartRegistrationError::NoKey)?;
        if !self.settings.mail_verification {
            return Ok(Some(Secret::new(token)));
        }

        let mut tx = self.db.write().await?;
        let known = tx.account_by_email(&email).await?;
        let culture = known.as_ref().map(|account| account.culture.clone());
        let letter = match known {
            Some(_) => Letter::AlreadyRegistered { link: self.settings.address("/#/login") },
            None => Letter::Registration { link: self.registration_link(&token, &email) },
        };
        let envelope = Envelope {
            dedupe_key: once_a_minute("registration", &email, now),
            to: email,
            culture,
            letter,
        };
        self.post(&mut tx, &[envelope], now).await?;
        tx.commit().await?;
        Ok(None)
    }

    fn registration_link(&self, token: &str, email: &str) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("token", token)
            .append_pair("email", email)
            .append_pair("fromEmail", "true")
            .finish();
        self.settings.address(&format!("/#/finish-signup?{query}"))
    }
}

/// The name of a letter of which one a minute is enough.
pub(super) fn once_a_minute(what: &str, about: &str, now: DateTime<Utc>) -> String {
    let about = hex::encode(sha256(about.as_bytes()));
    format!("{what}:{about}:{}", now.timestamp() / 60)
}
