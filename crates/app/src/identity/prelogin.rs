//! What a client must know before it can derive anything from the master password.

use domain::accounts::{kdf::Kdf, normalized};
use store::StoreError;

use crate::App;

/// How to derive, and with which salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prelogin {
    /// How.
    pub kdf: Kdf,
    /// The salt.
    pub salt: String,
}

impl App {
    /// The derivation of the account of that address. An address without an account has one too,
    /// and always the same, so that asking tells nothing.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn prelogin(&self, email: &str) -> Result<Prelogin, StoreError> {
        let email = normalized(email);
        match self.db.read().await?.account_by_email(&email).await? {
            Some(account) => Ok(Prelogin { kdf: account.derivation()?, salt: account.salt }),
            None => Ok(Prelogin { kdf: self.plausible(&email), salt: email }),
        }
    }

    /// One of the derivations accounts have, by what only this server can compute of the address.
    fn plausible(&self, email: &str) -> Kdf {
        // The oldest key: a rotation must not change what was answered before.
        let macs = self.keys.macs("prelogin", email.as_bytes());
        match macs.last().map_or(0, |mac| mac[0]) {
            0..=199 => Kdf::DEFAULT,
            200..=239 => Kdf::Argon2id { iterations: 6, memory: 32, parallelism: 4 },
            _ => Kdf::Argon2id { iterations: 3, memory: 64, parallelism: 4 },
        }
    }
}
