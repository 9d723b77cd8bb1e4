//! Operators: who they are, their links and sessions, and what they did.

mod deeds;
mod second_step;

use chrono::{DateTime, Utc};
use domain::{admin::Operator, id::Id};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, row_id, statements};

#[cfg(test)]
pub(crate) use deeds::ALL as DEEDS;
pub use deeds::{Deed, DeedFilter, DeedRow};
#[cfg(test)]
pub(crate) use second_step::ALL as SECOND_STEP;
pub use second_step::AuthenticatorRow;

statements! {
    /// One that was added by a command stays one, whatever the settings say.
    KEEP = "
        INSERT INTO operators (id, email, added, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (email) DO UPDATE
           SET added = CASE WHEN excluded.added = TRUE THEN TRUE ELSE operators.added END
        RETURNING id, email, added, created_at";

    BY_EMAIL = "SELECT id, email, added, created_at FROM operators WHERE email = $1";

    LIST = "SELECT id, email, added, created_at FROM operators ORDER BY email";

    REMOVE = "DELETE FROM operators WHERE email = $1";

    OPEN = "
        INSERT INTO operator_sessions (id, operator_id, secret_hash, kind, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)";

    /// A link works once: whoever deletes the row has it.
    TAKE_LINK = "
        DELETE FROM operator_sessions
         WHERE secret_hash = $1 AND kind = 0 AND expires_at > $2
        RETURNING operator_id";

    LINK = "
        SELECT operator_id FROM operator_sessions
         WHERE secret_hash = $1 AND kind = 0 AND expires_at > $2";

    SESSION = "
        SELECT o.id, o.email, o.added, o.created_at
          FROM operator_sessions s
          JOIN operators o ON o.id = s.operator_id
         WHERE s.secret_hash = $1 AND s.kind = 1 AND s.expires_at > $2";

    CLOSE = "DELETE FROM operator_sessions WHERE secret_hash = $1";

    PURGE = "DELETE FROM operator_sessions WHERE expires_at < $1";
}

/// Someone who runs the server, or did.
#[derive(Debug, Clone, FromRow)]
pub struct OperatorRow {
    /// Who.
    pub id: Uuid,
    /// The mail address, in lower case.
    pub email: String,
    /// Whether a command made them one; others are one as long as the settings name them.
    pub added: bool,
    /// Since when they are known.
    pub created_at: DateTime<Utc>,
}

/// What a secret of an operator opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// A session, once.
    Link,
    /// The portal.
    Session,
}

impl Tx {
    /// The operator of that address, made if there is none; `added` by a command, or named in the
    /// settings.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn keep_operator(
        &mut self,
        id: Id<Operator>,
        email: &str,
        added: bool,
        now: DateTime<Utc>,
    ) -> Result<OperatorRow, StoreError> {
        self.one(KEEP, args![id, email, added, now]).await
    }

    /// The operator of that address.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_by_email(
        &mut self,
        email: &str,
    ) -> Result<Option<OperatorRow>, StoreError> {
        self.optional(BY_EMAIL, args![email]).await
    }

    /// Everyone who is or was an operator.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operators(&mut self) -> Result<Vec<OperatorRow>, StoreError> {
        self.all(LIST, &[]).await
    }

    /// Removes the operator of that address with their sessions; `false` when there is none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_operator(&mut self, email: &str) -> Result<bool, StoreError> {
        Ok(self.execute(REMOVE, args![email]).await? == 1)
    }

    /// Keeps the hash of a secret that opens something until `expires`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_for_operator(
        &mut self,
        operator: Id<Operator>,
        opens: Opens,
        secret_hash: &[u8],
        now: DateTime<Utc>,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let kind = match opens {
            Opens::Link => 0,
            Opens::Session => 1,
        };
        self.change(OPEN, args![row_id(), operator, secret_hash, kind, now, expires]).await
    }

    /// Uses a link up; whose it was, if it was good.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_operator_link(
        &mut self,
        secret_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<Id<Operator>>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(TAKE_LINK, args![secret_hash, now]).await?;
        Ok(row.map(|(operator,)| Id::new(operator)))
    }

    /// Whose link this is, if it is good; it goes on being so.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_of_link(
        &mut self,
        secret_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<Id<Operator>>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(LINK, args![secret_hash, now]).await?;
        Ok(row.map(|(operator,)| Id::new(operator)))
    }

    /// Whose session this is, while it lasts.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_session(
        &mut self,
        secret_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<OperatorRow>, StoreError> {
        self.optional(SESSION, args![secret_hash, now]).await
    }

    /// Ends a session.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn close_operator_session(&mut self, secret_hash: &[u8]) -> Result<(), StoreError> {
        self.execute(CLOSE, args![secret_hash]).await.map(drop)
    }

    /// Forgets links and sessions that ended before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_operator_sessions(
        &mut self,
        before: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(PURGE, args![before]).await
    }
}
