//! The keys organizations hand to programs; of the keys themselves, only hashes are kept.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::{
        Organization,
        api_keys::{KeyKind, KeyRecord},
    },
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    FIND = "
        SELECT id, kind, secret_hash, last_four, previous_hash, previous_expires_at, last_used_at,
               last_used_by, revised_at
          FROM organization_api_keys
         WHERE organization_id = $1
         ORDER BY kind";

    INSERT = "
        INSERT INTO organization_api_keys
            (id, organization_id, kind, secret_hash, last_four, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6)
        ON CONFLICT (organization_id, kind) DO NOTHING";

    ROTATE = "
        UPDATE organization_api_keys
           SET previous_hash = secret_hash, previous_expires_at = $1, secret_hash = $2,
               last_four = $3, revised_at = $4
         WHERE organization_id = $5 AND kind = $6 AND secret_hash = $7";

    USED = "
        UPDATE organization_api_keys SET last_used_at = $1, last_used_by = $2
         WHERE organization_id = $3 AND kind = $4";
}

#[derive(FromRow)]
struct KeyRow {
    id: Uuid,
    kind: i64,
    secret_hash: Vec<u8>,
    last_four: String,
    previous_hash: Option<Vec<u8>>,
    previous_expires_at: Option<DateTime<Utc>>,
    last_used_at: Option<DateTime<Utc>>,
    last_used_by: Option<Uuid>,
    revised_at: DateTime<Utc>,
}

impl TryFrom<KeyRow> for KeyRecord {
    type Error = StoreError;

    fn try_from(row: KeyRow) -> Result<Self, StoreError> {
        let wrong = StoreError::Inconsistent { table: "organization_api_keys", id: row.id };
        Ok(Self {
            kind: KeyKind::from_number(row.kind).ok_or(wrong)?,
            hash: row.secret_hash,
            last_four: row.last_four,
            previous: row.previous_hash.zip(row.previous_expires_at),
            last_used_at: row.last_used_at,
            last_used_by: row.last_used_by,
            revised_at: row.revised_at,
        })
    }
}

impl Tx {
    /// Every key of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization_keys(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<KeyRecord>, StoreError> {
        let rows: Vec<KeyRow> = self.all(FIND, args![organization]).await?;
        rows.into_iter().map(KeyRecord::try_from).collect()
    }

    /// The key of that kind, if one was made.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization_key(
        &mut self,
        organization: Id<Organization>,
        kind: KeyKind,
    ) -> Result<Option<KeyRecord>, StoreError> {
        Ok(self.organization_keys(organization).await?.into_iter().find(|key| key.kind == kind))
    }

    /// Keeps a first key; whether there was none before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_organization_key(
        &mut self,
        organization: Id<Organization>,
        id: Id<KeyRecord>,
        key: &KeyRecord,
    ) -> Result<bool, StoreError> {
        let (kind, at) = (key.kind.number(), key.revised_at);
        let args = args![id, organization, kind, &key.hash, &key.last_four, at];
        Ok(self.execute(INSERT, args).await? == 1)
    }

    /// Replaces `old` by `new`; the old one works until `new.previous` says.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when someone else replaced it meanwhile.
    pub async fn rotate_organization_key(
        &mut self,
        organization: Id<Organization>,
        old: &KeyRecord,
        new: &KeyRecord,
    ) -> Result<(), StoreError> {
        let until = new.previous.as_ref().map(|(_, until)| *until);
        let kind = new.kind.number();
        let args =
            args![until, &new.hash, &new.last_four, new.revised_at, organization, kind, &old.hash];
        self.change(ROTATE, args).await
    }

    /// Notes that a key was used.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_key_use(
        &mut self,
        organization: Id<Organization>,
        kind: KeyKind,
        by: Option<Uuid>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(USED, args![now, by, organization, kind.number()]).await.map(drop)
    }
}
