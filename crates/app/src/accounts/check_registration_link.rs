//! Whether the link of a sign-up is good, before the person types anything.

use domain::accounts::normalized;
use store::StoreError;

use super::start_registration::{PURPOSE, Ticket};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why the link is no good.
#[derive(Debug, thiserror::Error)]
pub enum CheckRegistrationLinkError {
    /// It is another's, altered, or too old.
    #[error("The link is not valid or has expired. Sign up again.")]
    Expired,
    /// The address has an account by now.
    #[error("This email address has an account already. Log in instead.")]
    Used,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for CheckRegistrationLinkError {
    fn kind(&self) -> Kind {
        match self {
            Self::Expired | Self::Used => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Expired => Some("link_expired"),
            Self::Used => Some("taken"),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Succeeds when `token` can end the sign-up of `email`.
    ///
    /// # Errors
    ///
    /// Why it cannot.
    pub async fn check_registration_link(
        &self,
        email: &str,
        token: &str,
    ) -> Result<(), CheckRegistrationLinkError> {
        let email = normalized(email);
        self.learn_seal(token).await?;
        let ticket = self.keys.verify::<Ticket>(PURPOSE, token, self.now());
        ticket.filter(|ticket| ticket.email == email).ok_or(CheckRegistrationLinkError::Expired)?;
        match self.db.read().await?.account_by_email(&email).await? {
            Some(_) => Err(CheckRegistrationLinkError::Used),
            None => Ok(()),
        }
    }
}
