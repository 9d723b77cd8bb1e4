//! A person's way through an organization: staged, invited, accepted, confirmed, and out again.
//! Each state is a type, and each step is a method of the state it starts from alone.

use chrono::{DateTime, Utc};

use super::{Member, Organization, Role};
use crate::{accounts::User, id::Id};

/// What every membership has, whatever its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The membership itself.
    pub id: Id<Member>,
    /// The organization it belongs to.
    pub organization: Id<Organization>,
    /// The role it carries.
    pub role: Role,
}

/// A membership as it was found, in whichever state that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership {
    /// Known to the directory; nobody was written to yet.
    Staged(Staged),
    /// An invitation is on its way.
    Invited(Invited),
    /// The person has said yes.
    Accepted(Accepted),
    /// Someone has handed over the organization key.
    Confirmed(Confirmed),
    /// Suspended, and remembers what it was.
    Revoked(Revoked),
}

/// Someone the directory knows, who was not written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// The seat kept for them.
    pub seat: Seat,
    /// Their address.
    pub email: String,
}

/// An invitation to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The seat offered.
    pub seat: Seat,
    /// Where the invitation was sent.
    pub email: String,
}

/// An invitation that an account has taken up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The seat taken.
    pub seat: Seat,
    /// The account that took it.
    pub user: Id<User>,
    /// Where the invitation was sent.
    pub email: Option<String>,
}

/// A full member, who can read what the organization shares.
#[derive(Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// The seat held.
    pub seat: Seat,
    /// The account that holds it.
    pub user: Id<User>,
    /// The organization key, encrypted to the member.
    pub key: String,
}

impl std::fmt::Debug for Confirmed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Confirmed({:?}, {} …)", self.seat, self.user)
    }
}

/// A suspended member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// What they were, and become again.
    pub before: Box<Membership>,
    /// Since when.
    pub at: Option<DateTime<Utc>>,
}

/// The membership is not in the state the step starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongState {
    /// Only people who were invited accept.
    #[error("You have already accepted this invitation.")]
    AlreadyAccepted,
    /// Their access was taken away.
    #[error("Your organization access has been revoked.")]
    AccessRevoked,
    /// Only people who accepted are confirmed.
    #[error("User not valid.")]
    NotAccepted,
    /// Only people who were invited are invited again.
    #[error("User invalid.")]
    NotInvited,
    /// They are suspended already.
    #[error("Already revoked.")]
    AlreadyRevoked,
    /// They are not suspended.
    #[error("Already active.")]
    NotRevoked,
}

/// The policies a person meets at the door.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JoinPolicies {
    /// Members must have two-step login.
    pub two_step_login: bool,
    /// Members may belong to no other organization.
    pub single_organization: bool,
}

/// What the rules need to know of the person who comes in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Applicant {
    /// Two-step login is on.
    pub two_step_login: bool,
    /// How many other organizations the person has accepted or joined.
    pub other_organizations: i64,
    /// How many of those allow no other beside them.
    pub jealous_organizations: i64,
    /// How many other free organizations the person administers.
    pub free_organizations: i64,
}

/// A rule that keeps the person out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JoinRefusal {
    /// Two-step login is required and missing.
    #[error("User does not have two-step login enabled.")]
    TwoStepMissing,
    /// The person belongs to another organization.
    #[error("User is a member of another organization.")]
    MemberElsewhere,
    /// Another organization of the person's allows no other.
    #[error("User is a member of another organization that allows no other.")]
    BoundElsewhere,
    /// One free organization to administer is all a person gets.
    #[error("User is already an admin of a free organization.")]
    FreeElsewhere,
}

/// What the organization asks of those who come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// Its policies.
    pub policies: JoinPolicies,
    /// Whether it is a free organization.
    pub free: bool,
}

impl Door {
    /// Lets `person` in as `role`, or says what is in the way. Policies do not bind owners and
    /// admins.
    ///
    /// # Errors
    ///
    /// The first rule that keeps the person out.
    pub fn admit(self, role: Role, person: Applicant) -> Result<(), JoinRefusal> {
        if self.free && role.administers() && person.free_organizations > 0 {
            return Err(JoinRefusal::FreeElsewhere);
        }
        if !role.administers() {
            if self.policies.two_step_login && !person.two_step_login {
                return Err(JoinRefusal::TwoStepMissing);
            }
            if self.policies.single_organization && person.other_organizations > 0 {
                return Err(JoinRefusal::MemberElsewhere);
            }
        }
        if person.jealous_organizations > 0 {
            return Err(JoinRefusal::BoundElsewhere);
        }
        Ok(())
    }
}

