//! The account cryptography a person's app does on its own: what a server never sees in the clear.
//!
//! Written from the protocol, on libraries the server does not use for it, so that the two can
//! disagree. The vectors in `fixtures/crypto` come from a third side.

mod master_key;
mod symmetric;
mod wrapping;

pub use master_key::{Kdf, MasterKey};
pub use symmetric::SymmetricKey;
pub use wrapping::{KeyPair, wrap_for};

/// The reason a key or a text was refused.
#[derive(Debug, thiserror::Error)]
pub enum CryptoError {
    /// The text is no encrypted string of the type that was needed.
    #[error("this is no encrypted string of type {0}")]
    Shape(u8),
    /// The text was altered, or belongs to another key.
    #[error("this was not encrypted with this key, or was altered since")]
    Refused,
    /// A setting no client accepts.
    #[error("the key derivation settings are out of range")]
    Kdf,
    /// The library could not do its part.
    #[error("the cryptographic library refused to work")]
    Library,
}

impl From<aws_lc_rs::error::Unspecified> for CryptoError {
    fn from(_: aws_lc_rs::error::Unspecified) -> Self {
        Self::Library
    }
}

#[cfg(test)]
mod tests;
