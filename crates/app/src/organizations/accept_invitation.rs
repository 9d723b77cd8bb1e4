//! Someone opens an invitation and says yes.

use domain::{
    accounts::{User, enc_string::is_wrapped_for_public_key},
    events::EventKind,
    id::Id,
    organizations::{
        Member, Organization,
        membership::{JoinRefusal, WrongState},
    },
};
use store::{StoreError, outbox::Event};

use super::Invitee;
use crate::{
    App,
    fault::{Fault, Kind},
    policies::account_recovery::{Recovery, recovery_in},
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
    /// Administrators must be able to recover the account, and the key for that is missing or none.
    #[error("This organization recovers the accounts of its members. Accept that to join.")]
    NoRecoveryKey,
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
            | Self::NoRecoveryKey
            | Self::WrongState(_)
            | Self::KeptOut(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        matches!(self, Self::WrongState(WrongState::AlreadyAccepted)).then_some("already_accepted")
    }
}

/// The key to keep: none where accounts are not recovered, and one where that is demanded.
fn checked_recovery_key(
    recovery: Recovery,
    key: Option<&str>,
) -> Result<Option<&str>, AcceptInvitationError> {
    match (recovery, key.filter(|key| !key.is_empty())) {
        (Recovery::Off, _) | (Recovery::Offered, None) => Ok(None),
        (_, Some(key)) if is_wrapped_for_public_key(key) => Ok(Some(key)),
        (Recovery::Demanded, None) | (_, Some(_)) => Err(AcceptInvitationError::NoRecoveryKey),
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
        recovery_key: Option<&str>,
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
        let recovery = recovery_in(&mut tx, organization).await?;
        let recovery_key = checked_recovery_key(recovery, recovery_key)?;

        tx.save_accepted(&accepted, recovery_key, now).await?;
        if recovery_key.is_some() {
            let enrolled = Event::of(EventKind::RecoveryEnrolled, organization);
            let enrolled =
                Event { acting_user: Some(user.uuid()), ..enrolled.member(member.uuid()) };
            tx.record(enrolled, now).await?;
        }
        tx.verify_email(user, &account.email, now).await?;
        if let Some(record) = tx.organization(organization).await? {
            self.post_accepted(&mut tx, &record, member, &account.email, now).await?;
        }
        tx.touch_account(user, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
