//! From a master password to the keys that follow from it.

use std::num::NonZeroU32;

use aws_lc_rs::{digest, hkdf, pbkdf2};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{CryptoError, SymmetricKey};

/// How a password is turned into a master key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kdf {
    /// PBKDF2 with SHA-256.
    Pbkdf2 {
        /// How often it is repeated.
        iterations: u32,
    },
    /// Argon2id, version 1.3.
    Argon2id {
        /// Passes over the memory.
        iterations: u32,
        /// In MiB.
        memory: u32,
        /// Lanes.
        parallelism: u32,
    },
}

impl Kdf {
    /// What clients set for a new account.
    pub const DEFAULT: Self = Self::Pbkdf2 { iterations: 600_000 };

    /// Reads the settings in the protocol's form.
    ///
    /// # Errors
    ///
    /// When a number is missing or of no known kind.
    pub fn from_wire(settings: &Value) -> Result<Self, CryptoError> {
        let number = |name: &str| {
            let found = settings.get(name).and_then(Value::as_u64);
            found.and_then(|n| u32::try_from(n).ok()).ok_or(CryptoError::Kdf)
        };
        let iterations = number("iterations")?;
        match number("kdfType")? {
            0 => Ok(Self::Pbkdf2 { iterations }),
            1 => Ok(Self::Argon2id {
                iterations,
                memory: number("memory")?,
                parallelism: number("parallelism")?,
            }),
            _ => Err(CryptoError::Kdf),
        }
    }

    /// The settings in the protocol's form.
    pub fn to_wire(self) -> Value {
        match self {
            Self::Pbkdf2 { iterations } => json!({
                "kdfType": 0, "iterations": iterations, "memory": null, "parallelism": null,
            }),
            Self::Argon2id { iterations, memory, parallelism } => json!({
                "kdfType": 1, "iterations": iterations, "memory": memory,
                "parallelism": parallelism,
            }),
        }
    }

    /// The master key of a password; `salt` is the account's address, trimmed and in lower case.
    ///
    /// # Errors
    ///
    /// When the settings are out of range.
    pub fn master_key(self, password: &str, salt: &str) -> Result<MasterKey, CryptoError> {
        let mut key = [0; 32];
        match self {
            Self::Pbkdf2 { iterations } => {
                let rounds = NonZeroU32::new(iterations).ok_or(CryptoError::Kdf)?;
                let salt = salt.as_bytes();
                let password = password.as_bytes();
                pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, rounds, salt, password, &mut key);
            }
            Self::Argon2id { iterations, memory, parallelism } => {
                let kib = memory.checked_mul(1024).ok_or(CryptoError::Kdf)?;
                let params = argon2::Params::new(kib, iterations, parallelism, Some(32))
                    .map_err(|_| CryptoError::Kdf)?;
                let salt = digest::digest(&digest::SHA256, salt.as_bytes());
                argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
                    .hash_password_into(password.as_bytes(), salt.as_ref(), &mut key)
                    .map_err(|_| CryptoError::Library)?;
            }
        }
        Ok(MasterKey(key))
    }
}

/// The key a password stands for; it leaves the app in no form.
pub struct MasterKey([u8; 32]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl MasterKey {
    /// What proves to a server that the password is known.
    pub fn authentication_hash(&self, password: &str) -> String {
        let mut hash = [0; 32];
        let salt = password.as_bytes();
        pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, NonZeroU32::MIN, salt, &self.0, &mut hash);
        STANDARD.encode(hash)
    }

    /// The key that wraps the user key.
    ///
    /// # Errors
    ///
    /// Never, unless the library fails.
    pub fn stretched(&self) -> Result<SymmetricKey, CryptoError> {
        let prk = hkdf::Prk::new_less_safe(hkdf::HKDF_SHA256, &self.0);
        let mut key = [0; 64];
        let (encryption, authentication) = key.split_at_mut(32);
        prk.expand(&[b"enc"], hkdf::HKDF_SHA256)?.fill(encryption)?;
        prk.expand(&[b"mac"], hkdf::HKDF_SHA256)?.fill(authentication)?;
        Ok(SymmetricKey::from_bytes(key))
    }

    #[cfg(test)]
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}
