//! Asking for the letter that verifies the mail address.

use chrono::TimeDelta;
use domain::{accounts::User, id::Id};

use super::{
    profile::ProfileError,
    start_registration::once_a_minute,
    verify_email::{PURPOSE, Ticket},
};
use crate::{
    App,
    mail::{Envelope, Letter},
};

/// How long the link is good.
const LIFE: TimeDelta = TimeDelta::days(1);

impl App {
    /// Mails the link that verifies the address, unless it is verified.
    ///
    /// # Errors
    ///
    /// When there is no such account any more.
    pub async fn request_email_verification(&self, user: Id<User>) -> Result<(), ProfileError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account(user).await?.ok_or(ProfileError::NoSuchAccount)?;
        if account.email_verified {
            return Ok(());
        }
        let ticket = Ticket { user: account.id, email: account.email.clone() };
        let Some(token) = self.keys.sign(PURPOSE, &ticket, Some(now + LIFE)) else { return Ok(()) };
        let link = format!("/#/verify-email?userId={user}&token={token}");
        let envelope = Envelope {
            dedupe_key: once_a_minute("verify-email", &account.email, now),
            to: account.email,
            culture: Some(account.culture),
            letter: Letter::EmailVerification { link: self.settings.address(&link) },
        };
        self.post(&mut tx, &[envelope], now).await?;
        Ok(tx.commit().await?)
    }
}
