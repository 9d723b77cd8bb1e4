//! Verifying the mail address by the mailed link.

use domain::{accounts::User, id::Id};
use serde::{Deserialize, Serialize};
use store::StoreError;
use uuid::Uuid;

use crate::{
    App,
    fault::{Fault, Kind},
};

/// What the link's token is made for.
pub(super) const PURPOSE: &str = "verify-email";

/// What the link says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ticket {
    pub user: Uuid,
    pub email: String,
}

/// Why the address is not verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyEmailError {
    /// The link is another's, altered, too old, or of an address the account has no more.
    #[error("The link is not valid or has expired.")]
    Expired,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for VerifyEmailError {
    fn kind(&self) -> Kind {
        match self {
            Self::Expired => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Expired => Some("link_expired"),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Remembers that the address is the person's.
    ///
    /// # Errors
    ///
    /// [`VerifyEmailError::Expired`] when the token does not say so.
    pub async fn verify_email(&self, user: Id<User>, token: &str) -> Result<(), VerifyEmailError> {
        let now = self.now();
        self.learn_seal(token).await?;
        let ticket = self.keys.verify::<Ticket>(PURPOSE, token, now);
        let ticket = ticket.filter(|ticket| ticket.user == user.uuid());
        let ticket = ticket.ok_or(VerifyEmailError::Expired)?;
        let mut tx = self.db.write().await?;
        if !tx.verify_email(user, &ticket.email, now).await? {
            return Err(VerifyEmailError::Expired);
        }
        Ok(tx.commit().await?)
    }
}
