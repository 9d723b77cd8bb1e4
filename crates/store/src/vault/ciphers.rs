//! Items: found as a person holds them, and changed. What an item says is kept as it is answered;
//! the statements know nothing of it.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::collections::{Grant, Hold},
    id::Id,
    organizations::{CollectionRules, Feature, Features},
    vault::{Cipher, CipherKind, Folder},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

/// What $1 holds: their own items, and those of collections they were given, where the most
/// permissive grant wins.
macro_rules! held {
    ($own:literal, $shared:literal) => {
        concat!(
            "
        SELECT c.id, c.organization_id, c.kind, c.body, c.created_at, c.revised_at, c.trashed_at,
               p.folder_id, COALESCE(p.favorite, FALSE) AS favorite, p.archived_at,
               FALSE AS read_only, FALSE AS hide_passwords, TRUE AS manage,
               0 AS collection_rules, 0 AS features
          FROM ciphers c
          LEFT JOIN cipher_places p ON p.user_id = $1 AND p.cipher_id = c.id
         WHERE c.user_id = $1",
            $own,
            "
        UNION ALL
        SELECT c.id, c.organization_id, c.kind, c.body, c.created_at, c.revised_at, c.trashed_at,
               p.folder_id, COALESCE(p.favorite, FALSE), p.archived_at,
               a.read_only, a.hide_passwords, a.manage, o.collection_rules, o.features
          FROM (SELECT k.cipher_id,
                       MIN(CASE WHEN e.read_only THEN 1 ELSE 0 END) = 1 AS read_only,
                       MIN(CASE WHEN e.hide_passwords THEN 1 ELSE 0 END) = 1 AS hide_passwords,
                       MAX(CASE WHEN e.manage THEN 1 ELSE 0 END) = 1 AS manage
                  FROM effective_grants e
                  JOIN collection_ciphers k ON k.collection_id = e.collection_id
                 WHERE e.user_id = $1",
            $shared,
            "
                 GROUP BY k.cipher_id) AS a
          JOIN ciphers c ON c.id = a.cipher_id
          JOIN organizations o ON o.id = c.organization_id AND o.enabled = TRUE
          LEFT JOIN cipher_places p ON p.user_id = $1 AND p.cipher_id = c.id"
        )
    };
}

statements! {
    OF_USER = held!("", "");

    ONE = held!(" AND c.id = $2", " AND k.cipher_id = $2");

    MANY = held!(" AND c.id IN ({list})", " AND k.cipher_id IN ({list})");

    COLLECTIONS_OF_USER = "
        SELECT DISTINCT k.cipher_id, k.collection_id
          FROM effective_grants e JOIN collection_ciphers k ON k.collection_id = e.collection_id
         WHERE e.user_id = $1";

    COLLECTIONS_OF = "
        SELECT DISTINCT k.cipher_id, k.collection_id
          FROM effective_grants e JOIN collection_ciphers k ON k.collection_id = e.collection_id
         WHERE e.user_id = $1 AND k.cipher_id IN ({list})";

    INSERT = "
        INSERT INTO ciphers
            (id, user_id, organization_id, kind, body, created_at, revised_at)
        VALUES {rows}";

    REWRITE = "
        UPDATE ciphers SET kind = $1, body = $2, revised_at = $3 WHERE id = $4 AND revised_at = $5";

    PLACE = "
        INSERT INTO cipher_places (cipher_id, user_id, folder_id, favorite, archived_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (user_id, cipher_id) DO UPDATE
           SET folder_id = excluded.folder_id, favorite = excluded.favorite,
               archived_at = excluded.archived_at";

    MOVE = "
        INSERT INTO cipher_places (cipher_id, user_id, folder_id, favorite)
        VALUES {rows}
        ON CONFLICT (user_id, cipher_id) DO UPDATE SET folder_id = excluded.folder_id";

    ARCHIVE = "
        INSERT INTO cipher_places (cipher_id, user_id, favorite, archived_at)
        VALUES {rows}
        ON CONFLICT (user_id, cipher_id) DO UPDATE SET archived_at = excluded.archived_at";

    TRASH = "
        UPDATE ciphers SET trashed_at = $1, revised_at = $1
         WHERE trashed_at IS NULL AND id IN ({list})";

    RESTORE = "
        UPDATE ciphers SET trashed_at = NULL, revised_at = $1
         WHERE trashed_at IS NOT NULL AND id IN ({list})";

    DELETE = "DELETE FROM ciphers WHERE id IN ({list})";

    PURGE = "DELETE FROM ciphers WHERE user_id = $1";

    /// 5 is the policy that members keep what they have in the organization, from which owners and
    /// admins are free; 1 the right to use policies.
    OWNED = "
        SELECT COUNT(*)
          FROM memberships m
          JOIN organizations o ON o.id = m.organization_id
          JOIN policies p ON p.organization_id = o.id
         WHERE m.user_id = $1 AND m.status = 2 AND m.role NOT IN (0, 1) AND o.enabled = TRUE
           AND (o.features & 1) <> 0 AND p.kind = 5 AND p.enabled = TRUE";

    OLD_TRASH = "
        SELECT id, user_id, organization_id FROM ciphers
         WHERE trashed_at < $1 ORDER BY trashed_at LIMIT $2";
}

/// What an item says, checked and rendered as it is answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    /// Its kind.
    pub kind: CipherKind,
    /// The fields, as JSON.
    pub body: String,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Content({:?} …)", self.kind)
    }
}

