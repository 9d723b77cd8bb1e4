//! Signing in with an account's API key.

use std::net::IpAddr;

use domain::{accounts::User, events::EventKind, id::Id};
use store::{accounts::Account, outbox::Event};
use subtle::{Choice, ConstantTimeEq as _};

use super::{
    DeviceDescription, Secret, SignedIn,
    issue::{LIFE, Occasion},
    log_in::{LogInError, described, not_disabled},
    throttle::Proof,
};
use crate::{App, policies::password_demand::password_demand_in};

/// What one may do who signed in with an API key: nothing that outlives it.
pub(super) const SCOPE: &str = "api";

/// How many letters an API key has.
const LENGTH: usize = 30;

impl App {
    /// The API key of the account. It is kept nowhere: the server computes it again.
    pub fn account_api_key(&self, account: &Account) -> Option<Secret> {
        self.account_api_keys(account).into_iter().next()
    }

    /// The key under each key of the server, so that one made before a rotation goes on.
    fn account_api_keys(&self, account: &Account) -> Vec<Secret> {
        let message = format!("{}:{}", account.id, account.api_key_version);
        let macs = self.keys.macs("account-api-key", message.as_bytes());
        macs.iter().map(|mac| Secret::new(letters(mac))).collect()
    }

    /// Signs someone in with the API key of their account.
    ///
    /// # Errors
    ///
    /// [`LogInError::Incorrect`] when there is no such account, or the key is another.
    pub async fn log_in_with_key(
        &self,
        user: Id<User>,
        key: &Secret,
        device: &DeviceDescription,
        address: Option<IpAddr>,
    ) -> Result<SignedIn, LogInError> {
        let counted = self.count_proof(Proof::Key, &user.to_string(), address).await?;
        let account = self.db.read().await?.account(user).await?.ok_or(LogInError::Incorrect)?;
        let mut right = Choice::from(0);
        for made in self.account_api_keys(&account) {
            right |= made.reveal().as_bytes().ct_eq(key.reveal().as_bytes());
        }
        if !bool::from(right) {
            return Err(LogInError::Incorrect);
        }
        self.take_back(counted).await?;
        not_disabled(&account)?;

        let now = self.now();
        let mut tx = self.db.write().await?;
        if !device.identifier.is_empty() {
            let mut row = described(&account, device, now);
            row.id = self.id::<domain::identity::Device>().uuid();
            tx.device_seen(&row).await?;
        }
        let logged_in = Event {
            device_type: Some(device.kind),
            ip_address: address.map(|address| address.to_string()),
            ..Event::of_user(EventKind::UserLoggedIn, user)
        };
        tx.record_of_person(user, logged_in, now).await?;
        let premium = account.has_premium(self.now()) || tx.premium_from_organization(user).await?;
        let demand = password_demand_in(&mut tx, user).await?;
        tx.commit().await?;

        let occasion = Occasion {
            device: &device.identifier,
            device_kind: device.kind,
            client: &format!("user.{user}"),
            session: None,
            scope: SCOPE,
            premium,
        };
        let access_token = self.issue(&account, &occasion).ok_or(LogInError::NoKey)?;
        Ok(SignedIn {
            account,
            access_token,
            expires_in: LIFE.num_seconds(),
            refresh_token: None,
            remembered: None,
            demand,
            scope: SCOPE,
        })
    }
}

/// Letters and digits, one for each byte: more than 170 bits in all.
fn letters(bytes: &[u8; 32]) -> String {
    const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let picked = bytes.iter().filter_map(|byte| LETTERS.get(usize::from(*byte) % 62));
    picked.map(|letter| char::from(*letter)).take(LENGTH).collect()
}
