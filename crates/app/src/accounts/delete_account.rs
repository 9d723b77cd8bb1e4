//! Deleting an account.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    events::EventKind,
    id::Id,
    organizations::{Member, Organization},
};
use store::{StoreError, Tx, outbox::Event};

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, verify_user::VerifyUserError},
};

/// Why the account stays.
#[derive(Debug, thiserror::Error)]
pub enum DeleteAccountError {
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// The link is another's, altered, or too old.
    #[error("The link is not valid or has expired.")]
    Expired,
    /// An organization would be left without an owner.
    #[error("You are the only owner of an organization. Make someone else an owner, or delete it.")]
    SoleOwner,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for DeleteAccountError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::Expired | Self::SoleOwner => Kind::Invalid,
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
            Self::Expired => Some("link_expired"),
            Self::SoleOwner => Some("sole_owner"),
            _ => self.handed_on()?.code(),
        }
    }
}

fn departure(by: Option<Id<User>>, organization: Id<Organization>, member: Id<Member>) -> Event {
    Event {
        acting_user: by.map(Id::uuid),
        ..Event::of(EventKind::MemberLeft, organization).member(member.uuid())
    }
}

impl App {
    /// Deletes the account and everything that is its own. Its organizations see a member leave, and
    /// what it sponsored there ends.
    ///
    /// # Errors
    ///
    /// [`DeleteAccountError::SoleOwner`] when an organization would be left without an owner.
    pub async fn delete_account(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(), DeleteAccountError> {
        self.verify_user(user, password).await?;
        self.delete(user).await
    }

    /// The same, for whoever has proved to be the person.
    pub(super) async fn delete(&self, user: Id<User>) -> Result<(), DeleteAccountError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        self.take_account_away(&mut tx, user, Some(user), now).await?;
        tx.commit().await?;
        self.forget_stamp(user).await;
        Ok(())
    }

    /// Deletes the account in a unit of work, `by` whoever asked for it. What is remembered of its
    /// sessions is to be forgotten once that is committed.
    pub(crate) async fn take_account_away(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        by: Option<Id<User>>,
        now: DateTime<Utc>,
    ) -> Result<(), DeleteAccountError> {
        let places = tx.places_of(user).await?;
        // One by one, in the order of their ids: two who hold the same never wait for each other.
        for (organization, _) in &places {
            tx.hold_organization(*organization, now).await?;
        }
        if tx.organizations_owned_alone(user).await? > 0 {
            return Err(DeleteAccountError::SoleOwner);
        }
        for (organization, member) in &places {
            self.sponsors_left(tx, *organization, &[*member], now).await?;
            tx.record(departure(by, *organization, *member), now).await?;
        }
        tx.delete_account(user).await?;
        Ok(())
    }
}
