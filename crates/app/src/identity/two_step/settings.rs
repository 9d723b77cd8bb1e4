//! Changing how one proves oneself: the password opens the settings, for a while.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{accounts::User, events::EventKind, id::Id, identity::two_step::Method};
use serde::{Deserialize, Serialize};
use store::{
    StoreError, Tx,
    accounts::Account,
    identity::{SetUp, TwoStepRow},
    outbox::Event,
};
use uuid::Uuid;

use super::TwoStepError;
use crate::{
    App,
    identity::{ClientHash, Secret},
};

/// What the tokens are made for.
const PURPOSE: &str = "two-step-settings";
/// How long the settings stay open.
const OPEN: TimeDelta = TimeDelta::minutes(30);

/// What shows that the settings were opened.
#[derive(Serialize, Deserialize)]
struct Ticket {
    user: Uuid,
    stamp: String,
}

/// What a change of the settings is asked for with.
#[derive(Debug)]
pub enum SettingsProof {
    /// The master password.
    Password(ClientHash),
    /// What was answered when the settings were opened.
    Ticket(Secret),
}

impl App {
    /// The methods the person has set up.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn two_step_methods(&self, user: Id<User>) -> Result<Vec<Method>, StoreError> {
        let found = self.db.read().await?.two_step_methods(user).await?;
        Ok(found.into_iter().map(|set_up| set_up.method).collect())
    }

    /// Switches a method off. One that is off stays so.
    ///
    /// # Errors
    ///
    /// When the proof is not good.
    pub async fn switch_two_step_off(
        &self,
        user: Id<User>,
        proof: &SettingsProof,
        method: Method,
    ) -> Result<(), TwoStepError> {
        self.may_change_two_step(user, proof).await?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        if tx.remove_two_step_method(user, method, now).await? {
            if tx.two_step_methods(user).await?.is_empty() {
                tx.end_two_step(user, now).await?;
                self.two_step_ended(&mut tx, user, now).await?;
            }
            let event = Event::of_user(EventKind::UserDisabledTwoStep, user);
            tx.record_of_person(user, event, now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// What shows later that the settings were opened.
    pub(super) fn open_settings(&self, account: &Account) -> Result<Secret, TwoStepError> {
        let ticket = Ticket { user: account.id, stamp: account.security_stamp.clone() };
        let token = self.keys.sign(PURPOSE, &ticket, Some(self.now() + OPEN));
        token.map(Secret::new).ok_or(TwoStepError::NoKey)
    }

    /// The account, once its owner has proved to be there.
    pub(super) async fn may_change_two_step(
        &self,
        user: Id<User>,
        proof: &SettingsProof,
    ) -> Result<Account, TwoStepError> {
        let token = match proof {
            SettingsProof::Password(password) => {
                return Ok(self.verify_user(user, password).await?);
            }
            SettingsProof::Ticket(token) => token.reveal(),
        };
        self.learn_seal(token).await?;
        let ticket = self.keys.verify::<Ticket>(PURPOSE, token, self.now());
        let account = self.db.read().await?.account(user).await?;
        match (ticket, account) {
            (Some(ticket), Some(account))
                if ticket.user == account.id && ticket.stamp == account.security_stamp =>
            {
                Ok(account)
            }
            _ => Err(TwoStepError::Expired),
        }
    }

    /// Keeps a method, with a recovery code when it is the first.
    pub(super) async fn keep_method(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        method: Method,
        secret: &Secret,
        used_step: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<(), TwoStepError> {
        let secret = self.seal_for(user, secret)?;
        tx.begin_two_step(user, &self.new_beginning(user)?).await?;
        tx.save_two_step_method(user, &SetUp { method, secret, used_step }, now).await?;
        let event = Event::of_user(EventKind::UserUpdatedTwoStep, user);
        Ok(tx.record_of_person(user, event, now).await?)
    }

    /// A new recovery code, and something new for devices to remember.
    pub(super) fn new_beginning(&self, user: Id<User>) -> Result<TwoStepRow, TwoStepError> {
        let recovery = self.seal_for(user, &self.new_authenticator_key())?;
        Ok(TwoStepRow { recovery, remembers: self.unguessable_id() })
    }

    fn seal_for(&self, user: Id<User>, secret: &Secret) -> Result<String, TwoStepError> {
        let sealed = self.keys.seal(&of(user), secret.reveal(), &*self.ports.random);
        sealed.ok_or(TwoStepError::NoKey)
    }

    /// What was sealed for the person.
    pub(super) async fn open_of(
        &self,
        user: Id<User>,
        sealed: &str,
    ) -> Result<Secret, TwoStepError> {
        self.learn_seal(sealed).await?;
        self.keys.open(&of(user), sealed).map(Secret::new).ok_or(TwoStepError::NoKey)
    }
}

fn of(user: Id<User>) -> String {
    format!("two-step:{user}")
}
