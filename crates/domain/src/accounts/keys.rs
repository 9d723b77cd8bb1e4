//! The keys of an account, of which the server only ever sees the public halves.

use super::enc_string::{is_base64, is_encrypted};

/// The key pairs of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountKeys {
    /// What others wrap for this person with: base64 of a `SubjectPublicKeyInfo`.
    pub public_key: String,
    /// Its other half, wrapped by the user key.
    pub private_key: String,
    /// What accounts of the second version have besides.
    pub signing: Option<SigningKeys>,
}

/// What an account of the second version has besides.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKeys {
    /// The public key, signed.
    pub signed_public_key: Option<String>,
    /// The signing key, wrapped by the user key.
    pub signing_key: String,
    /// What its signatures are verified with.
    pub verifying_key: String,
    /// The signed state of the account's keys.
    pub security_state: String,
    /// Its version.
    pub security_version: i64,
}

impl std::fmt::Debug for AccountKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccountKeys(…)")
    }
}

/// Why keys are not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeysRefusal {
    /// There are none.
    #[error("The account's keys are missing.")]
    Missing,
    /// The public key cannot be one.
    #[error("The public key is not valid.")]
    PublicKey,
    /// A wrapped key is not an encrypted string.
    #[error("A wrapped key is not a valid encrypted string.")]
    Wrapped,
}

impl AccountKeys {
    /// The same keys, if they have the shape of keys.
    ///
    /// # Errors
    ///
    /// Which of them has not.
    pub fn checked(self) -> Result<Self, KeysRefusal> {
        if !is_base64(&self.public_key) {
            return Err(KeysRefusal::PublicKey);
        }
        let signing = self.signing.as_ref().map(|signing| &signing.signing_key);
        if !is_encrypted(&self.private_key) || signing.is_some_and(|key| !is_encrypted(key)) {
            return Err(KeysRefusal::Wrapped);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{AccountKeys, KeysRefusal};

    #[test]
    fn keys_have_the_shape_of_keys() {
        let keys = |public: &str, private: &str| AccountKeys {
            public_key: public.to_owned(),
            private_key: private.to_owned(),
            signing: None,
        };
        let cases = [
            ("a pair", keys("AAAA", "2.AAAA|AAAA|AAAA"), None),
            ("no public key", keys("", "2.AAAA|AAAA|AAAA"), Some(KeysRefusal::PublicKey)),
            ("a bare private key", keys("AAAA", "AAAA"), Some(KeysRefusal::Wrapped)),
        ];
        for (case, keys, refusal) in cases {
            assert_eq!(keys.checked().err(), refusal, "{case}");
        }
    }
}
