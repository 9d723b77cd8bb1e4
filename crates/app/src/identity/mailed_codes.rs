//! Codes that are mailed, and typed once within a short time.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{accounts::User, id::Id};
use store::{StoreError, Tx, accounts::Account, identity::NewCode};
use subtle::{Choice, ConstantTimeEq as _};

use super::Secret;
use crate::{
    App,
    mail::{Envelope, Letter},
};

/// How long a code works.
const LIFE: TimeDelta = TimeDelta::minutes(10);
/// How long a code is on its way: no address is sent another meanwhile, however often one presses.
const ON_ITS_WAY: TimeDelta = TimeDelta::seconds(30);
/// How often one may mistype.
const TRIES: i64 = 5;

/// What a code is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeFor {
    /// The second step of a sign-in.
    LogIn,
    /// Setting up two-step login by mail.
    SetUp,
    /// The first sign-in on a device.
    NewDevice,
    /// Another mail address.
    NewAddress,
}

impl CodeFor {
    const fn name(self) -> &'static str {
        match self {
            Self::LogIn => "log-in",
            Self::SetUp => "set-up",
            Self::NewDevice => "new-device",
            Self::NewAddress => "new-address",
        }
    }
}

impl App {
    /// Mails a code to `to`, in the person's language, unless one is on its way.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn mail_code(
        &self,
        tx: &mut Tx,
        account: &Account,
        purpose: CodeFor,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.mail_code_in(tx, account, purpose, to, |code| Letter::Code { code }, now).await
    }

    /// The same, with a letter of its own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn mail_code_in(
        &self,
        tx: &mut Tx,
        account: &Account,
        purpose: CodeFor,
        to: &str,
        letter: impl FnOnce(String) -> Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let code = self.six_digits();
        let macs = self.code_macs(account.user(), purpose, to, code.reveal());
        // Whoever corrects an address they mistyped waits for nothing.
        let recipients = self.code_macs(account.user(), purpose, to, "");
        let (Some(mac), Some(recipient)) = (macs.first(), recipients.first()) else {
            return Ok(());
        };
        let kept = NewCode {
            user: account.user(),
            purpose: purpose.name(),
            mac,
            recipient,
            expires_at: now + LIFE,
        };
        if !tx.keep_code(&kept, now - ON_ITS_WAY, now).await? {
            return Ok(());
        }
        let envelope = Envelope {
            to: to.to_owned(),
            culture: Some(account.culture.clone()),
            dedupe_key: format!("code:{}", self.unguessable_id()),
            letter: letter(code.reveal().to_owned()),
        };
        self.post(tx, &[envelope], now).await
    }

    /// Whether `typed` is the code that was mailed to `to`, which then works no more. A try counts
    /// whatever becomes of the request, so it has a unit of work of its own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn take_code(
        &self,
        user: Id<User>,
        purpose: CodeFor,
        to: &str,
        typed: &Secret,
    ) -> Result<bool, StoreError> {
        let typed: String = typed.reveal().chars().filter(|it| !it.is_whitespace()).collect();
        let mut tx = self.db.write().await?;
        let kept = tx.try_code(user, purpose.name(), TRIES, self.now()).await?;
        let mut right = Choice::from(0);
        if let Some(kept) = kept {
            for mac in self.code_macs(user, purpose, to, &typed) {
                right |= mac.as_slice().ct_eq(&kept);
            }
        }
        let right = bool::from(right);
        if right {
            tx.spend_code(user, purpose.name()).await?;
        }
        tx.commit().await?;
        Ok(right)
    }

    /// What is kept of a code: it says nothing without a key of the server.
    fn code_macs(&self, user: Id<User>, purpose: CodeFor, to: &str, code: &str) -> Vec<[u8; 32]> {
        let message = format!("{}:{user}:{to}:{code}", purpose.name());
        self.keys.macs("mailed-code", message.as_bytes())
    }

    fn six_digits(&self) -> Secret {
        // Numbers past the last whole million would favour the first ones.
        const FAIR: u32 = u32::MAX / 1_000_000 * 1_000_000;
        let mut bytes = [0; 4];
        loop {
            self.ports.random.fill(&mut bytes);
            let number = u32::from_be_bytes(bytes);
            if number < FAIR {
                return Secret::new(format!("{:06}", number % 1_000_000));
            }
        }
    }
}
