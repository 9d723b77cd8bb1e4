//! Whoever runs a cloud opens premium features to a person, or closes them.

use chrono::{DateTime, Utc};
use domain::{accounts::normalized, admin::Act};
use store::StoreError;

use crate::{
    App,
    admin::By,
    fault::{Fault, Kind},
    ports::CannotSign,
};

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum GrantPremiumError {
    /// The address has no account.
    #[error("there is no account of that address")]
    NoSuchAccount,
    /// Here, premium features come from a licence.
    #[error("premium features come from a license here; the cloud grants them")]
    ByLicense(#[from] CannotSign),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for GrantPremiumError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchAccount => Kind::NotFound,
            Self::ByLicense(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Opens premium features to the person with that address, until then or for good; or closes
    /// them.
    ///
    /// # Errors
    ///
    /// When the address has no account, or this server does not decide that.
    pub async fn grant_premium(
        &self,
        email: &str,
        premium: bool,
        until: Option<DateTime<Utc>>,
        by: &By,
    ) -> Result<(), GrantPremiumError> {
        self.ports.license_authority.key_id()?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account_by_email(&normalized(email)).await?;
        let account = account.ok_or(GrantPremiumError::NoSuchAccount)?;
        tx.set_premium(account.user(), premium, until.filter(|_| premium), now).await?;
        let act = if premium { Act::GrantPremium } else { Act::WithdrawPremium };
        tx.note_deed(&by.did(act).to(account.id), now).await?;
        tx.commit().await?;
        tracing::info!(user.id = %account.id, premium, "premium features were switched");
        Ok(())
    }
}
