//! The recovery code: what helps when every method is lost.

use chrono::{DateTime, Utc};
use domain::{accounts::User, events::EventKind, id::Id, identity::two_step::plain_code};
use store::{StoreError, Tx, accounts::Account, outbox::Event};
use subtle::ConstantTimeEq as _;

use super::TwoStepError;
use crate::{
    App,
    identity::{ClientHash, Secret},
    mail::{Envelope, Letter},
};

impl App {
    /// The recovery code of the person.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn show_recovery_code(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<Secret, TwoStepError> {
        self.verify_user(user, password).await?;
        let beginning = self.new_beginning(user)?;
        let mut tx = self.db.write().await?;
        tx.begin_two_step(user, &beginning).await?;
        let kept = tx.two_step(user).await?.unwrap_or(beginning);
        tx.commit().await?;
        self.open_of(user, &kept.recovery).await
    }

    /// Switches two-step login off when `typed` is the recovery code, which works no more then; the
    /// person is told by mail.
    pub(super) async fn recover(
        &self,
        account: &Account,
        typed: &Secret,
    ) -> Result<bool, TwoStepError> {
        let user = account.user();
        let found = self.db.read().await?.two_step(user).await?;
        let Some(kept) = found else { return Ok(false) };
        let code = self.open_of(user, &kept.recovery).await?;
        let typed = plain_code(typed.reveal());
        if !bool::from(typed.as_bytes().ct_eq(code.reveal().as_bytes())) {
            return Ok(false);
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        if tx.two_step(user).await?.is_none_or(|it| it.recovery != kept.recovery) {
            return Ok(false);
        }
        tx.end_two_step(user, now).await?;
        self.two_step_ended(&mut tx, user, now).await?;
        let event = Event::of_user(EventKind::UserRecoveredTwoStep, user);
        tx.record_of_person(user, event, now).await?;
        self.post_recovered(&mut tx, account, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn post_recovered(
        &self,
        tx: &mut Tx,
        account: &Account,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let envelope = Envelope {
            to: account.email.clone(),
            culture: Some(account.culture.clone()),
            dedupe_key: format!("two-step-recovered:{}", self.unguessable_id()),
            letter: Letter::TwoStepRecovered {
                link: self.settings.address("/#/settings/security/two-factor"),
            },
        };
        self.post(tx, &[envelope], now).await
    }
}
