//! What a person's clients show of the account.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id};
use store::{StoreError, Tx, accounts::Account, vault::OwnOrganization};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// What a person's clients show of the account.
#[derive(Debug)]
pub struct Profile {
    /// The account.
    pub account: Account,
    /// The organizations the person is a member of.
    pub organizations: Vec<OwnOrganization>,
    /// Whether the person has premium features of their own.
    pub premium: bool,
    /// Whether one of them gives the person premium features.
    pub premium_from_organization: bool,
}

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is no such account any more.
    #[error("Resource not found.")]
    NoSuchAccount,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ProfileError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchAccount => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

/// The profile, as part of a unit of work.
pub(crate) async fn profile_in(
    tx: &mut Tx,
    user: Id<User>,
    now: DateTime<Utc>,
) -> Result<Profile, ProfileError> {
    let account = tx.account(user).await?.ok_or(ProfileError::NoSuchAccount)?;
    let organizations = tx.own_organizations(user).await?;
    let premium_from_organization = organizations.iter().any(|organization| {
        let gives = organization.uses().has(domain::organizations::Feature::MembersGetPremium);
        organization.enabled && gives
    });
    let premium = account.has_premium(now);
    Ok(Profile { account, organizations, premium, premium_from_organization })
}

impl App {
    /// The person's profile.
    ///
    /// # Errors
    ///
    /// When there is no such account any more.
    pub async fn profile(&self, user: Id<User>) -> Result<Profile, ProfileError> {
        profile_in(&mut self.db.read().await?, user, self.now()).await
    }

    /// When anything the person's clients keep last changed.
    ///
    /// # Errors
    ///
    /// When there is no such account any more.
    pub async fn revision(&self, user: Id<User>) -> Result<DateTime<Utc>, ProfileError> {
        let revision = self.db.read().await?.account_revision(user).await?;
        revision.ok_or(ProfileError::NoSuchAccount)
    }
}
