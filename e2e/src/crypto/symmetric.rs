//! Encrypted strings of type 2.

use aws_lc_rs::{
    cipher::{
        AES_256, DecryptionContext, EncryptionContext, PaddedBlockDecryptingKey,
        PaddedBlockEncryptingKey, UnboundCipherKey,
    },
    digest, hmac,
    iv::FixedLength,
    rand,
};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::CryptoError;

/// A key of 64 bytes: the first half encrypts, the second authenticates.
#[derive(Clone, PartialEq, Eq)]
pub struct SymmetricKey([u8; 64]);

impl std::fmt::Debug for SymmetricKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl SymmetricKey {
    /// A new key.
    ///
    /// # Errors
    ///
    /// When the system has no randomness to give.
    pub fn random() -> Result<Self, CryptoError> {
        let mut key = [0; 64];
        rand::fill(&mut key)?;
        Ok(Self(key))
    }

    /// The key these bytes are.
    pub fn from_bytes(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    /// Its bytes, to be wrapped.
    pub fn bytes(&self) -> &[u8; 64] {
        &self.0
    }

    /// The id recent clients give a user key: a truncated thumbprint of its COSE form.
    pub fn id(&self) -> String {
        const COSE_PREFIX: [u8; 6] = [0xa2, 0x01, 0x04, 0x20, 0x58, 0x40];
        let whole = [COSE_PREFIX.as_slice(), &self.0].concat();
        let thumbprint = digest::digest(&digest::SHA256, &whole);
        thumbprint
            .as_ref()
            .iter()
            .take(16)
            .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
    }

    /// `plain` as an encrypted string.
    ///
    /// # Errors
    ///
    /// When the system has no randomness to give.
    pub fn encrypt(&self, plain: &[u8]) -> Result<String, CryptoError> {
        let mut iv = [0; 16];
        rand::fill(&mut iv)?;
        self.encrypt_with(iv, plain)
    }

    pub(super) fn encrypt_with(&self, iv: [u8; 16], plain: &[u8]) -> Result<String, CryptoError> {
        let (encryption, authentication) = self.0.split_at(32);
        let key =
            PaddedBlockEncryptingKey::cbc_pkcs7(UnboundCipherKey::new(&AES_256, encryption)?)?;
        let mut text = plain.to_vec();
        key.less_safe_encrypt(&mut text, EncryptionContext::Iv128(FixedLength::from(iv)))?;
        let code = hmac::sign(
            &hmac::Key::new(hmac::HMAC_SHA256, authentication),
            &[iv.as_slice(), &text].concat(),
        );
        let [iv, text, code] =
            [&iv, text.as_slice(), code.as_ref()].map(|part| STANDARD.encode(part));
        Ok(format!("2.{iv}|{text}|{code}"))
    }

    /// What an encrypted string says.
    ///
    /// # Errors
    ///
    /// When it is of another shape, of another key, or altered.
    pub fn decrypt(&self, encrypted: &str) -> Result<Vec<u8>, CryptoError> {
        let (iv, mut text, code) = parts(encrypted).ok_or(CryptoError::Shape(2))?;
        let (encryption, authentication) = self.0.split_at(32);
        hmac::verify(
            &hmac::Key::new(hmac::HMAC_SHA256, authentication),
            &[iv.as_slice(), &text].concat(),
            &code,
        )
        .map_err(|_| CryptoError::Refused)?;
        let key =
            PaddedBlockDecryptingKey::cbc_pkcs7(UnboundCipherKey::new(&AES_256, encryption)?)?;
        let context = DecryptionContext::Iv128(FixedLength::from(iv));
        let plain = key.decrypt(&mut text, context).map_err(|_| CryptoError::Refused)?;
        Ok(plain.to_vec())
    }
}

/// Vector, ciphertext and code of an encrypted string of type 2.
fn parts(encrypted: &str) -> Option<([u8; 16], Vec<u8>, Vec<u8>)> {
    let mut parts = encrypted.strip_prefix("2.")?.split('|').map(|part| STANDARD.decode(part).ok());
    let (iv, text, code) = (parts.next()??, parts.next()??, parts.next()??);
    match parts.next() {
        None => Some((iv.try_into().ok()?, text, code)),
        Some(_) => None,
    }
}
