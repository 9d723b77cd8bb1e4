//! Items are put into the trash, taken out of it, and deleted for good.

use chrono::{DateTime, Utc};
use domain::{accounts::User, events::EventKind, id::Id, vault::Cipher};
use store::{Tx, vault::ciphers::HeldCipher};

use super::{Side, cipher_error::CipherError};
use crate::{App, identity::ClientHash};

impl App {
    /// Puts those of `ids` that `user` holds into the trash.
    ///
    /// # Errors
    ///
    /// When they hold none of them, or may not delete one.
    pub async fn trash_ciphers(
        &self,
        user: Id<User>,
        side: Side,
        ids: &[Id<Cipher>],
    ) -> Result<(), CipherError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let mut items = self.deletable(&mut tx, user, side, ids, now).await?;
        items.retain(|item| item.trashed_at.is_none());
        if !items.is_empty() {
            tx.trash_ciphers(&ids_of(&items), now).await?;
            self.tell_of(&mut tx, user, &items, EventKind::CipherTrashed, now).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Takes those of `ids` that `user` holds out of the trash.
    ///
    /// # Errors
    ///
    /// When they hold none of them, or may not restore one.
    pub async fn restore_ciphers(
        &self,
        user: Id<User>,
        side: Side,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let mut items = self.deletable(&mut tx, user, side, ids, now).await?;
        items.retain(|item| item.trashed_at.is_some());
        let chosen = ids_of(&items);
        if !items.is_empty() {
            tx.restore_ciphers(&chosen, now).await?;
            self.tell_of(&mut tx, user, &items, EventKind::CipherRestored, now).await?;
        }
        let restored = self.seen(&mut tx, user, side, ids).await?;
        tx.commit().await?;
        Ok(restored)
    }

    /// Deletes those of `ids` that `user` holds for good.
    ///
    /// # Errors
    ///
    /// When they hold none of them, or may not delete one.
    pub async fn delete_ciphers(
        &self,
        user: Id<User>,
        side: Side,
        ids: &[Id<Cipher>],
    ) -> Result<(), CipherError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let items = self.deletable(&mut tx, user, side, ids, now).await?;
        self.tell_of(&mut tx, user, &items, EventKind::CipherDeleted, now).await?;
        tx.delete_ciphers(&ids_of(&items)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Deletes every item and folder that is `user`'s own, once they have proved to be who they are.
    ///
    /// # Errors
    ///
    /// When the master password is another.
    pub async fn purge_vault(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(), CipherError> {
        self.verify_user(user, password).await?;
        let mut tx = self.db.write().await?;
        tx.purge_ciphers(user).await?;
        tx.delete_all_folders(user).await?;
        tx.touch_account(user, self.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn deletable(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        side: Side,
        ids: &[Id<Cipher>],
        now: DateTime<Utc>,
    ) -> Result<Vec<HeldCipher>, CipherError> {
        let items = self.named(tx, user, side, ids).await?;
        if !items.iter().all(|item| item.hold().deletes()) {
            return Err(CipherError::NotDeleted);
        }
        self.check_unlocked(tx, &items, now).await?;
        Ok(items)
    }
}

fn ids_of(items: &[HeldCipher]) -> Vec<Id<Cipher>> {
    items.iter().map(HeldCipher::cipher).collect()
}
