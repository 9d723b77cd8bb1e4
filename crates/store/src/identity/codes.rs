//! Codes that were mailed, until they are typed.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id};

use crate::db::{StoreError, Tx, args, statements};

statements! {
    /// One that was mailed to that address a moment ago is still on its way, and stays.
    KEEP = "
        INSERT INTO mailed_codes (user_id, purpose, mac, recipient, tries, created_at, expires_at)
        VALUES ($1, $2, $3, $4, 0, $5, $6)
        ON CONFLICT (user_id, purpose) DO UPDATE
           SET mac = excluded.mac, recipient = excluded.recipient, tries = 0,
               created_at = excluded.created_at, expires_at = excluded.expires_at
         WHERE mailed_codes.created_at <= $7 OR mailed_codes.recipient <> excluded.recipient";

    TRY = "
        UPDATE mailed_codes SET tries = tries + 1
         WHERE user_id = $1 AND purpose = $2 AND expires_at > $3 AND tries < $4
        RETURNING mac";

    SPEND = "DELETE FROM mailed_codes WHERE user_id = $1 AND purpose = $2";

    FORGET = "DELETE FROM mailed_codes WHERE expires_at <= $1";
}

/// A code that is mailed.
#[derive(Debug, Clone, Copy)]
pub struct NewCode<'a> {
    /// To whom.
    pub user: Id<User>,
    /// What it is good for.
    pub purpose: &'static str,
    /// What is kept of it.
    pub mac: &'a [u8],
    /// What is kept of the address it goes to.
    pub recipient: &'a [u8],
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
}

impl Tx {
    /// Keeps a code in place of the one before; `false` when that one was mailed to the same address
    /// after `lately`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn keep_code(
        &mut self,
        code: &NewCode<'_>,
        lately: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let NewCode { user, purpose, mac, recipient, expires_at } = *code;
        let args = args![user, purpose, mac, recipient, now, expires_at, lately];
        Ok(self.execute(KEEP, args).await? == 1)
    }

    /// Counts a try at the code, and answers what is kept of it; none when there is no code that
    /// could still be typed, after `most` tries.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn try_code(
        &mut self,
        user: Id<User>,
        purpose: &'static str,
        most: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let row: Option<(Vec<u8>,)> = self.optional(TRY, args![user, purpose, now, most]).await?;
        Ok(row.map(|(mac,)| mac))
    }

    /// Forgets a code: it was typed, or is needed no more.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn spend_code(
        &mut self,
        user: Id<User>,
        purpose: &'static str,
    ) -> Result<(), StoreError> {
        self.execute(SPEND, args![user, purpose]).await.map(drop)
    }

    /// Removes the codes nobody can type any more.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_codes(&mut self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(FORGET, args![now]).await
    }
}