impl Membership {
    /// The seat, whatever the state.
    pub fn seat(&self) -> &Seat {
        match self {
            Self::Staged(it) => &it.seat,
            Self::Invited(it) => &it.seat,
            Self::Accepted(it) => &it.seat,
            Self::Confirmed(it) => &it.seat,
            Self::Revoked(it) => it.before.seat(),
        }
    }

    /// The account, of those linked to one.
    pub fn user(&self) -> Option<Id<User>> {
        match self {
            Self::Staged(_) | Self::Invited(_) => None,
            Self::Accepted(it) => Some(it.user),
            Self::Confirmed(it) => Some(it.user),
            Self::Revoked(it) => it.before.user(),
        }
    }

    /// The address it was made for, until it is confirmed.
    pub fn email(&self) -> Option<&str> {
        match self {
            Self::Staged(it) => Some(&it.email),
            Self::Invited(it) => Some(&it.email),
            Self::Accepted(it) => it.email.as_deref(),
            Self::Confirmed(_) => None,
            Self::Revoked(it) => it.before.email(),
        }
    }

    /// Whether it takes one of the seats the organization pays for.
    pub const fn takes_a_seat(&self) -> bool {
        matches!(self, Self::Invited(_) | Self::Accepted(_) | Self::Confirmed(_))
    }

    /// The invitation, to accept it.
    ///
    /// # Errors
    ///
    /// [`WrongState`] in every other state.
    pub fn into_invited(self) -> Result<Invited, WrongState> {
        match self {
            Self::Invited(invited) => Ok(invited),
            Self::Revoked(_) => Err(WrongState::AccessRevoked),
            Self::Accepted(_) | Self::Confirmed(_) => Err(WrongState::AlreadyAccepted),
            Self::Staged(_) => Err(WrongState::NotInvited),
        }
    }

    /// The accepted membership, which alone can be confirmed.
    ///
    /// # Errors
    ///
    /// [`WrongState`] in every other state.
    pub fn into_accepted(self) -> Result<Accepted, WrongState> {
        match self {
            Self::Accepted(accepted) => Ok(accepted),
            _ => Err(WrongState::NotAccepted),
        }
    }

    /// Suspends the member.
    ///
    /// # Errors
    ///
    /// [`WrongState`] when that has happened already.
    pub fn revoke(self, now: DateTime<Utc>) -> Result<Revoked, WrongState> {
        match self {
            Self::Revoked(_) => Err(WrongState::AlreadyRevoked),
            before => Ok(Revoked { before: Box::new(before), at: Some(now) }),
        }
    }

    /// What a suspended member was.
    ///
    /// # Errors
    ///
    /// [`WrongState`] when the member is not suspended.
    pub fn restore(self) -> Result<Self, WrongState> {
        match self {
            Self::Revoked(revoked) => Ok(*revoked.before),
            _ => Err(WrongState::NotRevoked),
        }
    }
}

impl Invited {
    /// Links the account that opened the invitation.
    ///
    /// # Errors
    ///
    /// The first rule that keeps the person out.
    pub fn accept(
        self,
        user: Id<User>,
        person: Applicant,
        door: Door,
    ) -> Result<Accepted, JoinRefusal> {
        door.admit(self.seat.role, person)?;
        Ok(Accepted { seat: self.seat, user, email: Some(self.email) })
    }
}

impl Accepted {
    /// Hands over the organization key and makes the person a full member.
    ///
    /// # Errors
    ///
    /// The first rule that keeps the person out.
    pub fn confirm(
        self,
        key: String,
        person: Applicant,
        door: Door,
    ) -> Result<Confirmed, JoinRefusal> {
        door.admit(self.seat.role, person)?;
        Ok(Confirmed { seat: self.seat, user: self.user, key })
    }
}

#[cfg(test)]
mod tests;
