//! What the server signs and seals with.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    KEYS = "
        SELECT id, purpose, secret, public, created_at, retired_at
          FROM server_keys
         ORDER BY created_at DESC, id DESC";

    ADD = "
        INSERT INTO server_keys (id, purpose, secret, public, created_at)
        VALUES ($1, $2, $3, $4, $5)";

    RETIRE = "
        UPDATE server_keys SET retired_at = $1
         WHERE purpose = $2 AND id <> $3 AND retired_at IS NULL";

    REMOVE = "DELETE FROM server_keys WHERE purpose = $1 AND retired_at < $2";
}

/// A key of the server's.
#[derive(FromRow, Clone)]
pub struct ServerKey {
    /// The key id, as tokens name it.
    pub id: String,
    /// What it is for: `access`, `seal` or `license`.
    pub purpose: String,
    /// The secret half.
    pub secret: Vec<u8>,
    /// The public half, of keys that have one.
    pub public: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Since when it only verifies.
    pub retired_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ServerKey({} {} …)", self.purpose, self.id)
    }
}

impl Tx {
    /// Every key, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn server_keys(&mut self) -> Result<Vec<ServerKey>, StoreError> {
        self.all(KEYS, &[]).await
    }

    /// Keeps a new key.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_server_key(&mut self, key: &ServerKey) -> Result<(), StoreError> {
        let public = key.public.as_deref();
        self.change(ADD, args![&key.id, &key.purpose, &key.secret, public, key.created_at]).await
    }

    /// Lets every key of `purpose` but `current` only verify from now on.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn retire_server_keys(
        &mut self,
        purpose: &str,
        current: &str,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(RETIRE, args![now, purpose, current]).await
    }

    /// Removes the keys of `purpose` that were retired before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_retired_keys(
        &mut self,
        purpose: &str,
        before: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(REMOVE, args![purpose, before]).await
    }
}
