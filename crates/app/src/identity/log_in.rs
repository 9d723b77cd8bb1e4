//! Signing in with the master password.

use std::net::IpAddr;

use domain::{accounts::normalized, events::EventKind, id::Id, identity::Session};
use store::{
    StoreError,
    accounts::Account,
    identity::{DeviceRow, NewSession},
    outbox::Event,
};

use super::{
    ClientHash, DeviceDescription, Secret, SignedIn,
    issue::{LIFE, Occasion, SCOPE, SESSION},
    new_device::Newcomer,
    password_pool::Busy,
    throttle::{CountError, Proof},
    two_step::{Challenge, Passed, SecondStep, TwoStepError},
};
use crate::{
    App,
    fault::{Fault, Kind},
    policies::password_demand::password_demand_in,
};

/// Who wants to sign in, with what proof, from where.
#[derive(Debug)]
pub struct LogIn {
    /// The mail address, as typed.
    pub email: String,
    /// The proof of the master password.
    pub password: ClientHash,
    /// What is brought for the second step, if it is asked for.
    pub second_step: Option<SecondStep>,
    /// The code that was mailed because the device is new, if one was.
    pub device_code: Option<Secret>,
    /// The device.
    pub device: DeviceDescription,
    /// The program.
    pub client: String,
    /// The address of the network.
    pub address: Option<IpAddr>,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// There is no such account, or the password is another. Nobody learns which.
    #[error("Username or password is incorrect. Try again.")]
    Incorrect,
    /// An operator keeps the account from signing in. Only who proved the password learns it.
    #[error("This account is switched off. Ask whoever runs this server.")]
    Disabled,
    /// The device does not say what it is.
    #[error("The request does not name a device.")]
    NoDevice,
    /// The password is right, and something else is asked for.
    #[error("Two factor required.")]
    SecondStep(Box<Challenge>),
    /// What was brought for the second step is no good.
    #[error("Two-step token is invalid. Try again.")]
    WrongSecondStep,
    /// The password is right, and the device is new: a code was mailed.
    #[error("new device verification required")]
    NewDevice,
    /// It is not the code that was mailed.
    #[error("invalid new device otp")]
    WrongDeviceCode,
    /// Too many tries.
    #[error(transparent)]
    Count(#[from] CountError),
    /// Too many others.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The server has no key to sign with.
    #[error("no key to sign access tokens with")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for LogInError {
    fn kind(&self) -> Kind {
        match self {
            Self::Incorrect
            | Self::Disabled
            | Self::NoDevice
            | Self::SecondStep(_)
            | Self::WrongSecondStep
            | Self::NewDevice
            | Self::WrongDeviceCode => Kind::Invalid,
            Self::Count(error) => error.kind(),
            Self::Busy(error) => error.kind(),
            Self::NoKey => Kind::Internal,
            Self::Store(error) => error.kind(),
        }
    }

    /// Where a code is asked for; the token endpoint has words of its own.
    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Incorrect => Some("wrong_log_in"),
            Self::Disabled => Some("account_disabled"),
            _ => None,
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::Incorrect | Self::WrongSecondStep | Self::WrongDeviceCode)
    }
}

impl From<TwoStepError> for LogInError {
    fn from(error: TwoStepError) -> Self {
        match error {
            TwoStepError::Store(error) => error.into(),
            TwoStepError::Count(error) => error.into(),
            TwoStepError::NoKey => Self::NoKey,
            TwoStepError::Verify(_)
            | TwoStepError::Expired
            | TwoStepError::BadKey
            | TwoStepError::NotAnEmail
            | TwoStepError::WrongCode => Self::WrongSecondStep,
        }
    }
}

impl App {
    /// Signs someone in, and opens a session on their device.
    ///
    /// # Errors
    ///
    /// [`LogInError::Incorrect`], in the same time whether or not there is such an account.
    pub async fn log_in(&self, request: LogIn) -> Result<SignedIn, LogInError> {
        if request.device.identifier.is_empty() {
            return Err(LogInError::NoDevice);
        }
        let email = normalized(&request.email);
        let (kind, address) = (Some(request.device.kind), request.address);
        let account = self.account_of(&email, &request.password, kind, address).await?;
        let device = &request.device.identifier;
        let passed = match self.second_step(&account, device, request.second_step.as_ref()).await {
            Err(LogInError::WrongSecondStep) => {
                let failed = event(EventKind::UserFailedTwoStep, &account, kind, address);
                self.record_failure(&account, failed).await?;
                return Err(LogInError::WrongSecondStep);
            }
            other => other?,
        };
        let remembered = match passed {
            Passed::Taken(remembered) => remembered,
            Passed::NotNeeded => {
                let newcomer = Newcomer {
                    identifier: &request.device.identifier,
                    name: &request.device.name,
                    address,
                };
                self.admit_device(&account, &newcomer, request.device_code.as_ref()).await?;
                None
            }
        };
        let signed_in = self.open(account, &request).await?;
        Ok(SignedIn { remembered, ..signed_in })
    }