/// What a person decides about an item for themselves alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The folder it is in.
    pub folder: Option<Id<Folder>>,
    /// Whether they favour it.
    pub favorite: bool,
    /// When they put it into the archive.
    pub archived_at: Option<DateTime<Utc>>,
}

/// An item, as one person holds it.
#[derive(Clone, FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "a row, column by column")]
pub struct HeldCipher {
    /// Which.
    pub id: Uuid,
    /// Whose it is, when it is an organization's.
    pub organization_id: Option<Uuid>,
    /// The kind, by the protocol's number.
    pub kind: i64,
    /// What it says, as JSON.
    pub body: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was changed.
    pub revised_at: DateTime<Utc>,
    /// When it was put into the trash.
    pub trashed_at: Option<DateTime<Utc>>,
    /// The person's folder it is in.
    pub folder_id: Option<Uuid>,
    /// Whether the person favours it.
    pub favorite: bool,
    /// When the person put it into the archive.
    pub archived_at: Option<DateTime<Utc>>,
    pub(super) read_only: bool,
    pub(super) hide_passwords: bool,
    pub(super) manage: bool,
    pub(super) collection_rules: i64,
    pub(super) features: i64,
    /// The collections it is in that the person sees.
    #[sqlx(skip)]
    pub collections: Vec<Uuid>,
}

impl std::fmt::Debug for HeldCipher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HeldCipher({} …)", self.id)
    }
}

impl HeldCipher {
    /// Its id, typed.
    pub fn cipher(&self) -> Id<Cipher> {
        Id::new(self.id)
    }

    /// What the person may do with it.
    pub fn hold(&self) -> Hold {
        match self.organization_id {
            None => Hold::Own,
            Some(_) => Hold::Shared(
                Grant {
                    read_only: self.read_only,
                    hide_passwords: self.hide_passwords,
                    manage: self.manage,
                },
                CollectionRules::from_bits(self.collection_rules),
            ),
        }
    }

    /// Whether its organization pays for authenticator codes.
    pub fn organization_pays_for_totp(&self) -> bool {
        Features::from_bits(self.features).has(Feature::Totp)
    }

    /// What the person decided about it for themselves.
    pub fn place(&self) -> Place {
        Place {
            folder: self.folder_id.map(Id::new),
            favorite: self.favorite,
            archived_at: self.archived_at,
        }
    }
}

/// An item long in the trash.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct TrashRow {
    /// Which.
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Option<Uuid>,
    /// The organization whose it is.
    pub organization_id: Option<Uuid>,
}

/// Puts each item's collections, which are in the order of the items, where they belong.
pub(super) fn put_in(items: &mut [HeldCipher], collections: &[(Uuid, Uuid)]) {
    for item in items.iter_mut().filter(|item| item.organization_id.is_some()) {
        let first = collections.partition_point(|(cipher, _)| *cipher < item.id);
        let own = collections.iter().skip(first).take_while(|(cipher, _)| *cipher == item.id);
        item.collections = own.map(|(_, collection)| *collection).collect();
    }
}

fn list<'a>(ids: &[Id<Cipher>]) -> Vec<Arg<'a>> {
    ids.iter().map(|id| Arg::from(*id)).collect()
}

