//! Self-hosted servers, as the cloud knows them.

use chrono::{DateTime, Utc};
use domain::{id::Id, licensing::Installation};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, containing, statements};

statements! {
    ADD = "
        INSERT INTO installations (id, email, key_hash, enabled, created_at, revised_at)
        VALUES ($1, $2, $3, TRUE, $4, $4)";

    FIND = "
        SELECT id, email, key_hash, previous_hash, previous_expires_at, enabled, created_at,
               last_active_at
          FROM installations
         WHERE id = $1";

    LIST = "
        SELECT id, email, key_hash, previous_hash, previous_expires_at, enabled, created_at,
               last_active_at
          FROM installations
         ORDER BY created_at DESC, id DESC
         LIMIT $1";

    PAGE = r"
        SELECT i.id, i.email, i.enabled, i.created_at, i.last_active_at, i.previous_expires_at,
               (SELECT COUNT(*) FROM organization_installations l
                 WHERE l.installation_id = i.id AND l.standing <> 2) AS organizations
          FROM installations i
         WHERE (i.created_at, i.id) < ($1, $2)
           AND LOWER(i.email) LIKE $3 ESCAPE '\'
           AND ($4 = -1 OR ($4 = 1 AND i.enabled = TRUE) OR ($4 = 0 AND i.enabled = FALSE))
         ORDER BY i.created_at DESC, i.id DESC
         LIMIT $5";

    REPLACE_KEY = "
        UPDATE installations
           SET previous_hash = key_hash, previous_expires_at = $1, key_hash = $2, revised_at = $3
         WHERE id = $4 AND key_hash = $5";

    SWITCH = "UPDATE installations SET enabled = $1, revised_at = $2 WHERE id = $3";

    NOTE_ACTIVITY = "UPDATE installations SET last_active_at = $1 WHERE id = $2";
}

/// A self-hosted server.
#[derive(FromRow, Clone)]
pub struct InstallationRecord {
    id: Uuid,
    /// Whom to tell about it.
    pub email: String,
    /// What its key hashes to.
    pub key_hash: Vec<u8>,
    /// What the key before hashes to, while that still works.
    pub previous_hash: Option<Vec<u8>>,
    /// Until when the key before works.
    pub previous_expires_at: Option<DateTime<Utc>>,
    /// Whether it may sign in.
    pub enabled: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last signed in.
    pub last_active_at: Option<DateTime<Utc>>,
}

/// A self-hosted server in the portal's list.
#[derive(Debug, Clone, FromRow)]
pub struct FoundInstallation {
    /// Which.
    pub id: Uuid,
    /// Whom to tell about it.
    pub email: String,
    /// Whether it may sign in.
    pub enabled: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last signed in.
    pub last_active_at: Option<DateTime<Utc>>,
    /// Until when the key before works, if it was replaced.
    pub previous_expires_at: Option<DateTime<Utc>>,
    /// How many organizations it serves.
    pub organizations: i64,
}

/// Which installations are listed.
#[derive(Debug, Clone, Default)]
pub struct InstallationFilter {
    /// Part of the mail address.
    pub email: String,
    /// Only those that may sign in, or may not.
    pub enabled: Option<bool>,
    /// Before this one.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

impl InstallationRecord {
    /// Which it is.
    pub fn id(&self) -> Id<Installation> {
        Id::new(self.id)
    }
}

impl std::fmt::Debug for InstallationRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "InstallationRecord({} …)", self.id)
    }
}

impl Tx {
    /// Keeps a new installation.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_installation(
        &mut self,
        id: Id<Installation>,
        email: &str,
        key_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(ADD, args![id, email, key_hash, now]).await
    }

    /// The installation of that id.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn installation(
        &mut self,
        id: Id<Installation>,
    ) -> Result<Option<InstallationRecord>, StoreError> {
        self.optional(FIND, args![id]).await
    }

    /// The installations, the newest first, at most `limit` of them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn installations(
        &mut self,
        limit: i64,
    ) -> Result<Vec<InstallationRecord>, StoreError> {
        self.all(LIST, args![limit]).await
    }

    /// Installations, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn installations_page(
        &mut self,
        filter: &InstallationFilter,
        at_most: i64,
    ) -> Result<Vec<FoundInstallation>, StoreError> {
        let (at, id) = filter.before.unwrap_or_else(crate::db::latest);
        let email = containing(&filter.email);
        let enabled = filter.enabled.map_or(-1, i64::from);
        self.all(PAGE, args![at, id, &email, enabled, at_most]).await
    }

    /// Gives `installation` another key; the present one works until `until`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when someone else replaced it first.
    pub async fn replace_installation_key(
        &mut self,
        installation: &InstallationRecord,
        key_hash: &[u8],
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![until, key_hash, now, installation.id, &installation.key_hash];
        self.change(REPLACE_KEY, args).await
    }

    /// Lets the installation sign in, or not; `false` when there is none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn switch_installation(
        &mut self,
        id: Id<Installation>,
        enabled: bool,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(SWITCH, args![enabled, now, id]).await? == 1)
    }

    /// Notes that the installation signed in.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_installation_activity(
        &mut self,
        id: Id<Installation>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(NOTE_ACTIVITY, args![now, id]).await
    }
}
