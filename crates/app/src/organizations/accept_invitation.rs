//! Someone opens an invitation and says yes.

use domain::{
    accounts::User,
    id::Id,
    organizations::{
        Member, Organization,
        membership::{JoinRefusal, WrongState},
    },
};
use store::StoreError;

use super::Invitee;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why an invitation could not be accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptInvitationError {
    /// It was taken back, or belongs elsewhere.
    #[error("User invalid.")]
    NoSuchInvitation,
    /// The link is damaged, too old, or was written for another address.
    #[error("Invalid token.")]
    BadToken,
    /// It was sent to another address than the account's.
    #[error("User email does not match invite.")]
    OtherAddress,
    /// The person has another place in the organization already.
    #[error("You are already part of this organization.")]
    AlreadyThere,
    /// It was answered already.
    #[error(transparent)]
    WrongState(#[from] WrongState),
    /// A rule keeps the person out.
    #[error(transparent)]
    KeptOut(#[from] JoinRefusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for AcceptInvitationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchInvitation => Kind::NotFound,
            Self::BadToken
            | Self::OtherAddress
            | Self::AlreadyThere
            | Self::WrongState(_)
            | Self::KeptOut(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Accepts an invitation with the token that was mailed, which proves that the address is the
    /// person's.
    ///
    /// # Errors
    ///
    /// See [`AcceptInvitationError`].
    pub async fn accept_invitation(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
        member: Id<Member>,
        token: &str,
    ) -> Result<(), AcceptInvitationError> {
        self.learn_seal(token).await?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.hold_organization(organization, now).await?;
        let found = tx.membership(organization, member).await?;
        let invited = found.ok_or(AcceptInvitationError::NoSuchInvitation)?.into_invited()?;
        if !self.is_invited(&Invitee { member, email: invited.email.clone() }, token) {
            return Err(AcceptInvitationError::BadToken);
        }
        let account = tx.account(user).await?.ok_or(AcceptInvitationError::NoSuchInvitation)?;
        if account.email != invited.email {
            return Err(AcceptInvitationError::OtherAddress);
        }
        if tx.membership_of(organization, user).await?.is_some() {
            return Err(AcceptInvitationError::AlreadyThere);
        }
        let person = tx.applicant(user, organization).await?;
        let door = tx.door(organization).await?;
        let accepted = invited.accept(user, person, door)?;

        tx.save_accepted(&accepted, now).await?;
        tx.verify_email(user, &account.email, now).await?;
        if let Some(record) = tx.organization(organization).await? {
            self.post_accepted(&mut tx, &record, member, &account.email, now).await?;
        }
        tx.touch_account(user, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
