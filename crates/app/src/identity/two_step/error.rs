//! Why two-step login stays as it is. What is behind each setting is the same, so are the refusals.

use store::StoreError;

use crate::{
    fault::{Fault, Kind},
    identity::{throttle::CountError, verify_user::VerifyUserError},
};

/// Why two-step login stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum TwoStepError {
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// The person proved themselves too long ago.
    #[error("Enter your master password again.")]
    Expired,
    /// It is no key of an authenticator.
    #[error("The key of the authenticator app is not valid.")]
    BadKey,
    /// It cannot be a mail address.
    #[error("The email address is not valid.")]
    NotAnEmail,
    /// The code is another, was used, or is too old.
    #[error("The code is not valid. Try again.")]
    WrongCode,
    /// Too many tries, or letters.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The server has no key to seal or sign with.
    #[error("no key to seal with")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for TwoStepError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::Expired | Self::BadKey | Self::NotAnEmail | Self::WrongCode => Kind::Invalid,
            Self::Count(error) => error.kind(),
            Self::NoKey => Kind::Internal,
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Verify(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Expired => Some("verification_expired"),
            Self::BadKey => Some("bad_key"),
            Self::NotAnEmail => Some("not_an_email"),
            Self::WrongCode => Some("wrong_code"),
            _ => self.handed_on()?.code(),
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::WrongCode) || self.handed_on().is_some_and(Fault::slow)
    }
}
