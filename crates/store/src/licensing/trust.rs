//! Public keys whose licences this server accepts.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    LIST = "SELECT id, public, label, created_at FROM trusted_license_keys ORDER BY created_at, id";

    ADD = "
        INSERT INTO trusted_license_keys (id, public, label, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET label = excluded.label";

    REMOVE = "DELETE FROM trusted_license_keys WHERE id = $1";
}

/// A public key whose licences are accepted.
#[derive(Debug, Clone, FromRow)]
pub struct TrustedKeyRow {
    /// Its id.
    pub id: String,
    /// The SubjectPublicKeyInfo, DER.
    pub public: Vec<u8>,
    /// What the operator calls it.
    pub label: String,
    /// Since when it is accepted.
    pub created_at: DateTime<Utc>,
}

impl Tx {
    /// The keys accepted by command, the oldest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn trusted_license_keys(&mut self) -> Result<Vec<TrustedKeyRow>, StoreError> {
        self.all(LIST, &[]).await
    }

    /// Accepts a key, or gives it another label.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn trust_license_key(
        &mut self,
        id: &str,
        public: &[u8],
        label: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(ADD, args![id, public, label, now]).await
    }

    /// Accepts a key no longer; `false` when it was not accepted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn distrust_license_key(&mut self, id: &str) -> Result<bool, StoreError> {
        Ok(self.execute(REMOVE, args![id]).await? == 1)
    }
}
