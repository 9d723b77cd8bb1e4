//! A person keeps a new item of their own.

use domain::{accounts::User, events::EventKind, id::Id, vault::Cipher};
use store::vault::ciphers::{HeldCipher, Place};

use super::{cipher_error::CipherError, written_cipher::WrittenCipher};
use crate::App;

impl App {
    /// Keeps a new item of `user`'s own.
    ///
    /// # Errors
    ///
    /// See [`CipherError`].
    pub async fn create_cipher(
        &self,
        user: Id<User>,
        written: WrittenCipher,
    ) -> Result<HeldCipher, CipherError> {
        if written.organization.is_some() {
            return Err(CipherError::OtherOwner);
        }
        let now = self.now();
        let id: Id<Cipher> = self.id();
        let mut tx = self.db.write().await?;
        if tx.must_share(user).await? {
            return Err(CipherError::MustBeShared);
        }
        self.check_written(&mut tx, user, &written).await?;

        tx.add_cipher(user, id, &written.content, now).await?;
        let place = Place {
            folder: written.folder,
            favorite: written.favorite,
            archived_at: written.archived_at,
        };
        if place != Place::default() {
            tx.place_cipher(user, id, place).await?;
        }
        let made = tx.held_cipher(user, id).await?.ok_or(CipherError::NoSuchCipher)?;
        let items = [made];
        self.tell_of(&mut tx, user, &items, EventKind::CipherCreated, now).await?;
        tx.commit().await?;
        let [made] = items;
        Ok(made)
    }
}
