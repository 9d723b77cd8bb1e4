//! Whose licences are accepted here.

use aws_lc_rs::{
    encoding::{AsDer as _, PublicKeyX509Der},
    rsa::PublicKey,
    signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey},
};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use store::StoreError;
use x509_cert::{
    Certificate,
    der::{Decode as _, Encode as _},
};

use super::authority::key_id;
use crate::{App, ports::TrustFile};

/// A public key whose licences are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedKey {
    /// Its id: the beginning of the hash of the key.
    pub id: String,
    /// The SubjectPublicKeyInfo, DER.
    pub public: Vec<u8>,
    /// What the operator calls it.
    pub label: String,
}

/// That is no public RSA key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This is neither a public RSA key (PEM) nor a certificate with one (PEM or DER).")]
pub struct NoPublicKey;

impl TrustedKey {
    /// The key in a file: a public key in PEM, or a certificate in PEM or DER.
    ///
    /// # Errors
    ///
    /// When there is no RSA key in it.
    pub fn from_file(file: &TrustFile) -> Result<Self, NoPublicKey> {
        let public = match unarmored(&file.bytes) {
            Some((label, der)) if label == "PUBLIC KEY" => der,
            Some((label, der)) if label == "CERTIFICATE" => of_certificate(&der)?,
            Some(_) => return Err(NoPublicKey),
            None => of_certificate(&file.bytes)?,
        };
        Self::from_der(&public, file.name.clone())
    }

    /// The key in a SubjectPublicKeyInfo.
    ///
    /// # Errors
    ///
    /// When it is no RSA key.
    pub fn from_der(public: &[u8], label: String) -> Result<Self, NoPublicKey> {
        let key = PublicKey::from_der(public).map_err(|_| NoPublicKey)?;
        // One form for one key, so that it has one id.
        let der: PublicKeyX509Der<'_> = key.as_der().map_err(|_| NoPublicKey)?;
        Ok(Self { id: key_id(der.as_ref()), public: der.as_ref().to_vec(), label })
    }

    /// Whether the secret half of this key made `signature` over `text`.
    pub fn made(&self, signature: &[u8], text: &[u8]) -> bool {
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &self.public)
            .verify(text, signature)
            .is_ok()
    }

    /// The key in PEM.
    pub fn pem(&self) -> String {
        pem(&self.public)
    }
}

fn of_certificate(der: &[u8]) -> Result<Vec<u8>, NoPublicKey> {
    let certificate = Certificate::from_der(der).map_err(|_| NoPublicKey)?;
    certificate.tbs_certificate().subject_public_key_info().to_der().map_err(|_| NoPublicKey)
}

/// The first block of a PEM file: what it is, and its content.
fn unarmored(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let rest = text.split_once("-----BEGIN ")?.1;
    let (label, rest) = rest.split_once("-----")?;
    let body = rest.split_once("-----END ")?.0;
    let compact: String = body.chars().filter(|c| !c.is_whitespace()).collect();
    Some((label.to_owned(), BASE64.decode(compact).ok()?))
}

/// A SubjectPublicKeyInfo in PEM.
pub fn pem(public: &[u8]) -> String {
    let text = BASE64.encode(public);
    let mut lines = String::from("-----BEGIN PUBLIC KEY-----\n");
    let mut rest = text.as_str();
    while let Some((line, later)) = rest.split_at_checked(64) {
        lines.push_str(line);
        lines.push('\n');
        rest = later;
    }
    if !rest.is_empty() {
        lines.push_str(rest);
        lines.push('\n');
    }
    lines.push_str("-----END PUBLIC KEY-----\n");
    lines
}

impl App {
    /// Every key whose licences are accepted: those added by command and those in the folder. A
    /// file that holds none is named in the log and passed over.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn trusted_license_keys(&self) -> Result<Vec<TrustedKey>, StoreError> {
        let rows = self.db.read().await?.trusted_license_keys().await?;
        let mut keys: Vec<TrustedKey> = rows
            .into_iter()
            .map(|row| TrustedKey { id: row.id, public: row.public, label: row.label })
            .collect();
        for file in self.ports.license_files.trusted().await {
            match TrustedKey::from_file(&file) {
                Ok(key) if keys.iter().all(|known| known.id != key.id) => keys.push(key),
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(file = file.name, %error, "a file in trust/ is no key");
                }
            }
        }
        Ok(keys)
    }

    /// Accepts the licences of the key in `file` from now on.
    ///
    /// # Errors
    ///
    /// When there is no public key in it.
    pub async fn trust_license_key(&self, file: &TrustFile) -> Result<TrustedKey, TrustKeyError> {
        let key = TrustedKey::from_file(file)?;
        let mut tx = self.db.write().await?;
        tx.trust_license_key(&key.id, &key.public, &key.label, self.now()).await?;
        tx.commit().await?;
        Ok(key)
    }

    /// Accepts the licences of the key of that id no longer; `false` when it was not accepted by
    /// command. Keys in the folder are removed there.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn distrust_license_key(&self, id: &str) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let gone = tx.distrust_license_key(id).await?;
        tx.commit().await?;
        Ok(gone)
    }
}

/// Why a key was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum TrustKeyError {
    /// There is none.
    #[error(transparent)]
    NoPublicKey(#[from] NoPublicKey),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[cfg(test)]
mod tests;
