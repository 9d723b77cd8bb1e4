//! What a person decides about items for themselves alone: folder, favour, archive. It changes
//! nothing for anyone else, and needs no right but to see them.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    id::Id,
    vault::{Cipher, Folder},
};
use store::vault::ciphers::{HeldCipher, Place};

use super::{Side, cipher_error::CipherError};
use crate::App;

impl App {
    /// Puts an item into a folder of `user`'s or none, and among those they favour or not.
    ///
    /// # Errors
    ///
    /// When they do not hold it, or the folder is not theirs.
    pub async fn place_cipher(
        &self,
        user: Id<User>,
        id: Id<Cipher>,
        folder: Option<Id<Folder>>,
        favorite: bool,
    ) -> Result<HeldCipher, CipherError> {
        let mut tx = self.db.write().await?;
        let mut item = tx.held_cipher(user, id).await?.ok_or(CipherError::NoSuchCipher)?;
        self.check_folder(&mut tx, user, folder).await?;
        let place = Place { folder, favorite, archived_at: item.archived_at };
        tx.place_cipher(user, id, place).await?;
        tx.touch_account(user, self.now()).await?;
        tx.commit().await?;
        (item.folder_id, item.favorite) = (folder.map(Id::uuid), favorite);
        Ok(item)
    }

    /// Puts those of `ids` that `user` holds into a folder, or takes them out of theirs.
    ///
    /// # Errors
    ///
    /// When they hold none of them, or the folder is not theirs.
    pub async fn move_ciphers(
        &self,
        user: Id<User>,
        ids: &[Id<Cipher>],
        folder: Option<Id<Folder>>,
    ) -> Result<(), CipherError> {
        let mut tx = self.db.write().await?;
        self.check_folder(&mut tx, user, folder).await?;
        let items = self.named(&mut tx, user, Side::Member, ids).await?;
        let held: Vec<Id<Cipher>> = items.iter().map(HeldCipher::cipher).collect();
        tx.move_ciphers(user, &held, folder).await?;
        tx.touch_account(user, self.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts those of `ids` that `user` holds into their archive.
    ///
    /// # Errors
    ///
    /// When they hold none of them.
    pub async fn archive_ciphers(
        &self,
        user: Id<User>,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        self.set_archived(user, ids, Some(self.now())).await
    }

    /// Takes those of `ids` that `user` holds out of their archive.
    ///
    /// # Errors
    ///
    /// When they hold none of them.
    pub async fn unarchive_ciphers(
        &self,
        user: Id<User>,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        self.set_archived(user, ids, None).await
    }

    async fn set_archived(
        &self,
        user: Id<User>,
        ids: &[Id<Cipher>],
        at: Option<DateTime<Utc>>,
    ) -> Result<Vec<HeldCipher>, CipherError> {
        let mut tx = self.db.write().await?;
        let items = self.named(&mut tx, user, Side::Member, ids).await?;
        // What is in the trash stays there, and what is archived keeps its date.
        let changing = |item: &HeldCipher| match at {
            Some(_) => item.trashed_at.is_none() && item.archived_at.is_none(),
            None => item.archived_at.is_some(),
        };
        let chosen: Vec<Id<Cipher>> =
            items.iter().filter(|item| changing(item)).map(HeldCipher::cipher).collect();
        if !chosen.is_empty() {
            tx.archive_ciphers(user, &chosen, at).await?;
            tx.touch_account(user, self.now()).await?;
        }
        let items = tx.held_among(user, ids).await?;
        tx.commit().await?;
        Ok(items)
    }
}
