//! What the server signs and seals with: kept in the database, shared by its nodes, rotated by id.

mod fresh;
mod seal;

use std::sync::{Arc, RwLock};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{DateTime, Utc};
use store::{Db, StoreError, keys::ServerKey};

use crate::ports::Random;

/// Why a key could not be made or read.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored key is not one.
    #[error("a key of the server is damaged")]
    Damaged,
}

/// The keys in use. Cheap to clone; reloaded when a node finds a key id it does not know.
#[derive(Clone, Default)]
pub struct KeyRing(Arc<RwLock<Vec<ServerKey>>>);

impl KeyRing {
    /// Reads the keys, making those that are missing.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn load(db: &Db, random: &dyn Random, now: DateTime<Utc>) -> Result<Self, KeyError> {
        let ring = Self::default();
        let mut tx = db.write().await?;
        let keys = tx.server_keys().await?;
        for (purpose, make) in [("access", access_key as Make), ("seal", seal_key)] {
            let current = keys.iter().any(|key| key.purpose == purpose && key.retired_at.is_none());
            if !current {
                tx.add_server_key(&make(random, now)?).await?;
            }
        }
        ring.replace(tx.server_keys().await?);
        tx.commit().await?;
        Ok(ring)
    }

    /// Reads the keys again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn reload(&self, db: &Db) -> Result<(), KeyError> {
        self.replace(db.read().await?.server_keys().await?);
        Ok(())
    }

    /// Makes a new key for `purpose` (`access` or `seal`); those before it only verify from now on.
    ///
    /// # Errors
    ///
    /// When the database fails, or there is no such purpose.
    pub async fn rotate(
        &self,
        db: &Db,
        purpose: &str,
        random: &dyn Random,
        now: DateTime<Utc>,
    ) -> Result<String, KeyError> {
        let key = match purpose {
            "access" => access_key(random, now)?,
            "seal" => seal_key(random, now)?,
            _ => return Err(KeyError::Damaged),
        };
        let mut tx = db.write().await?;
        tx.add_server_key(&key).await?;
        tx.retire_server_keys(purpose, &key.id, now).await?;
        let keys = tx.server_keys().await?;
        tx.commit().await?;
        self.replace(keys);
        Ok(key.id)
    }

    /// The key that signs or seals for `purpose` now.
    pub fn current(&self, purpose: &str) -> Option<ServerKey> {
        let keys = self.0.read().ok()?;
        keys.iter().find(|key| key.purpose == purpose && key.retired_at.is_none()).cloned()
    }

    /// The key of that id, retired or not.
    pub fn by_id(&self, purpose: &str, id: &str) -> Option<ServerKey> {
        let keys = self.0.read().ok()?;
        keys.iter().find(|key| key.purpose == purpose && key.id == id).cloned()
    }

    /// Every key for `purpose`, the newest first.
    pub fn all(&self, purpose: &str) -> Vec<ServerKey> {
        let Ok(keys) = self.0.read() else { return Vec::new() };
        keys.iter().filter(|key| key.purpose == purpose).cloned().collect()
    }

    pub(crate) fn replace(&self, keys: Vec<ServerKey>) {
        if let Ok(mut held) = self.0.write() {
            *held = keys;
        }
    }
}

type Make = fn(&dyn Random, DateTime<Utc>) -> Result<ServerKey, KeyError>;

fn key_id(random: &dyn Random) -> String {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    hex::encode(bytes)
}

fn access_key(random: &dyn Random, now: DateTime<Utc>) -> Result<ServerKey, KeyError> {
    let pair = Ed25519KeyPair::generate().map_err(|_| KeyError::Damaged)?;
    let secret = pair.to_pkcs8v1().map_err(|_| KeyError::Damaged)?.as_ref().to_vec();
    let public = pair.public_key().as_ref().to_vec();
    Ok(ServerKey {
        id: key_id(random),
        purpose: "access".to_owned(),
        secret,
        public: Some(public),
        created_at: now,
        retired_at: None,
    })
}

#[expect(clippy::unnecessary_wraps, reason = "one of those that make a key; another may fail")]
fn seal_key(random: &dyn Random, now: DateTime<Utc>) -> Result<ServerKey, KeyError> {
    let mut secret = vec![0; 32];
    random.fill(&mut secret);
    Ok(ServerKey {
        id: key_id(random),
        purpose: "seal".to_owned(),
        secret,
        public: None,
        created_at: now,
        retired_at: None,
    })
}
