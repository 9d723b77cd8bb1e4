//! How often someone tried, counted across nodes.

use chrono::{DateTime, Utc};

use crate::db::{StoreError, Tx, args, statements};

statements! {
    TRY = "
        INSERT INTO throttles (key, tries, window_ends_at) VALUES ($1, 1, $2)
        ON CONFLICT (key) DO UPDATE
           SET tries = CASE WHEN throttles.window_ends_at <= $3 THEN 1
                            ELSE throttles.tries + 1 END,
               window_ends_at = CASE WHEN throttles.window_ends_at <= $3
                                     THEN excluded.window_ends_at
                                     ELSE throttles.window_ends_at END
        RETURNING tries, window_ends_at";

    TAKE_BACK = "UPDATE throttles SET tries = tries - 1 WHERE key = $1 AND tries > 0";

    FORGET = "DELETE FROM throttles WHERE window_ends_at <= $1";
}

impl Tx {
    /// Counts one more try under `key`, and answers how many it is since the window began, and when the
    /// window ends. One that has ended begins anew, until `ends_at`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn count_try(
        &mut self,
        key: &str,
        ends_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(i64, DateTime<Utc>), StoreError> {
        self.one(TRY, args![key, ends_at, now]).await
    }

    /// Takes a try back: it succeeded.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_back_try(&mut self, key: &str) -> Result<(), StoreError> {
        self.execute(TAKE_BACK, args![key]).await.map(drop)
    }

    /// Removes the counts whose window has ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_tries(&mut self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(FORGET, args![now]).await
    }
}
