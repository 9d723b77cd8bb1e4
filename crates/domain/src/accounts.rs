//! People who can sign in.

/// A person with an account.
#[derive(Debug, Clone, Copy)]
pub struct User;
