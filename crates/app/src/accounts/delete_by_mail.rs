//! Deleting an account without its password, which nobody can restore: by a mailed link.

use std::net::IpAddr;

use chrono::TimeDelta;
use domain::{
    accounts::{User, normalized},
    id::Id,
};
use serde::{Deserialize, Serialize};
use url::form_urlencoded;
use uuid::Uuid;

use super::{delete_account::DeleteAccountError, start_registration::once_a_minute};
use crate::{
    App,
    identity::throttle::CountError,
    mail::{Envelope, Letter},
};

/// What the link's token is made for.
const PURPOSE: &str = "delete-account";
/// How long the link is good.
const LIFE: TimeDelta = TimeDelta::days(1);

/// What the link says. A new password, or any other reason to sign in anew, makes it void.
#[derive(Serialize, Deserialize)]
struct Ticket {
    user: Uuid,
    stamp: String,
}

impl App {
    /// Mails the link that deletes the account of that address. Whoever asks does not learn whether
    /// there is one.
    ///
    /// # Errors
    ///
    /// When there were too many letters already.
    pub async fn request_account_deletion(
        &self,
        email: &str,
        address: Option<IpAddr>,
    ) -> Result<(), CountError> {
        let email = normalized(email);
        self.count_letter(&email, address).await?;

        let now = self.now();
        let mut tx = self.db.write().await?;
        let Some(account) = tx.account_by_email(&email).await? else { return Ok(()) };
        let ticket = Ticket { user: account.id, stamp: account.security_stamp.clone() };
        let Some(token) = self.keys.sign(PURPOSE, &ticket, Some(now + LIFE)) else { return Ok(()) };
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("userId", &account.id.to_string())
            .append_pair("token", &token)
            .append_pair("email", &email)
            .finish();
        let link = self.settings.address(&format!("/#/verify-recover-delete?{query}"));
        let envelope = Envelope {
            dedupe_key: once_a_minute("delete-account", &email, now),
            to: email,
            culture: Some(account.culture),
            letter: Letter::AccountDeletion { link },
        };
        self.post(&mut tx, &[envelope], now).await?;
        Ok(tx.commit().await?)
    }

    /// Deletes the account by the link that was mailed to its owner.
    ///
    /// # Errors
    ///
    /// [`DeleteAccountError::Expired`] when the token does not say so.
    pub async fn delete_account_by_link(
        &self,
        user: Id<User>,
        token: &str,
    ) -> Result<(), DeleteAccountError> {
        self.learn_seal(token).await?;
        let ticket = self.keys.verify::<Ticket>(PURPOSE, token, self.now());
        let stamp = self.db.read().await?.security_stamp(user).await?;
        match (ticket, stamp) {
            (Some(ticket), Some(stamp)) if ticket.user == user.uuid() && ticket.stamp == stamp => {
                self.delete(user).await
            }
            _ => Err(DeleteAccountError::Expired),
        }
    }
}
