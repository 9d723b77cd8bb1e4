//! Why a member could not be changed. The use cases about members share their refusals, because the
//! rules behind them are the same.

use domain::{
    accounts::User,
    authz::{Actor, Permit, Standing},
    id::Id,
    organizations::{
        Member,
        membership::{JoinRefusal, WrongState},
        rules::{Changer, MemberRefusal, NoSeat},
    },
};
use store::{StoreError, Tx};

use crate::fault::{Fault, Kind};

/// Why a member could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// There is no such member in the organization.
    #[error("Resource not found.")]
    NoSuchMember,
    /// The organization is gone.
    #[error("Resource not found.")]
    NoSuchOrganization,
    /// The member is not in the state the step starts from.
    #[error(transparent)]
    WrongState(#[from] WrongState),
    /// A rule about roles is in the way.
    #[error(transparent)]
    Refused(#[from] MemberRefusal),
    /// A rule about who comes in is in the way.
    #[error(transparent)]
    KeptOut(#[from] JoinRefusal),
    /// There is no seat.
    #[error(transparent)]
    NoSeat(#[from] NoSeat),
    /// One address at least, twenty at most, each of a sensible length.
    #[error("Between 1 and 20 mail addresses can be invited at once.")]
    Addresses,
    /// One of them is no mail address.
    #[error("{0} is not a mail address.")]
    NotAnAddress(String),
    /// A collection belongs to another organization.
    #[error("A collection is not part of this organization.")]
    NoSuchCollection,
    /// A collection is not theirs to give.
    #[error("You may not give this collection to others.")]
    NotTheirsToGive,
    /// Managing a collection includes seeing and changing what is in it.
    #[error(
        "The Manage property is mutually exclusive and cannot be true while the ReadOnly or HidePasswords properties are also true."
    )]
    ManageAlone,
    /// The address got as many invitations today as anyone gets.
    #[error("{0} was sent too many invitations today. Try again tomorrow.")]
    InvitedOften(String),
    /// The key is not one that was wrapped for a person.
    #[error("The organization key must be encrypted for the member.")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for MemberError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchMember | Self::NoSuchOrganization => Kind::NotFound,
            Self::WrongState(_)
            | Self::Refused(_)
            | Self::KeptOut(_)
            | Self::NoSeat(_)
            | Self::Addresses
            | Self::NotAnAddress(_)
            | Self::NoSuchCollection
            | Self::NotTheirsToGive
            | Self::ManageAlone
            | Self::InvitedOften(_)
            | Self::NoKey => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Refused(MemberRefusal::LastOwner) => "last_owner",
            Self::NoSeat(NoSeat::License { .. }) => "no_seat_in_license",
            Self::NoSeat(NoSeat::Plan { .. }) => "no_seat_in_plan",
            Self::NoSeat(NoSeat::Limit { .. }) => "seat_limit_reached",
            Self::KeptOut(JoinRefusal::TwoStepMissing) => "two_step_missing",
            _ => return None,
        })
    }
}

/// What came of one member of several; none is success.
pub type Outcome = (Id<Member>, Option<String>);

/// What came of each of several members, with the reason in full.
pub(super) type Judged = Vec<(Id<Member>, Option<MemberError>)>;

/// What came of the only one.
pub(super) fn only(judged: Judged) -> Result<(), MemberError> {
    judged.into_iter().find_map(|(_, refused)| refused).map_or(Ok(()), Err)
}

/// What came of each, in words.
pub(super) fn in_words(judged: Judged) -> Vec<Outcome> {
    judged.into_iter().map(|(id, refused)| (id, refused.map(|it| it.to_string()))).collect()
}

/// How whoever holds `permit` stands towards the organization.
pub(super) async fn changer<A: domain::authz::Action>(
    tx: &mut Tx,
    permit: &Permit<A>,
) -> Result<Changer, StoreError> {
    let organization = permit.organization();
    Ok(match permit.actor() {
        Actor::User(user) => {
            Changer { standing: standing(tx, organization, user).await?, user: Some(user) }
        }
        Actor::Operator(_) | Actor::Server => Changer { standing: Standing::Operator, user: None },
    })
}

/// The standing of someone who was let in; a plain member's if it was lost on the way.
async fn standing(
    tx: &mut Tx,
    organization: Id<domain::organizations::Organization>,
    user: Id<User>,
) -> Result<Standing, StoreError> {
    Ok(tx.standing(organization, user).await?.unwrap_or(Standing::User))
}
