//! Collections, and who was given them.

mod change_groups;
mod collection_error;
mod create_collection;
mod delete_collections;
mod edit_collection;
mod give_collections;
mod grants;
mod group_error;
mod list_collections;
mod list_groups;

pub use change_groups::WantedGroup;
pub use collection_error::CollectionError;
pub use grants::{Gift, Gifts};
pub use group_error::GroupError;
pub use list_collections::CollectionDetails;
pub use list_groups::GroupDetails;
pub use store::{
    collections::{CollectionRow, Given},
    groups::GroupRow,
};
