//! The items a person holds.

use domain::{accounts::User, id::Id, vault::Cipher};
use store::{Tx, vault::ciphers::HeldCipher};

use super::cipher_error::CipherError;
use crate::App;

/// As whom a person does something with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// As someone who holds it: it is theirs, or in a collection they were given.
    Member,
    /// As an administrator of its organization, who reaches more than that.
    Administrator,
}

impl App {
    /// Everything `user` holds.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn ciphers(&self, user: Id<User>) -> Result<Vec<HeldCipher>, CipherError> {
        Ok(self.db.read().await?.held_ciphers(user).await?)
    }

    /// One item `user` has.
    ///
    /// # Errors
    ///
    /// [`CipherError::NoSuchCipher`] when they do not.
    pub async fn cipher(
        &self,
        user: Id<User>,
        side: Side,
        id: Id<Cipher>,
    ) -> Result<HeldCipher, CipherError> {
        let mut tx = self.db.read().await?;
        self.one(&mut tx, user, side, id).await
    }

    /// Those of `ids` that `user` has, on that side. Others may be gone by now, so that they are
    /// passed over as long as there is one.
    pub(super) async fn named(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        side: Side,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        if ids.is_empty() {
            return Err(CipherError::Nothing);
        }
        let items = self.seen(tx, user, side, ids).await?;
        if items.is_empty() { Err(CipherError::NoSuchCipher) } else { Ok(items) }
    }

    /// The same, even when that is none.
    pub(super) async fn seen(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        side: Side,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        Ok(match side {
            Side::Member => tx.held_among(user, ids).await?,
            Side::Administrator => tx.administered_among(user, ids).await?,
        })
    }

    /// The same of one item, which must be there.
    pub(super) async fn one(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        side: Side,
        id: Id<Cipher>,
    ) -> Result<HeldCipher, CipherError> {
        let found = match side {
            Side::Member => tx.held_cipher(user, id).await?,
            Side::Administrator => tx.administered_among(user, &[id]).await?.into_iter().next(),
        };
        found.ok_or(CipherError::NoSuchCipher)
    }
}
