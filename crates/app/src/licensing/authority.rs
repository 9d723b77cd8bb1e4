//! The keys licences are signed with, and the one who signs.

use aws_lc_rs::{
    digest::{SHA256, digest},
    encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use chrono::{DateTime, Utc};
use store::{Db, keys::ServerKey};

use crate::{
    keyring::{KeyError, KeyRing},
    ports::{CannotSign, LicenseAuthority},
};

/// What the keys are for, as the database says it.
pub const PURPOSE: &str = "license";

/// Signs with the keys of the ring.
#[derive(Clone)]
pub struct RingAuthority(KeyRing);

impl RingAuthority {
    /// Signs with the keys of `ring`, making the first one when there is none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open(ring: &KeyRing, db: &Db, now: DateTime<Utc>) -> Result<Self, KeyError> {
        if ring.current(PURPOSE).is_none() {
            rotate(ring, db, now).await?;
        }
        Ok(Self(ring.clone()))
    }
}

impl LicenseAuthority for RingAuthority {
    fn key_id(&self) -> Result<String, CannotSign> {
        Ok(self.0.current(PURPOSE).ok_or(CannotSign)?.id)
    }

    fn sign(&self, key_id: &str, text: &[u8]) -> Result<Vec<u8>, CannotSign> {
        let key = self.0.by_id(PURPOSE, key_id).ok_or(CannotSign)?;
        let pair = KeyPair::from_pkcs8(&key.secret).map_err(|_| CannotSign)?;
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)
            .map_err(|_| CannotSign)?;
        Ok(signature)
    }
}

/// Makes a key that signs from now on; answers its id. Those before it stay, so that what they
/// signed can still be checked.
///
/// # Errors
///
/// When the database fails.
pub async fn rotate(ring: &KeyRing, db: &Db, now: DateTime<Utc>) -> Result<String, KeyError> {
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| KeyError::Damaged)?;
    let secret: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| KeyError::Damaged)?;
    keep(ring, db, secret.as_ref(), now).await
}

/// Signs with the key of `pkcs8` from now on; answers its id.
///
/// # Errors
///
/// When that is no RSA key, or the database fails.
pub async fn keep(
    ring: &KeyRing,
    db: &Db,
    pkcs8: &[u8],
    now: DateTime<Utc>,
) -> Result<String, KeyError> {
    let pair = KeyPair::from_pkcs8(pkcs8).map_err(|_| KeyError::Damaged)?;
    let public: PublicKeyX509Der<'_> = pair.public_key().as_der().map_err(|_| KeyError::Damaged)?;
    let key = ServerKey {
        id: key_id(public.as_ref()),
        purpose: PURPOSE.to_owned(),
        secret: pkcs8.to_vec(),
        public: Some(public.as_ref().to_vec()),
        created_at: now,
        retired_at: None,
    };
    let mut tx = db.write().await?;
    tx.add_server_key(&key).await?;
    tx.retire_server_keys(PURPOSE, &key.id, now).await?;
    tx.commit().await?;
    ring.reload(db).await?;
    Ok(key.id)
}

/// The id of a public key: the beginning of the hash of its SubjectPublicKeyInfo, so that both
/// sides find the same without telling each other.
pub fn key_id(public: &[u8]) -> String {
    let hash = digest(&SHA256, public);
    hex::encode(hash.as_ref().get(..8).unwrap_or_default())
}
