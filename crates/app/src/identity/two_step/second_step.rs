//! The second step of a sign-in.

use chrono::TimeDelta;
use domain::{
    accounts::User,
    id::Id,
    identity::two_step::{Method, masked},
    policies::password_demand::PasswordDemand,
};
use serde::{Deserialize, Serialize};
use store::{StoreError, accounts::Account, identity::SetUp};
use uuid::Uuid;

use super::TwoStepError;
use crate::{
    App,
    identity::{
        Secret, log_in::LogInError, mailed_codes::CodeFor, throttle::CODES, totp::Authenticator,
    },
};

/// What the tokens of remembered devices are made for.
const PURPOSE: &str = "two-step-remembered";
/// How long a device is remembered.
const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// What is brought for the second step, and what it is.
#[derive(Debug)]
pub struct SecondStep {
    /// What it is.
    pub way: Way,
    /// The code or token.
    pub token: Secret,
    /// Whether this device is to be remembered.
    pub remember: bool,
}

/// A way to take the second step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With the code of a method.
    By(Method),
    /// With what the device remembers.
    Remembered,
    /// With the recovery code, which switches two-step login off.
    Recovery,
    /// With something this server does not know.
    Unknown,
}

/// What someone is asked for who proved their password.
#[derive(Debug)]
pub struct Challenge {
    /// What they can choose of.
    pub hints: Vec<Hint>,
    /// What a code by mail can be asked for with, if that is among them.
    pub code_session: Option<Secret>,
    /// Their own address.
    pub email: String,
    /// What their organizations demand of the master password.
    pub demand: PasswordDemand,
}

/// A method that can be chosen.
#[derive(Debug, PartialEq, Eq)]
pub struct Hint {
    /// Which.
    pub method: Method,
    /// Where the code is mailed, most of it hidden.
    pub masked: Option<String>,
}

/// How the second step ended well.
#[derive(Debug)]
pub(crate) enum Passed {
    /// Nothing was asked for.
    NotNeeded,
    /// It was taken; the device remembers this, if it was to remember.
    Taken(Option<Secret>),
}

/// What a remembered device remembers.
#[derive(Serialize, Deserialize)]
struct Ticket {
    user: Uuid,
    device: String,
    stamp: String,
    remembers: Uuid,
}

impl App {
    /// Judges the second step of a sign-in on the device called `device`.
    pub(crate) async fn second_step(
        &self,
        account: &Account,
        device: &str,
        brought: Option<&SecondStep>,
    ) -> Result<Passed, LogInError> {
        if !account.two_step {
            return Ok(Passed::NotNeeded);
        }
        let user = account.user();
        let methods = self.db.read().await?.two_step_methods(user).await?;
        let Some(brought) = brought else {
            return Err(self.challenge(account, &methods).await?);
        };
        if brought.way == Way::Remembered {
            return if self.is_remembered(account, device, &brought.token).await? {
                Ok(Passed::Taken(None))
            } else {
                Err(self.challenge(account, &methods).await?)
            };
        }
        let counted = self.count(&[(CODES, user.to_string())]).await?;
        let right = match brought.way {
            Way::By(method) => match methods.iter().find(|it| it.method == method) {
                Some(set_up) => self.fits(user, set_up, &brought.token).await?,
                None => false,
            },
            Way::Recovery => self.recover(account, &brought.token).await?,
            Way::Remembered | Way::Unknown => false,
        };
        if !right {
            return Err(LogInError::WrongSecondStep);
        }
        self.take_back(counted).await?;
        let remember = brought.remember && brought.way != Way::Recovery;
        Ok(Passed::Taken(if remember { self.remember(account, device).await? } else { None }))
    }

    async fn challenge(
        &self,
        account: &Account,
        methods: &[SetUp],
    ) -> Result<LogInError, LogInError> {
        let mut hints = Vec::with_capacity(methods.len());
        for set_up in methods {
            let masked = match set_up.method {
                Method::Authenticator => None,
                Method::Email => {
                    let address = self.open_of(account.user(), &set_up.secret).await?;
                    Some(masked(address.reveal()))
                }
            };
            hints.push(Hint { method: set_up.method, masked });
        }
        let by_mail = hints.iter().any(|hint| hint.method == Method::Email);
        let code_session = if by_mail { self.code_session(account) } else { None };
        let demand = self.password_demand(account.user()).await?;
        let email = account.email.clone();
        Ok(LogInError::SecondStep(Box::new(Challenge { hints, code_session, email, demand })))
    }

    async fn fits(
        &self,
        user: Id<User>,
        set_up: &SetUp,
        typed: &Secret,
    ) -> Result<bool, TwoStepError> {
        let secret = self.open_of(user, &set_up.secret).await?;
        match set_up.method {
            Method::Authenticator => {
                let authenticator = Authenticator::read(&secret).ok_or(TwoStepError::NoKey)?;
                let step = authenticator.accepts(typed.reveal(), self.now(), set_up.used_step);
                let Some(step) = step else { return Ok(false) };
                let mut tx = self.db.write().await?;
                let first = tx.use_step(user, set_up.method, step).await?;
                tx.commit().await?;
                Ok(first)
            }
            Method::Email => {
                Ok(self.take_code(user, CodeFor::LogIn, secret.reveal(), typed).await?)
            }
        }
    }

    /// What the device is to remember.
    async fn remember(
        &self,
        account: &Account,
        device: &str,
    ) -> Result<Option<Secret>, StoreError> {
        let found = self.db.read().await?.two_step(account.user()).await?;
        let Some(kept) = found else { return Ok(None) };
        let ticket = Ticket {
            user: account.id,
            device: device.to_owned(),
            stamp: account.security_stamp.clone(),
            remembers: kept.remembers,
        };
        let token = self.keys.sign(PURPOSE, &ticket, Some(self.now() + REMEMBERED));
        Ok(token.map(Secret::new))
    }

    async fn is_remembered(
        &self,
        account: &Account,
        device: &str,
        token: &Secret,
    ) -> Result<bool, StoreError> {
        self.learn_seal(token.reveal()).await?;
        let ticket = self.keys.verify::<Ticket>(PURPOSE, token.reveal(), self.now());
        let kept = self.db.read().await?.two_step(account.user()).await?;
        Ok(match (ticket, kept) {
            (Some(ticket), Some(kept)) => {
                ticket.user == account.id
                    && ticket.device == device
                    && ticket.stamp == account.security_stamp
                    && ticket.remembers == kept.remembers
            }
            _ => false,
        })
    }
}
