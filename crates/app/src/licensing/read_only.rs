//! What becomes of an organization whose licence ran out: it is read, exported and renewed, and not
//! written to.

use chrono::{DateTime, Utc};
use domain::{
    authz::{Action, Permit},
    id::Id,
    licensing::is_open_when_expired,
    organizations::Organization,
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
        self.check_action(tx, A::NAME, permit.organization(), now).await
    }

    /// The same of an action that is known by its name alone.
    ///
    /// # Errors
    ///
    /// As [`App::check_writable`].
    pub async fn check_action(
        &self,
        tx: &mut Tx,
        action: &str,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<(), ReadOnly> {
        if is_open_when_expired(action) {
            return Ok(());
        }
        if tx.license_has_expired(organization, now).await? {
            return Err(ReadOnly::LicenseExpired);
        }
        Ok(())
    }
}
