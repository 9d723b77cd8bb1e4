//! The second step of operators: an authenticator each, and codes for the day it is lost.

use chrono::{DateTime, Utc};
use domain::{admin::Operator, id::Id};
use sqlx::FromRow;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    FIND = "
        SELECT sealed_key, used_step, created_at
          FROM operator_authenticators
         WHERE operator_id = $1";

    BEGIN = "
        INSERT INTO operator_authenticators (operator_id, sealed_key, used_step, created_at)
        VALUES ($1, $2, $3, $4)";

    USED = "
        UPDATE operator_authenticators SET used_step = $1
         WHERE operator_id = $2 AND used_step < $1";

    END = "DELETE FROM operator_authenticators WHERE operator_id = $1";

    FORGET_CODES = "DELETE FROM operator_codes WHERE operator_id = $1";

    KEEP_CODES = "INSERT INTO operator_codes (operator_id, code_hash) VALUES {rows}";

    TAKE_CODE = "DELETE FROM operator_codes WHERE operator_id = $1 AND code_hash = $2";

    CODES_LEFT = "SELECT COUNT(*) FROM operator_codes WHERE operator_id = $1";
}

/// An operator's authenticator.
#[derive(Clone, FromRow)]
pub struct AuthenticatorRow {
    /// Its key, sealed.
    pub sealed_key: String,
    /// The step of the last code that was used.
    pub used_step: i64,
    /// Since when it is there.
    pub created_at: DateTime<Utc>,
}

impl std::fmt::Debug for AuthenticatorRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AuthenticatorRow({} …)", self.created_at)
    }
}

impl Tx {
    /// An operator's authenticator, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_authenticator(
        &mut self,
        operator: Id<Operator>,
    ) -> Result<Option<AuthenticatorRow>, StoreError> {
        self.optional(FIND, args![operator]).await
    }

    /// Gives an operator an authenticator.
    ///
    /// # Errors
    ///
    /// [`StoreError::Duplicate`] when there is one already.
    pub async fn add_operator_authenticator(
        &mut self,
        operator: Id<Operator>,
        sealed_key: &str,
        used_step: i64,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(BEGIN, args![operator, sealed_key, used_step, now]).await
    }

    /// Notes that the code of a step was used; `false` when that one or a later one was before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_code_used(
        &mut self,
        operator: Id<Operator>,
        step: i64,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(USED, args![step, operator]).await? == 1)
    }

    /// Takes an operator's authenticator away, with the codes beside it; `false` when there is none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_operator_authenticator(
        &mut self,
        operator: Id<Operator>,
    ) -> Result<bool, StoreError> {
        self.execute(FORGET_CODES, args![operator]).await?;
        Ok(self.execute(END, args![operator]).await? == 1)
    }

    /// Gives an operator new recovery codes, by their hashes, in place of those before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn replace_operator_codes(
        &mut self,
        operator: Id<Operator>,
        hashes: &[[u8; 32]],
    ) -> Result<(), StoreError> {
        self.execute(FORGET_CODES, args![operator]).await?;
        let rows: Vec<Arg<'_>> = hashes
            .iter()
            .flat_map(|hash| [Arg::from(operator), Arg::from(hash.as_slice())])
            .collect();
        self.execute_rows(KEEP_CODES, 2, &rows).await.map(drop)
    }

    /// Uses a recovery code up; `false` when it is none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_operator_code(
        &mut self,
        operator: Id<Operator>,
        hash: &[u8],
    ) -> Result<bool, StoreError> {
        Ok(self.execute(TAKE_CODE, args![operator, hash]).await? == 1)
    }

    /// How many recovery codes an operator has left.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_codes_left(&mut self, operator: Id<Operator>) -> Result<i64, StoreError> {
        let (count,): (i64,) = self.one(CODES_LEFT, args![operator]).await?;
        Ok(count)
    }
}
