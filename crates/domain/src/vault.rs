//! What people keep.

/// A place a person sorts their items into; nobody else sees it.
#[derive(Debug, Clone, Copy)]
pub struct Folder;
