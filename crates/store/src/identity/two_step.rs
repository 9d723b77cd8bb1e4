//! What people prove themselves with beside the password. Secrets are sealed by whoever writes them.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id, identity::two_step::Method};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    METHODS = "
        SELECT user_id, method, secret, used_step FROM two_step_methods
         WHERE user_id = $1 ORDER BY method";

    SAVE_METHOD = "
        INSERT INTO two_step_methods (user_id, method, secret, used_step, created_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (user_id, method) DO UPDATE
           SET secret = excluded.secret, used_step = excluded.used_step,
               created_at = excluded.created_at";

    REMOVE_METHOD = "DELETE FROM two_step_methods WHERE user_id = $1 AND method = $2";

    REMOVE_METHODS = "DELETE FROM two_step_methods WHERE user_id = $1";

    USE_STEP = "
        UPDATE two_step_methods SET used_step = $1
         WHERE user_id = $2 AND method = $3 AND (used_step IS NULL OR used_step < $1)";

    SETTINGS = "SELECT recovery, remembers FROM two_step WHERE user_id = $1";

    BEGIN = "
        INSERT INTO two_step (user_id, recovery, remembers) VALUES ($1, $2, $3)
        ON CONFLICT (user_id) DO NOTHING";

    END = "DELETE FROM two_step WHERE user_id = $1";

    MARK = "
        UPDATE users
           SET two_step = EXISTS (SELECT 1 FROM two_step_methods m WHERE m.user_id = users.id),
               revised_at = $1, vault_revised_at = $1
         WHERE id = $2";
}

/// A method someone has set up.
#[derive(Clone, FromRow)]
struct MethodRow {
    user_id: Uuid,
    method: i64,
    secret: String,
    used_step: Option<i64>,
}

/// A method someone has set up.
#[derive(Clone)]
pub struct SetUp {
    /// Which.
    pub method: Method,
    /// The authenticator's key or the address, sealed.
    pub secret: String,
    /// The step of the last code that was accepted.
    pub used_step: Option<i64>,
}

/// What all methods of a person share.
#[derive(Clone, FromRow)]
pub struct TwoStepRow {
    /// The recovery code, sealed.
    pub recovery: String,
    /// What remembered devices remember.
    pub remembers: Uuid,
}

impl Tx {
    /// The methods the person has set up, the one asked for first at the front.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn two_step_methods(&mut self, user: Id<User>) -> Result<Vec<SetUp>, StoreError> {
        let rows: Vec<MethodRow> = self.all(METHODS, args![user]).await?;
        let typed = |row: MethodRow| {
            let wrong = StoreError::Inconsistent { table: "two_step_methods", id: row.user_id };
            let method = Method::numbered(row.method).ok_or(wrong)?;
            Ok(SetUp { method, secret: row.secret, used_step: row.used_step })
        };
        rows.into_iter().map(typed).collect()
    }

    /// Keeps a method in place of the one of its kind.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_two_step_method(
        &mut self,
        user: Id<User>,
        set_up: &SetUp,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let number = set_up.method.number();
        let args = args![user, number, &set_up.secret, set_up.used_step, now];
        self.change(SAVE_METHOD, args).await?;
        self.change(MARK, args![now, user]).await
    }

    /// Removes a method; `false` when the person had not set it up.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_two_step_method(
        &mut self,
        user: Id<User>,
        method: Method,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let removed = self.execute(REMOVE_METHOD, args![user, method.number()]).await? == 1;
        self.change(MARK, args![now, user]).await?;
        Ok(removed)
    }

    /// Removes every method, the recovery code, and what devices remember.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_two_step(
        &mut self,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(REMOVE_METHODS, args![user]).await?;
        self.execute(END, args![user]).await?;
        self.change(MARK, args![now, user]).await
    }

    /// Takes the code of that step; `false` when it, or a later one, was used before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn use_step(
        &mut self,
        user: Id<User>,
        method: Method,
        step: i64,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(USE_STEP, args![step, user, method.number()]).await? == 1)
    }

    /// What all methods of the person share, once there is something.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn two_step(&mut self, user: Id<User>) -> Result<Option<TwoStepRow>, StoreError> {
        self.optional(SETTINGS, args![user]).await
    }

    /// Keeps what all methods of the person share, unless there is something already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn begin_two_step(
        &mut self,
        user: Id<User>,
        row: &TwoStepRow,
    ) -> Result<(), StoreError> {
        self.execute(BEGIN, args![user, &row.recovery, row.remembers]).await.map(drop)
    }
}