impl Tx {
    /// Everything `user` holds: their own items and those of organizations they were given, in two
    /// statements whatever their number.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn held_ciphers(&mut self, user: Id<User>) -> Result<Vec<HeldCipher>, StoreError> {
        let mut items: Vec<HeldCipher> = self.all(OF_USER, args![user]).await?;
        let mut collections: Vec<(Uuid, Uuid)> = self.all(COLLECTIONS_OF_USER, args![user]).await?;
        collections.sort_unstable();
        put_in(&mut items, &collections);
        Ok(items)
    }

    /// The item `id`, if `user` holds it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn held_cipher(
        &mut self,
        user: Id<User>,
        id: Id<Cipher>,
    ) -> Result<Option<HeldCipher>, StoreError> {
        let found: Option<HeldCipher> = self.optional(ONE, args![user, id]).await?;
        let Some(mut item) = found else { return Ok(None) };
        if item.organization_id.is_some() {
            let mut collections: Vec<(Uuid, Uuid)> =
                self.all_in(COLLECTIONS_OF, args![user], &list(&[id])).await?;
            collections.sort_unstable();
            item.collections = collections.into_iter().map(|(_, collection)| collection).collect();
        }
        Ok(Some(item))
    }

    /// Those of `ids` that `user` holds.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn held_among(
        &mut self,
        user: Id<User>,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, StoreError> {
        let list = list(ids);
        let mut items: Vec<HeldCipher> = self.all_in(MANY, args![user], &list).await?;
        if items.iter().any(|item| item.organization_id.is_some()) {
            let mut collections: Vec<(Uuid, Uuid)> =
                self.all_in(COLLECTIONS_OF, args![user], &list).await?;
            collections.sort_unstable();
            put_in(&mut items, &collections);
        }
        Ok(items)
    }

    /// Adds an item of `user`'s own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_cipher(
        &mut self,
        user: Id<User>,
        id: Id<Cipher>,
        content: &Content,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = [
            Arg::from(id),
            Arg::from(user),
            Arg::Uuid(None),
            Arg::from(content.kind.number()),
            Arg::from(&content.body),
            Arg::from(now),
            Arg::from(now),
        ];
        self.execute_rows(INSERT, row.len(), &row).await.map(drop)
    }

    /// Keeps what an item says, if nobody changed it since it was `judged`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when somebody did.
    pub async fn rewrite_cipher(
        &mut self,
        id: Id<Cipher>,
        content: &Content,
        judged: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![content.kind.number(), &content.body, now, id, judged];
        self.change(REWRITE, args).await
    }

    /// Keeps what `user` decided about an item for themselves.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn place_cipher(
        &mut self,
        user: Id<User>,
        id: Id<Cipher>,
        place: Place,
    ) -> Result<(), StoreError> {
        let args = args![id, user, place.folder, place.favorite, place.archived_at];
        self.execute(PLACE, args).await.map(drop)
    }

    /// Puts items into a folder of `user`'s, or takes them out of theirs.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn move_ciphers(
        &mut self,
        user: Id<User>,
        ids: &[Id<Cipher>],
        folder: Option<Id<Folder>>,
    ) -> Result<(), StoreError> {
        let row = |id: &Id<Cipher>| {
            [Arg::from(*id), Arg::from(user), Arg::from(folder), Arg::from(false)]
        };
        let values: Vec<Arg<'_>> = ids.iter().flat_map(row).collect();
        self.execute_rows(MOVE, 4, &values).await.map(drop)
    }

    /// Puts items into `user`'s archive, or takes them out of it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn archive_ciphers(
        &mut self,
        user: Id<User>,
        ids: &[Id<Cipher>],
        at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let row =
            |id: &Id<Cipher>| [Arg::from(*id), Arg::from(user), Arg::from(false), Arg::from(at)];
        let values: Vec<Arg<'_>> = ids.iter().flat_map(row).collect();
        self.execute_rows(ARCHIVE, 4, &values).await.map(drop)
    }

    /// Puts items into the trash; those that are there stay as they are.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn trash_ciphers(
        &mut self,
        ids: &[Id<Cipher>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute_in(TRASH, args![now], &list(ids)).await.map(drop)
    }

    /// Takes items out of the trash.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn restore_ciphers(
        &mut self,
        ids: &[Id<Cipher>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute_in(RESTORE, args![now], &list(ids)).await.map(drop)
    }

    /// Deletes items for good.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_ciphers(&mut self, ids: &[Id<Cipher>]) -> Result<(), StoreError> {
        self.execute_in(DELETE, &[], &list(ids)).await.map(drop)
    }

    /// Deletes every item that is `user`'s own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_ciphers(&mut self, user: Id<User>) -> Result<(), StoreError> {
        self.execute(PURGE, args![user]).await.map(drop)
    }

    /// Whether an organization keeps everything that `user` has, so that they have no items of their
    /// own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn must_share(&mut self, user: Id<User>) -> Result<bool, StoreError> {
        let (count,): (i64,) = self.one(OWNED, args![user]).await?;
        Ok(count > 0)
    }

    /// At most `most` of the items that were put into the trash before `moment`, the oldest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn old_trash(
        &mut self,
        moment: DateTime<Utc>,
        most: i64,
    ) -> Result<Vec<TrashRow>, StoreError> {
        self.all(OLD_TRASH, args![moment, most]).await
    }
}
