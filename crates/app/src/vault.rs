//! What a person's clients keep.

pub mod sync;

pub use store::vault::{OwnCollection, OwnOrganization, OwnPolicy};
