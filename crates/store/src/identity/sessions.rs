//! Sessions: what a refresh token stands for.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id, identity::Device, identity::Session};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    OPEN = "
        INSERT INTO sessions
            (id, user_id, device_id, client_id, secret_hash, security_stamp, created_at,
             last_used_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)";

    BY_SECRET = "
        SELECT s.id, s.user_id, s.device_id, s.client_id, s.security_stamp, s.last_used_at,
               s.expires_at, d.identifier AS device_identifier, d.kind AS device_kind
          FROM sessions s JOIN devices d ON d.id = s.device_id
         WHERE s.secret_hash = $1 AND s.expires_at > $2";

    USED = "UPDATE sessions SET last_used_at = $1, expires_at = $2 WHERE id = $3";

    LIVES = "SELECT COUNT(*) FROM sessions WHERE id = $1 AND expires_at > $2";

    OF_DEVICE = "SELECT id FROM sessions WHERE user_id = $1 AND device_id = $2";

    END_ALL = "DELETE FROM sessions WHERE user_id = $1";

    FORGET = "DELETE FROM sessions WHERE expires_at <= $1";
}

/// A session to open.
#[derive(Debug)]
pub struct NewSession<'a> {
    /// Which.
    pub id: Id<Session>,
    /// Whose.
    pub user: Id<User>,
    /// On which device.
    pub device: Id<Device>,
    /// In which program.
    pub client: &'a str,
    /// SHA-256 of the refresh token.
    pub secret_hash: &'a [u8],
    /// The account's security stamp when the password was judged.
    pub security_stamp: &'a str,
    /// Until when, unless it is used.
    pub expires_at: DateTime<Utc>,
}

/// A session that has not expired.
#[derive(Debug, Clone, FromRow)]
pub struct OpenSession {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub user_id: Uuid,
    /// On which device.
    pub device_id: Uuid,
    /// In which program.
    pub client_id: String,
    /// The account's security stamp when it began.
    pub security_stamp: String,
    /// When it was last refreshed.
    pub last_used_at: DateTime<Utc>,
    /// Until when, unless it is used.
    pub expires_at: DateTime<Utc>,
    /// What the device calls itself.
    pub device_identifier: String,
    /// Its kind, by the protocol's number.
    pub device_kind: i64,
}

impl Tx {
    /// Keeps a new session.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_session(
        &mut self,
        session: &NewSession<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let s = session;
        let args = args![
            s.id,
            s.user,
            s.device,
            s.client,
            s.secret_hash,
            s.security_stamp,
            now,
            s.expires_at
        ];
        self.change(OPEN, args).await
    }

    /// The session whose refresh token has that hash.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session_by_secret(
        &mut self,
        secret_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<OpenSession>, StoreError> {
        self.optional(BY_SECRET, args![secret_hash, now]).await
    }

    /// Lengthens the session.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session_used(
        &mut self,
        session: Id<Session>,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(USED, args![now, expires_at, session]).await.map(drop)
    }

    /// Whether the session goes on.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session_lives(
        &mut self,
        session: Id<Session>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let (count,): (i64,) = self.one(LIVES, args![session, now]).await?;
        Ok(count > 0)
    }

    /// The sessions on a device of the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sessions_on(
        &mut self,
        user: Id<User>,
        device: Id<Device>,
    ) -> Result<Vec<Id<Session>>, StoreError> {
        let rows: Vec<(Uuid,)> = self.all(OF_DEVICE, args![user, device]).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// Ends every session of the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_sessions(&mut self, user: Id<User>) -> Result<u64, StoreError> {
        self.execute(END_ALL, args![user]).await
    }

    /// Removes the sessions that have expired.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_sessions(&mut self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(FORGET, args![now]).await
    }
}
