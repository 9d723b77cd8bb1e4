//! What a server keeps about itself: facts, and since when what is wrong is wrong.

use chrono::{DateTime, Utc};

use crate::db::{StoreError, Tx, args, statements};

statements! {
    FACT = "SELECT value FROM server_facts WHERE name = $1";

    SET_FACT = "
        INSERT INTO server_facts (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    WATCH = "
        INSERT INTO health_states (name, code, since) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE
           SET since = CASE WHEN health_states.code = excluded.code
                            THEN health_states.since ELSE excluded.since END,
               code = excluded.code
        RETURNING since";
}

impl Tx {
    /// What the server knows about itself under `name`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn fact(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = self.optional(FACT, args![name]).await?;
        Ok(row.map(|(value,)| value))
    }

    /// Remembers that the check `name` found `code` now; since when it does.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn watch(
        &mut self,
        name: &str,
        code: &str,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, StoreError> {
        let (since,): (DateTime<Utc>,) = self.one(WATCH, args![name, code, now]).await?;
        Ok(since)
    }

    /// Remembers `value` under `name`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_fact(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.change(SET_FACT, args![name, value]).await
    }
}
