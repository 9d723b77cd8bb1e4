//! Why a group stays as it is.

use domain::authz::Denied;
use store::StoreError;

use super::collection_error::CollectionError;
use crate::fault::{Fault, Kind};

/// Why a group stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// There is no such group.
    #[error("Resource not found.")]
    NoSuchGroup,
    /// The plan has none.
    #[error("This organization cannot use groups.")]
    NotInPlan,
    /// It has no name, or a long one.
    #[error("The name of a group has between 1 and 100 characters.")]
    Name,
    /// A collection is unknown, or not the person's to give.
    #[error("A collection is not part of this organization, or you may not give it to others.")]
    NoSuchCollection,
    /// Someone is not in the organization.
    #[error("A member is not part of this organization.")]
    NoSuchMember,
    /// Who manages a collection sees and changes what is in it.
    #[error("Managing a collection includes seeing and changing what is in it.")]
    Contradiction,
    /// Administrators would give themselves what the rules keep from them.
    #[error("You cannot add yourself to a group.")]
    Oneself,
    /// No group is named.
    #[error("No groups are named.")]
    Nothing,
    /// The organization is out of reach.
    #[error(transparent)]
    Collection(#[from] CollectionError),
    /// The right is missing.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for GroupError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchGroup => Kind::NotFound,
            Self::NotInPlan
            | Self::Name
            | Self::NoSuchCollection
            | Self::NoSuchMember
            | Self::Contradiction
            | Self::Oneself
            | Self::Nothing => Kind::Invalid,
            Self::Collection(error) => error.kind(),
            Self::Denied(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotInPlan => Some("not_in_plan"),
            Self::Denied(error) => error.code(),
            _ => None,
        }
    }
}
