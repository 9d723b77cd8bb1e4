//! A personal licence is applied to an account of this server, uploaded or fetched.

use domain::{
    accounts::User,
    id::Id,
    licensing::{Flaw, Holder, verify_personal},
};
use store::StoreError;

use super::{
    apply_license::lines,
    document::{NoLicense, read_personal},
};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why a personal licence was not applied. The account goes on with the one it has.
#[derive(Debug, thiserror::Error)]
pub enum ApplyPersonalError {
    /// That is none.
    #[error("Invalid license.")]
    NoLicense(#[from] NoLicense),
    /// It may not be used by this account; every reason is named.
    #[error("Invalid license. {}", lines(.0))]
    Flawed(Vec<Flaw>),
    /// Another account of this server has it.
    #[error("This license is in use by another account of this server.")]
    InUse,
    /// It has premium features; what it has is updated elsewhere.
    #[error("Already a premium user.")]
    AlreadyPremium,
    /// There is no such account any more.
    #[error("Resource not found.")]
    NoSuchAccount,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ApplyPersonalError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoLicense(_) | Self::Flawed(_) | Self::InUse | Self::AlreadyPremium => {
                Kind::Invalid
            }
            Self::NoSuchAccount => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoLicense(_) => Some("license_unreadable"),
            Self::Flawed(_) => Some("license_invalid"),
            Self::InUse => Some("license_in_use"),
            Self::AlreadyPremium => Some("already_premium"),
            Self::NoSuchAccount | Self::Store(_) => None,
        }
    }
}

impl App {
    /// Applies the first licence of an account.
    ///
    /// # Errors
    ///
    /// [`ApplyPersonalError`], with everything that is wrong.
    pub async fn add_personal_license(
        &self,
        user: Id<User>,
        document: &str,
    ) -> Result<(), ApplyPersonalError> {
        let found = self.db.read().await?.account(user).await?;
        let account = found.ok_or(ApplyPersonalError::NoSuchAccount)?;
        if account.has_premium(self.now()) {
            return Err(ApplyPersonalError::AlreadyPremium);
        }
        self.apply_personal_license(user, document).await
    }

    /// Applies a licence to an account, in place of the one before.
    ///
    /// # Errors
    ///
    /// As [`App::add_personal_license`].
    pub async fn apply_personal_license(
        &self,
        user: Id<User>,
        document: &str,
    ) -> Result<(), ApplyPersonalError> {
        let trusted = self.trusted_license_keys().await?;
        let found = read_personal(document, &trusted)?;
        let license = &found.license;

        let now = self.now();
        let mut tx = self.db.write().await?;
        let account = tx.account(user).await?.ok_or(ApplyPersonalError::NoSuchAccount)?;
        let before = tx.personal_license(user).await?;
        let holder = Holder {
            email: &account.email,
            email_verified: account.email_verified,
            license_key: before.as_ref().map(|it| it.license_key.as_str()),
        };
        let flaws = verify_personal(license, &found.proof, holder, now);
        if !flaws.is_empty() {
            return Err(ApplyPersonalError::Flawed(flaws));
        }
        if tx.personal_license_holder(&license.license_key, user).await?.is_some() {
            return Err(ApplyPersonalError::InUse);
        }

        let key_id = found.key_id.as_deref();
        let saved = tx.save_personal_license(user, license, document, key_id, now).await;
        saved.map_err(|error| match error {
            StoreError::Duplicate => ApplyPersonalError::InUse,
            other => other.into(),
        })?;
        tx.commit().await?;
        self.keep_copy(user, document).await;
        tracing::info!(user.id = %user, "a personal licence was applied");
        Ok(())
    }
}
