//! Keys given to another person: encrypted strings of type 4.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der},
    rsa::{
        KeySize, OAEP_SHA1_MGF1SHA1, OaepPrivateDecryptingKey, OaepPublicEncryptingKey,
        PrivateDecryptingKey, PublicEncryptingKey,
    },
};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::{CryptoError, SymmetricKey};

/// A person's or an organization's pair of keys: RSA with 2048 bits.
#[derive(Debug, Clone)]
pub struct KeyPair(PrivateDecryptingKey);

impl KeyPair {
    /// A new pair.
    ///
    /// # Errors
    ///
    /// When the system has no randomness to give.
    pub fn generate() -> Result<Self, CryptoError> {
        Ok(Self(PrivateDecryptingKey::generate(KeySize::Rsa2048)?))
    }

    /// The pair a private key in DER belongs to.
    ///
    /// # Errors
    ///
    /// When it is no RSA key.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, CryptoError> {
        Ok(Self(PrivateDecryptingKey::from_pkcs8(der).map_err(|_| CryptoError::Library)?))
    }

    /// The private key, encrypted with the key of its owner.
    ///
    /// # Errors
    ///
    /// When the library fails.
    pub fn wrapped_by(&self, owner: &SymmetricKey) -> Result<String, CryptoError> {
        let der: Pkcs8V1Der<'_> = self.0.as_der()?;
        owner.encrypt(der.as_ref())
    }

    /// The public key as the protocol carries it.
    ///
    /// # Errors
    ///
    /// When the library fails.
    pub fn public(&self) -> Result<String, CryptoError> {
        let der: PublicKeyX509Der<'_> = self.0.public_key().as_der()?;
        Ok(STANDARD.encode(der.as_ref()))
    }

    /// The key that was wrapped for this pair.
    ///
    /// # Errors
    ///
    /// When it was wrapped for another pair, or is no key.
    pub fn unwrap_key(&self, wrapped: &str) -> Result<SymmetricKey, CryptoError> {
        let text = wrapped.strip_prefix("4.").and_then(|text| STANDARD.decode(text).ok());
        let text = text.ok_or(CryptoError::Shape(4))?;
        let key = OaepPrivateDecryptingKey::new(self.0.clone())?;
        let mut plain = vec![0; key.min_output_size()];
        let plain = key
            .decrypt(&OAEP_SHA1_MGF1SHA1, &text, &mut plain, None)
            .map_err(|_| CryptoError::Refused)?;
        let bytes = <[u8; 64]>::try_from(&*plain).map_err(|_| CryptoError::Refused)?;
        Ok(SymmetricKey::from_bytes(bytes))
    }
}

/// `key`, for whoever holds the other half of `public`.
///
/// # Errors
///
/// When `public` is no public key.
pub fn wrap_for(public: &str, key: &SymmetricKey) -> Result<String, CryptoError> {
    let der = STANDARD.decode(public).map_err(|_| CryptoError::Library)?;
    let public = PublicEncryptingKey::from_der(&der).map_err(|_| CryptoError::Library)?;
    let public = OaepPublicEncryptingKey::new(public)?;
    let mut text = vec![0; public.ciphertext_size()];
    let text = public.encrypt(&OAEP_SHA1_MGF1SHA1, key.bytes(), &mut text, None)?;
    Ok(format!("4.{}", STANDARD.encode(text)))
}
