//! Facts a server keeps about itself.

use crate::db::{StoreError, Tx, args, statements};

statements! {
    FACT = "SELECT value FROM server_facts WHERE name = $1";

    SET_FACT = "
        INSERT INTO server_facts (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value";
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

    /// Remembers `value` under `name`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_fact(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.change(SET_FACT, args![name, value]).await
    }
}
