//! Why an item stays as it is.

use domain::authz::Denied;
use store::StoreError;

use crate::{
    fault::{Fault, Kind},
    identity::verify_user::VerifyUserError,
    licensing::read_only::ReadOnly,
};

/// Why an item stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum CipherError {
    /// There is no such item, or the person does not see it.
    #[error("Resource not found.")]
    NoSuchCipher,
    /// The person sees the item, and no more.
    #[error("You may look at this item, and not change it.")]
    LookedAtOnly,
    /// The person may not delete or restore it.
    #[error("You may not delete or restore this item.")]
    NotDeleted,
    /// It was changed meanwhile.
    #[error("This item was changed elsewhere meanwhile. Sync, then change it again.")]
    OutOfDate,
    /// The request names another owner than the item has.
    #[error("The item belongs to another owner than the one that is named.")]
    OtherOwner,
    /// The folder is not the person's.
    #[error("The folder is not one of yours.")]
    NoSuchFolder,
    /// Encrypted for someone else: nobody could read it.
    #[error("The item was encrypted for another account.")]
    ForSomeoneElse,
    /// Encrypted with a key the account does not have any more.
    #[error("The item was encrypted with a key this account no longer has. Sync, then try again.")]
    OtherKey,
    /// What the person does not see cannot be kept with what they wrote.
    #[error("The item cannot change its kind or its key without its passwords.")]
    WithoutItsSecrets,
    /// An organization keeps everything its members have.
    #[error(
        "An organization of yours keeps everything its members have. Save the item in one of its \
         collections."
    )]
    MustBeShared,
    /// A collection is unknown, or items may not be put there.
    #[error("A collection is not part of this organization, or you may not add items to it.")]
    NoSuchCollection,
    /// Every item of an organization is in a collection, so that somebody sees it.
    #[error("An item of an organization must be in at least one collection.")]
    NoCollection,
    /// The organization was stopped.
    #[error("The organization is suspended.")]
    Disabled,
    /// Nothing was named.
    #[error("No items are named.")]
    Nothing,
    /// The right is missing.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The organization's licence ran out.
    #[error(transparent)]
    ReadOnly(#[from] ReadOnly),
    /// The master password is another.
    #[error(transparent)]
    Unproven(#[from] VerifyUserError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for CipherError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchCipher | Self::LookedAtOnly | Self::NotDeleted => Kind::NotFound,
            Self::OutOfDate
            | Self::OtherOwner
            | Self::NoSuchFolder
            | Self::ForSomeoneElse
            | Self::OtherKey
            | Self::WithoutItsSecrets
            | Self::MustBeShared
            | Self::NoSuchCollection
            | Self::NoCollection
            | Self::Disabled
            | Self::Nothing => Kind::Invalid,
            Self::Denied(error) => error.kind(),
            Self::ReadOnly(error) => error.kind(),
            Self::Unproven(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Denied(error) => Some(error),
            Self::ReadOnly(error) => Some(error),
            Self::Unproven(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::LookedAtOnly => Some("item_read_only"),
            Self::NotDeleted => Some("item_not_deletable"),
            Self::OutOfDate => Some("item_out_of_date"),
            Self::MustBeShared => Some("item_must_be_shared"),
            _ => self.handed_on()?.code(),
        }
    }
}
