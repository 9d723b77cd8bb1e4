//! Folders.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id, vault::Folder};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    LIST = "SELECT id, name, revised_at FROM folders WHERE user_id = $1 ORDER BY id";

    ONE = "SELECT id, name, revised_at FROM folders WHERE user_id = $1 AND id = $2";

    INSERT = "
        INSERT INTO folders (id, user_id, name, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $4)";

    RENAME = "UPDATE folders SET name = $1, revised_at = $2 WHERE user_id = $3 AND id = $4";

    DELETE = "DELETE FROM folders WHERE user_id = $1 AND id IN ({list})";

    DELETE_ALL = "DELETE FROM folders WHERE user_id = $1";
}

/// A folder, as its owner has it.
#[derive(Debug, Clone, FromRow)]
pub struct FolderRow {
    /// Which.
    pub id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// When it was changed.
    pub revised_at: DateTime<Utc>,
}

impl Tx {
    /// The folders of `user`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn folders(&mut self, user: Id<User>) -> Result<Vec<FolderRow>, StoreError> {
        self.all(LIST, args![user]).await
    }

    /// The folder `id`, if it is one of `user`'s.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn folder(
        &mut self,
        user: Id<User>,
        id: Id<Folder>,
    ) -> Result<Option<FolderRow>, StoreError> {
        self.optional(ONE, args![user, id]).await
    }

    /// Adds a folder.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_folder(
        &mut self,
        user: Id<User>,
        id: Id<Folder>,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(INSERT, args![id, user, name, now]).await
    }

    /// Gives a folder of `user`'s another name; `false` when there is no such folder.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rename_folder(
        &mut self,
        user: Id<User>,
        id: Id<Folder>,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(RENAME, args![name, now, user, id]).await? == 1)
    }

    /// Deletes those of `ids` that are folders of `user`'s; what is in them stays. How many there
    /// were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_folders(
        &mut self,
        user: Id<User>,
        ids: &[Id<Folder>],
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(DELETE, args![user], &list).await
    }

    /// Deletes every folder of `user`'s; what is in them stays.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_all_folders(&mut self, user: Id<User>) -> Result<u64, StoreError> {
        self.execute(DELETE_ALL, args![user]).await
    }
}
