//! The items a person holds.

use domain::{accounts::User, id::Id, vault::Cipher};
use store::{Tx, vault::ciphers::HeldCipher};

use super::cipher_error::CipherError;
use crate::App;

impl App {
    /// Everything `user` holds.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn ciphers(&self, user: Id<User>) -> Result<Vec<HeldCipher>, CipherError> {
        Ok(self.db.read().await?.held_ciphers(user).await?)
    }

    /// One item `user` holds.
    ///
    /// # Errors
    ///
    /// [`CipherError::NoSuchCipher`] when they do not hold it.
    pub async fn cipher(&self, user: Id<User>, id: Id<Cipher>) -> Result<HeldCipher, CipherError> {
        let found = self.db.read().await?.held_cipher(user, id).await?;
        found.ok_or(CipherError::NoSuchCipher)
    }

    /// Those of `ids` that `user` holds. Others may be gone by now, so that they are passed over as
    /// long as there is one.
    pub(super) async fn named(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        if ids.is_empty() {
            return Err(CipherError::Nothing);
        }
        let items = tx.held_among(user, ids).await?;
        if items.is_empty() { Err(CipherError::NoSuchCipher) } else { Ok(items) }
    }
}
