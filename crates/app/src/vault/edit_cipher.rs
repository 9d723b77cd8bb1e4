//! A person changes an item they hold.

use domain::{
    accounts::User,
    events::EventKind,
    id::Id,
    vault::{Cipher, is_current},
};
use store::vault::ciphers::{Content, HeldCipher, Place};

use super::{Side, cipher_error::CipherError, written_cipher::WrittenCipher};
use crate::App;

/// Puts the passwords and hidden fields of the second text, as an item is kept, into the first.
pub type KeepSecrets = fn(&str, &str) -> Option<String>;

impl App {
    /// Replaces what an item says, and what `user` decided about it. Someone who does not see its
    /// passwords leaves them as they are: `keep_secrets` knows how.
    ///
    /// # Errors
    ///
    /// See [`CipherError`].
    pub async fn edit_cipher(
        &self,
        user: Id<User>,
        side: Side,
        id: Id<Cipher>,
        written: WrittenCipher,
        keep_secrets: KeepSecrets,
    ) -> Result<HeldCipher, CipherError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let item = self.one(&mut tx, user, side, id).await?;
        if !item.hold().edits() {
            return Err(CipherError::LookedAtOnly);
        }
        if written.organization != item.organization_id.map(Id::new) {
            return Err(CipherError::OtherOwner);
        }
        if !is_current(item.revised_at, written.known) {
            return Err(CipherError::OutOfDate);
        }
        self.check_written(&mut tx, user, &written).await?;
        let content = if item.hold().sees_passwords() {
            written.content
        } else {
            let body = keep_secrets(&written.content.body, &item.body);
            let body = body.ok_or(CipherError::WithoutItsSecrets)?;
            Content { kind: written.content.kind, body }
        };
        let judged = item.revised_at;
        let place = Place {
            folder: written.folder,
            favorite: written.favorite,
            archived_at: written.archived_at.or(item.archived_at),
        };
        let items = [item];
        self.check_unlocked(&mut tx, &items, now).await?;

        tx.rewrite_cipher(id, &content, judged, now).await?;
        let [item] = &items;
        // An administrator changes it for others, and decides nothing for themselves.
        if side == Side::Member && item.place() != place {
            tx.place_cipher(user, id, place).await?;
        }
        self.tell_of(&mut tx, user, &items, EventKind::CipherUpdated, now).await?;
        let changed = self.one(&mut tx, user, side, id).await?;
        tx.commit().await?;
        Ok(changed)
    }
}
