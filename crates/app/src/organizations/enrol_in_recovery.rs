//! A member lets administrators recover their account, or no longer does.

use domain::{
    accounts::{User, enc_string::is_wrapped_for_public_key},
    events::EventKind,
    id::Id,
    organizations::{Membership, Organization},
};
use store::{StoreError, outbox::Event};

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, verify_user::VerifyUserError},
    policies::account_recovery::{Recovery, recovery_in},
};

/// Why nothing changed.
#[derive(Debug, thiserror::Error)]
pub enum EnrolInRecoveryError {
    /// The person is not a member there.
    #[error("Resource not found.")]
    NoSuchMember,
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// The organization does not recover accounts.
    #[error("This organization does not recover accounts.")]
    Off,
    /// The organization recovers the accounts of all its members.
    #[error("This organization recovers the accounts of all its members.")]
    Demanded,
    /// The key is not one that was wrapped for the organization.
    #[error("The key must be encrypted for the organization.")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for EnrolInRecoveryError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchMember => Kind::NotFound,
            Self::Verify(error) => error.kind(),
            Self::Off | Self::Demanded | Self::NoKey => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Verify(error) => Some(error),
            _ => None,
        }
    }
}

impl App {
    /// Keeps the person's user key, wrapped for the organization, or forgets it.
    ///
    /// # Errors
    ///
    /// See [`EnrolInRecoveryError`].
    pub async fn enrol_in_recovery(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
        password: &ClientHash,
        key: Option<&str>,
    ) -> Result<(), EnrolInRecoveryError> {
        if !self.is_member(user, organization).await? {
            return Err(EnrolInRecoveryError::NoSuchMember);
        }
        self.verify_user(user, password).await?;
        if key.is_some_and(|key| !is_wrapped_for_public_key(key)) {
            return Err(EnrolInRecoveryError::NoKey);
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.hold_organization(organization, now).await?;
        let member = tx.membership_of(organization, user).await?;
        let member = member.filter(stays).ok_or(EnrolInRecoveryError::NoSuchMember)?;
        match (recovery_in(&mut tx, organization).await?, key) {
            (Recovery::Off, Some(_)) => return Err(EnrolInRecoveryError::Off),
            (Recovery::Demanded, None) => return Err(EnrolInRecoveryError::Demanded),
            _ => {}
        }
        let id = member.seat().id;
        tx.save_recovery_key(id, key, now).await?;
        let kind = match key {
            Some(_) => EventKind::RecoveryEnrolled,
            None => EventKind::RecoveryWithdrawn,
        };
        let event = Event::of(kind, organization).member(id.uuid());
        tx.record(Event { acting_user: Some(user.uuid()), ..event }, now).await?;
        tx.touch_account(user, now).await?;
        Ok(tx.commit().await?)
    }

    /// A stranger is told so before their password is asked for.
    async fn is_member(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
    ) -> Result<bool, StoreError> {
        let found = self.db.read().await?.membership_of(organization, user).await?;
        Ok(found.as_ref().is_some_and(stays))
    }
}

fn stays(member: &Membership) -> bool {
    matches!(member, Membership::Accepted(_) | Membership::Confirmed(_))
}
