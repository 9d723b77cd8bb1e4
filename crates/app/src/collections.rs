//! Collections, and who was given them.

mod collection_error;
mod create_collection;
mod delete_collections;
mod edit_collection;
mod give_collections;
mod grants;
mod list_collections;

pub use collection_error::CollectionError;
pub use grants::{Gift, Gifts};
pub use list_collections::CollectionDetails;
pub use store::collections::{CollectionRow, Given};
