//! People who can sign in.

pub mod enc_string;
pub mod kdf;

/// A person with an account.
#[derive(Debug, Clone, Copy)]
pub struct User;

/// A mail address as accounts keep it: without space around it, in lower case.
pub fn normalized(email: &str) -> String {
    email.trim().to_lowercase()
}
