//! Why a collection stays as it is.

use domain::authz::Denied;
use store::StoreError;

use crate::fault::{Fault, Kind};

/// Why a collection stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum CollectionError {
    /// There is no such collection, or the person does not see it.
    #[error("Resource not found.")]
    NoSuchCollection,
    /// The person sees the collection, and may not do that with it.
    #[error("You may not do that with this collection.")]
    NotYours,
    /// The person may not make collections.
    #[error("You may not create collections in this organization.")]
    NotCreated,
    /// There are as many as the organization may have.
    #[error("The organization has as many collections as it may have: {0}.")]
    TooMany(i64),
    /// Whom it is given to is not in the organization.
    #[error("A member is not part of this organization.")]
    NoSuchMember,
    /// Whom it is given to is not in the organization.
    #[error("A group is not part of this organization.")]
    NoSuchGroup,
    /// Who manages a collection sees and changes what is in it.
    #[error("Managing a collection includes seeing and changing what is in it.")]
    Contradiction,
    /// Nobody would manage it.
    #[error("At least one member or group must manage the collection.")]
    Unmanaged,
    /// No collection is named.
    #[error("No collections are named.")]
    Nothing,
    /// The right is missing.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for CollectionError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchCollection | Self::NotYours | Self::NotCreated => Kind::NotFound,
            Self::TooMany(_)
            | Self::NoSuchMember
            | Self::NoSuchGroup
            | Self::Contradiction
            | Self::Unmanaged
            | Self::Nothing => Kind::Invalid,
            Self::Denied(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotYours => Some("collection_not_managed"),
            Self::NotCreated => Some("collections_not_created"),
            Self::TooMany(_) => Some("too_many_collections"),
            Self::Unmanaged => Some("collection_unmanaged"),
            Self::Denied(error) => error.code(),
            _ => None,
        }
    }

    fn missing_right(&self) -> Option<&'static str> {
        match self {
            Self::Denied(error) => error.missing_right(),
            _ => None,
        }
    }
}
