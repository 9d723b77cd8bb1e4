//! The cloud gives a person with premium features their licence: to the person, or to a server of
//! their own that holds the one before.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    id::Id,
    licensing::{Installation, personal_terms},
};
use store::{StoreError, accounts::Account};
use subtle::ConstantTimeEq as _;

use super::document::{IssuePersonal, issue_personal};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::throttle::{CountError, Limit},
    ports::CannotSign,
};

/// Wrong proofs of one server for one person.
const PROOFS: Limit = Limit { what: "personal-license-proof", most: 20, minutes: 10 };

/// How long the key of a licence is.
const KEY: usize = 20;

/// Why there is no licence.
#[derive(Debug, thiserror::Error)]
pub enum PersonalLicenseError {
    /// There is no such account any more.
    #[error("Resource not found.")]
    NoSuchAccount,
    /// The person has no premium features, or has them from an organization.
    #[error("This account has no premium features of its own.")]
    NotPremium,
    /// The licence key is not the account's.
    #[error("Invalid license key.")]
    WrongLicenseKey,
    /// This server signs no licences.
    #[error(transparent)]
    CannotSign(#[from] CannotSign),
    /// It was tried too often.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for PersonalLicenseError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchAccount => Kind::NotFound,
            Self::NotPremium | Self::WrongLicenseKey => Kind::Invalid,
            Self::CannotSign(error) => error.kind(),
            Self::Count(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotPremium => Some("not_premium"),
            Self::WrongLicenseKey => Some("license_key_wrong"),
            Self::NoSuchAccount | Self::CannotSign(_) | Self::Count(_) | Self::Store(_) => None,
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::WrongLicenseKey)
    }
}

impl App {
    /// The licence of a person, as JSON.
    ///
    /// # Errors
    ///
    /// When the person has no premium features of their own.
    pub async fn download_personal_license(
        &self,
        user: Id<User>,
    ) -> Result<String, PersonalLicenseError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.give_license_key(user, &self.alphanumeric(KEY)).await?;
        let account = tx.account(user).await?.ok_or(PersonalLicenseError::NoSuchAccount)?;
        if !account.has_premium(now) {
            return Err(PersonalLicenseError::NotPremium);
        }
        tx.commit().await?;
        self.issue_personal(&account, now)
    }

    /// The licence of a person, for a server that holds its key, as JSON; none when there is no such
    /// person.
    ///
    /// # Errors
    ///
    /// When the key is wrong, or the person has no premium features of their own.
    pub async fn hand_over_personal_license(
        &self,
        installation: Id<Installation>,
        user: Id<User>,
        license_key: &str,
    ) -> Result<Option<String>, PersonalLicenseError> {
        let counted = self.count(&[(PROOFS, format!("{installation}:{user}"))]).await?;
        let found = self.db.read().await?.account(user).await?;
        let Some(account) = found else { return Ok(None) };
        let key = account.license_key.as_deref().unwrap_or_default();
        let same = bool::from(key.as_bytes().ct_eq(license_key.trim().as_bytes()));
        if key.is_empty() || !same {
            return Err(PersonalLicenseError::WrongLicenseKey);
        }
        let now = self.now();
        if !account.has_premium(now) {
            return Err(PersonalLicenseError::NotPremium);
        }
        let document = self.issue_personal(&account, now)?;
        self.take_back(counted).await?;
        Ok(Some(document))
    }

    fn issue_personal(
        &self,
        account: &Account,
        now: DateTime<Utc>,
    ) -> Result<String, PersonalLicenseError> {
        let it = IssuePersonal {
            id: account.id,
            license_key: account.license_key.as_deref().unwrap_or_default(),
            name: account.name.as_deref().unwrap_or_default(),
            email: &account.email,
            terms: personal_terms(account.premium_expires_at, now),
            now,
            token_id: self.unguessable_id().to_string(),
        };
        Ok(issue_personal(&it, &*self.ports.license_authority)?)
    }
}
