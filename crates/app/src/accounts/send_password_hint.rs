//! Mailing the hint for the master password.

use std::net::IpAddr;

use domain::accounts::normalized;

use super::start_registration::once_a_minute;
use crate::{
    App,
    identity::throttle::CountError,
    mail::{Envelope, Letter},
};

impl App {
    /// Mails the hint to the account of that address. Whoever asks does not learn whether there is
    /// one.
    ///
    /// # Errors
    ///
    /// When there were too many letters already.
    pub async fn send_password_hint(
        &self,
        email: &str,
        address: Option<IpAddr>,
    ) -> Result<(), CountError> {
        let email = normalized(email);
        self.count_letter(&email, address).await?;

        let now = self.now();
        let mut tx = self.db.write().await?;
        let Some(account) = tx.account_by_email(&email).await? else { return Ok(()) };
        let envelope = Envelope {
            dedupe_key: once_a_minute("password-hint", &email, now),
            to: email,
            culture: Some(account.culture),
            letter: Letter::PasswordHint { hint: account.password_hint },
        };
        self.post(&mut tx, &[envelope], now).await?;
        Ok(tx.commit().await?)
    }
}
