//! A device someone never used: the password alone does not open a session on it.

use std::net::IpAddr;

use chrono::TimeDelta;
use domain::{
    accounts::{User, normalized},
    id::Id,
};
use store::accounts::Account;

use super::{
    ClientHash, Secret,
    log_in::LogInError,
    mailed_codes::CodeFor,
    throttle::{CODES, LETTERS},
    verify_user::VerifyUserError,
};
use crate::{App, mail::Letter};

/// For how long a new account is asked for nothing: its owner sets up their devices.
const SETTLING: TimeDelta = TimeDelta::hours(24);

/// The device, as far as its owner is told of it.
pub(super) struct Newcomer<'a> {
    /// What it calls itself, everywhere and always.
    pub identifier: &'a str,
    /// Its name for people.
    pub name: &'a str,
    /// The address of the network.
    pub address: Option<IpAddr>,
}

impl App {
    /// Whether people are asked at all: a code that nobody mails would lock them out.
    fn verifies_devices(&self, account: &Account) -> bool {
        self.settings.new_device_verification
            && self.ports.mail.is_some()
            && account.verify_devices
            && self.now() - account.created_at >= SETTLING
    }

    /// Lets a device in that the person has used, or shows the code that was mailed. A person's first
    /// device is let in.
    pub(super) async fn admit_device(
        &self,
        account: &Account,
        device: &Newcomer<'_>,
        code: Option<&Secret>,
    ) -> Result<(), LogInError> {
        if !self.verifies_devices(account) {
            return Ok(());
        }
        let user = account.user();
        let devices = self.db.read().await?.devices(user).await?;
        if devices.is_empty() || devices.iter().any(|it| it.identifier == device.identifier) {
            return Ok(());
        }
        let Some(code) = code else {
            self.mail_device_code(account, Some(device.name), device.address).await?;
            return Err(LogInError::NewDevice);
        };
        let counted = self.count(&[(CODES, user.to_string())]).await?;
        if !self.take_code(user, CodeFor::NewDevice, &account.email, code).await? {
            return Err(LogInError::WrongDeviceCode);
        }
        Ok(self.take_back(counted).await?)
    }

    /// Mails the code once more, to someone who proved their password.
    ///
    /// # Errors
    ///
    /// [`LogInError::Incorrect`] when they did not.
    pub async fn resend_device_code(
        &self,
        email: &str,
        password: &ClientHash,
        address: Option<IpAddr>,
    ) -> Result<(), LogInError> {
        let account = self.account_of(&normalized(email), password, None, address).await?;
        if self.verifies_devices(&account) && !account.two_step {
            self.mail_device_code(&account, None, address).await?;
        }
        Ok(())
    }

    /// Whether the person is asked from now on.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn set_device_verification(
        &self,
        user: Id<User>,
        password: &ClientHash,
        asked: bool,
    ) -> Result<(), VerifyUserError> {
        self.verify_user(user, password).await?;
        let mut tx = self.db.write().await?;
        tx.save_device_verification(user, asked, self.now()).await?;
        Ok(tx.commit().await?)
    }

    async fn mail_device_code(
        &self,
        account: &Account,
        device: Option<&str>,
        address: Option<IpAddr>,
    ) -> Result<(), LogInError> {
        self.count(&[(LETTERS, account.email.clone())]).await?;
        let letter = |code| Letter::NewDevice {
            code,
            device: device.filter(|name| !name.is_empty()).map(str::to_owned),
            address: address.map(|address| address.to_string()),
        };
        let (now, to) = (self.now(), &account.email);
        let mut tx = self.db.write().await?;
        self.mail_code_in(&mut tx, account, CodeFor::NewDevice, to, letter, now).await?;
        Ok(tx.commit().await?)
    }
}
