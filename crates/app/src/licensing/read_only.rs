//! What becomes of an organization whose licence ran out: it is read, exported and renewed, and not
//! written to.

use chrono::{DateTime, Utc};
use domain::{
    authz::{Action, Permit},
    licensing::is_open_when_expired,
};
use store::{StoreError, Tx};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why an organization is not written to.
#[derive(Debug, thiserror::Error)]
pub enum ReadOnly {
    /// Its licence ran out.
    #[error(
        "The organization's license has expired, so it can only be read and exported. An owner renews \
         it on the organization's subscription page."
    )]
    LicenseExpired,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ReadOnly {
    fn kind(&self) -> Kind {
        match self {
            Self::LicenseExpired => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::LicenseExpired => Some("license_expired"),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Whether what `permit` allows may change its organization now.
    ///
    /// # Errors
    ///
    /// [`ReadOnly::LicenseExpired`] when its licence ran out and the action is not one of those that
    /// bring it in order.
    pub async fn check_writable<A: Action>(
        &self,
        tx: &mut Tx,
        permit: &Permit<A>,
        now: DateTime<Utc>,
    ) -> Result<(), ReadOnly> {
        if is_open_when_expired(A::NAME) {
            return Ok(());
        }
        if tx.license_has_expired(permit.organization(), now).await? {
            return Err(ReadOnly::LicenseExpired);
        }
        Ok(())
    }
}
