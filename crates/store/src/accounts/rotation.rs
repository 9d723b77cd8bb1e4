//! A new user key, and everything that comes along with it.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    id::Id,
    identity::Device,
    organizations::Organization,
    vault::{Cipher, Folder},
};
use uuid::Uuid;

use super::Account;
use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    OWN_CIPHERS = "SELECT id, kind, revised_at FROM ciphers WHERE user_id = $1";

    /// 2 is confirmed: clients know of no other organization.
    RECOVERERS = "
        SELECT organization_id FROM memberships
         WHERE user_id = $1 AND status = 2 AND reset_password_key IS NOT NULL";

    /// Where clients could not wrap the new key, the old one is of no use.
    FORGET_RECOVERY = "
        UPDATE memberships SET reset_password_key = NULL, revised_at = $1
         WHERE user_id = $2 AND status <> 2 AND reset_password_key IS NOT NULL";

    TRUSTED = "SELECT id FROM devices WHERE user_id = $1 AND encrypted_user_key IS NOT NULL";

    /// Only from the stamp that was judged: of two changes at once, one is lost.
    SAVE_KEYS = "
        UPDATE users SET password_hash = $1, password_hint = $2, user_key = $3, user_key_id = $4,
               private_key = $5, signed_public_key = $6, signing_key = $7, verifying_key = $8,
               security_state = $9, security_version = $10, security_stamp = $11,
               revised_at = $12, vault_revised_at = $12
         WHERE id = $13 AND security_stamp = $14";

    /// All of them are there already: the rows are named whole, and only their texts are taken.
    SAVE_CIPHERS = "
        INSERT INTO ciphers (id, user_id, kind, body, created_at, revised_at)
        VALUES {rows}
        ON CONFLICT (id) DO UPDATE SET body = excluded.body, revised_at = excluded.revised_at
         WHERE ciphers.user_id = excluded.user_id";

    SAVE_FOLDERS = "
        INSERT INTO folders (id, user_id, name, created_at, revised_at)
        VALUES {rows}
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, revised_at = excluded.revised_at
         WHERE folders.user_id = excluded.user_id";

    SAVE_RECOVERY = "
        UPDATE memberships SET reset_password_key = $1, revised_at = $2
         WHERE user_id = $3 AND organization_id = $4 AND status = 2
           AND reset_password_key IS NOT NULL";

    SAVE_TRUST = "
        UPDATE devices SET encrypted_user_key = $1, encrypted_public_key = $2
         WHERE user_id = $3 AND id = $4 AND encrypted_user_key IS NOT NULL";
}

/// An item, encrypted with the new key.
#[derive(Clone)]
pub struct RotatedCipher {
    /// Which.
    pub id: Id<Cipher>,
    /// Its kind, by the protocol's number.
    pub kind: i64,
    /// When it had last been changed, as far as the client that encrypted it knows.
    pub known: Option<DateTime<Utc>>,
    /// What it says.
    pub body: String,
}

/// The new key, wrapped for a trusted device.
#[derive(Clone)]
pub struct RotatedTrust {
    /// Which device.
    pub device: Id<Device>,
    /// The user key, for the device's own key pair.
    pub user_key: String,
    /// The device's public key, wrapped.
    pub public_key: String,
}

impl Tx {
    /// The person's own items, with the number of their kind and when they were last changed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn own_cipher_kinds(
        &mut self,
        user: Id<User>,
    ) -> Result<Vec<(Uuid, i64, DateTime<Utc>)>, StoreError> {
        self.all(OWN_CIPHERS, args![user]).await
    }

    /// The organizations that can recover the account.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recoverers_of(&mut self, user: Id<User>) -> Result<Vec<Uuid>, StoreError> {
        let rows: Vec<(Uuid,)> = self.all(RECOVERERS, args![user]).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// The devices that unlock the person's vault by themselves.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn trusted_devices(&mut self, user: Id<User>) -> Result<Vec<Uuid>, StoreError> {
        let rows: Vec<(Uuid,)> = self.all(TRUSTED, args![user]).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Keeps the account's new keys, with the new proof of the password, if its stamp was `judged`
    /// until now.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when it was not.
    pub async fn save_rotated_keys(
        &mut self,
        a: &Account,
        judged: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            &a.password_hash,
            &a.password_hint,
            &a.user_key,
            &a.user_key_id,
            &a.private_key,
            &a.signed_public_key,
            &a.signing_key,
            &a.verifying_key,
            &a.security_state,
            a.security_version,
            &a.security_stamp,
            now,
            a.id,
            judged,
        ];
        self.change(SAVE_KEYS, args).await
    }

    /// Keeps the person's items as they were encrypted with the new key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when one of them is another's by now.
    pub async fn save_rotated_ciphers(
        &mut self,
        user: Id<User>,
        ciphers: &[RotatedCipher],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(ciphers.len() * 6);
        for cipher in ciphers {
            values.extend([
                Arg::from(cipher.id),
                Arg::from(user),
                Arg::from(cipher.kind),
                Arg::from(&cipher.body),
                Arg::from(now),
                Arg::from(now),
            ]);
        }
        all_saved(self.execute_rows(SAVE_CIPHERS, 6, &values).await?, ciphers.len())
    }

    /// Keeps the names of the person's folders as they were encrypted with the new key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when one of them is another's.
    pub async fn save_rotated_folders(
        &mut self,
        user: Id<User>,
        folders: &[(Id<Folder>, String)],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(folders.len() * 5);
        for (id, name) in folders {
            values.extend([
                Arg::from(*id),
                Arg::from(user),
                Arg::from(name),
                Arg::from(now),
                Arg::from(now),
            ]);
        }
        all_saved(self.execute_rows(SAVE_FOLDERS, 5, &values).await?, folders.len())
    }

    /// Keeps the new key, wrapped for an organization that can recover the account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when it no longer can.
    pub async fn save_rotated_recovery(
        &mut self,
        user: Id<User>,
        organization: Id<Organization>,
        key: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(SAVE_RECOVERY, args![key, now, user, organization]).await
    }

    /// Forgets the old key where the person waits to be confirmed, or is suspended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_old_recovery(
        &mut self,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(FORGET_RECOVERY, args![now, user]).await.map(drop)
    }

    /// Keeps the new key, wrapped for a trusted device.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when it is not trusted any more.
    pub async fn save_rotated_trust(
        &mut self,
        user: Id<User>,
        trust: &RotatedTrust,
    ) -> Result<(), StoreError> {
        let args = args![&trust.user_key, &trust.public_key, user, trust.device];
        self.change(SAVE_TRUST, args).await
    }
}

fn all_saved(saved: u64, sent: usize) -> Result<(), StoreError> {
    if saved == sent as u64 { Ok(()) } else { Err(StoreError::Lost(saved)) }
}
