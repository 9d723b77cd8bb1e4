//! What people keep.

mod kind;
mod revision;

pub use kind::{CipherKind, ClientVersion};
pub use revision::{TRASH, is_current};

/// A place a person sorts their items into; nobody else sees it.
#[derive(Debug, Clone, Copy)]
pub struct Folder;

/// What a person keeps, or members of an organization share: the protocol's word for an item.
#[derive(Debug, Clone, Copy)]
pub struct Cipher;