    /// The account of `email`, once `password` has proved to be its owner's.
    pub(super) async fn account_of(
        &self,
        email: &str,
        password: &ClientHash,
        device_type: Option<i64>,
        address: Option<IpAddr>,
    ) -> Result<Account, LogInError> {
        let counted = self.count_proof(Proof::Password, email, address).await?;
        let account = self.db.read().await?.account_by_email(email).await?;
        let stored = account.as_ref().and_then(|account| account.password_hash.as_deref());
        let right = self.password_matches(stored, password).await?;
        let Some(account) = account else { return Err(LogInError::Incorrect) };
        if !right {
            let failed = event(EventKind::UserFailedLogIn, &account, device_type, address);
            self.record_failure(&account, failed).await?;
            return Err(LogInError::Incorrect);
        }
        self.take_back(counted).await?;
        not_disabled(&account)?;
        Ok(account)
    }

    async fn record_failure(&self, account: &Account, failed: Event) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        tx.record_of_person(account.user(), failed, self.now()).await?;
        tx.commit().await
    }

    async fn open(&self, account: Account, request: &LogIn) -> Result<SignedIn, LogInError> {
        let now = self.now();
        let session: Id<Session> = self.id();
        let refresh_token = self.new_secret();

        let mut tx = self.db.write().await?;
        let device = DeviceRow {
            id: self.id::<domain::identity::Device>().uuid(),
            ..described(&account, &request.device, now)
        };
        let device = tx.device_seen(&device).await?;
        let opened = NewSession {
            id: session,
            user: account.user(),
            device: Id::new(device.id),
            client: &request.client,
            secret_hash: &refresh_token.hash(),
            security_stamp: &account.security_stamp,
            expires_at: now + SESSION,
        };
        tx.open_session(&opened, now).await?;
        let (kind, address) = (Some(request.device.kind), request.address);
        let logged_in = event(EventKind::UserLoggedIn, &account, kind, address);
        tx.record_of_person(account.user(), logged_in, now).await?;
        let premium =
            account.has_premium(self.now()) || tx.premium_from_organization(account.user()).await?;
        let demand = password_demand_in(&mut tx, account.user()).await?;
        tx.commit().await?;

        let occasion = Occasion {
            device: &device.identifier,
            device_kind: device.kind,
            client: &request.client,
            session: Some(session),
            scope: SCOPE,
            premium,
        };
        let access_token = self.issue(&account, &occasion).ok_or(LogInError::NoKey)?;
        Ok(SignedIn {
            account,
            access_token,
            expires_in: LIFE.num_seconds(),
            refresh_token: Some(refresh_token),
            remembered: None,
            demand,
            scope: SCOPE,
        })
    }
}

/// Whether nobody keeps the account from signing in.
pub(super) fn not_disabled(account: &Account) -> Result<(), LogInError> {
    if account.disabled_at.is_some() { Err(LogInError::Disabled) } else { Ok(()) }
}

/// The device as it is kept, but for its id.
pub(super) fn described(
    account: &Account,
    device: &DeviceDescription,
    now: chrono::DateTime<chrono::Utc>,
) -> DeviceRow {
    DeviceRow {
        id: account.id,
        user_id: account.id,
        identifier: device.identifier.clone(),
        name: device.name.clone(),
        kind: device.kind,
        push_token: device.push_token.clone(),
        encrypted_user_key: None,
        encrypted_public_key: None,
        encrypted_private_key: None,
        created_at: now,
        last_active_at: now,
    }
}

fn event(
    kind: EventKind,
    account: &Account,
    device_type: Option<i64>,
    address: Option<IpAddr>,
) -> Event {
    Event {
        device_type,
        ip_address: address.map(|address| address.to_string()),
        ..Event::of_user(kind, account.user())
    }
}
