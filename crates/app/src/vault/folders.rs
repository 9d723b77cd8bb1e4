//! Folders: made, renamed, deleted by the person they belong to.

use domain::{accounts::User, id::Id, vault::Folder};
use store::{StoreError, vault::folders::FolderRow};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why a folder stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The person has no such folder.
    #[error("Resource not found.")]
    NoSuchFolder,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for FolderError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchFolder => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Every folder of `user`'s.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn folders(&self, user: Id<User>) -> Result<Vec<FolderRow>, FolderError> {
        Ok(self.db.read().await?.folders(user).await?)
    }

    /// One folder of `user`'s.
    ///
    /// # Errors
    ///
    /// [`FolderError::NoSuchFolder`] when it is nobody's or someone else's.
    pub async fn folder(&self, user: Id<User>, id: Id<Folder>) -> Result<FolderRow, FolderError> {
        let found = self.db.read().await?.folder(user, id).await?;
        found.ok_or(FolderError::NoSuchFolder)
    }

    /// Makes a folder with that encrypted name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn create_folder(
        &self,
        user: Id<User>,
        name: String,
    ) -> Result<FolderRow, FolderError> {
        let now = self.now();
        let id: Id<Folder> = self.id();
        let mut tx = self.db.write().await?;
        // Held first: a replacement of the account's key finds this folder, or comes before it.
        tx.touch_account(user, now).await?;
        tx.add_folder(user, id, &name, now).await?;
        tx.commit().await?;
        Ok(FolderRow { id: id.uuid(), name, revised_at: now })
    }

    /// Gives a folder another encrypted name.
    ///
    /// # Errors
    ///
    /// [`FolderError::NoSuchFolder`] when it is nobody's or someone else's.
    pub async fn rename_folder(
        &self,
        user: Id<User>,
        id: Id<Folder>,
        name: String,
    ) -> Result<FolderRow, FolderError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        if !tx.rename_folder(user, id, &name, now).await? {
            return Err(FolderError::NoSuchFolder);
        }
        tx.touch_account(user, now).await?;
        tx.commit().await?;
        Ok(FolderRow { id: id.uuid(), name, revised_at: now })
    }

    /// Deletes folders, all or none of them; the items in them stay.
    ///
    /// # Errors
    ///
    /// [`FolderError::NoSuchFolder`] when one is nobody's or someone else's.
    pub async fn delete_folders(
        &self,
        user: Id<User>,
        ids: &[Id<Folder>],
    ) -> Result<(), FolderError> {
        let mut tx = self.db.write().await?;
        if tx.delete_folders(user, ids).await? != ids.len() as u64 {
            return Err(FolderError::NoSuchFolder);
        }
        tx.touch_account(user, self.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Deletes every folder of `user`'s; the items in them stay.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_all_folders(&self, user: Id<User>) -> Result<(), FolderError> {
        let mut tx = self.db.write().await?;
        if tx.delete_all_folders(user).await? > 0 {
            tx.touch_account(user, self.now()).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
