//! What a person's clients keep.

pub mod folders;
pub mod sync;

pub use store::vault::{OwnCollection, OwnOrganization, OwnPolicy, folders::FolderRow};
