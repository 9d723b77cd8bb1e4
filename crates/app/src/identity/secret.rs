//! What must not be seen: it prints as `…`.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::App;

/// A secret text.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Takes the text in.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for the one it is meant for.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the text: what the database keeps of secrets nobody can guess.
    pub fn hash(&self) -> [u8; 32] {
        sha256(self.0.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// What a client sends as proof of the master password.
#[derive(Clone)]
pub struct ClientHash(Secret);

impl ClientHash {
    /// Takes the text in.
    pub fn new(text: String) -> Self {
        Self(Secret::new(text))
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.0.as_bytes()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.0.is_empty()
    }
}

impl PartialEq for ClientHash {
    fn eq(&self, other: &Self) -> bool {
        subtle::ConstantTimeEq::ct_eq(self.bytes(), other.bytes()).into()
    }
}

impl fmt::Debug for ClientHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    digest(&SHA256, bytes).as_ref().try_into().unwrap_or([0; 32])
}

impl App {
    /// A secret of 256 random bits, in letters that are safe in an address.
    pub fn new_secret(&self) -> Secret {
        let mut bytes = [0; 32];
        self.ports.random.fill(&mut bytes);
        Secret::new(URL_SAFE_NO_PAD.encode(bytes))
    }
}
