//! Changes to accounts. Each bumps what clients compare before they sync.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id, organizations::Organization};

use super::Account;
use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    SAVE_PROFILE = "
        UPDATE users SET name = $1, culture = $2, password_hint = $3, revised_at = $4,
               vault_revised_at = $4
         WHERE id = $5";

    SAVE_AVATAR = "
        UPDATE users SET avatar_color = $1, revised_at = $2, vault_revised_at = $2 WHERE id = $3";

    SAVE_KEYS = "
        UPDATE users SET public_key = $1, private_key = $2, signed_public_key = $3,
               signing_key = $4, verifying_key = $5, security_state = $6, security_version = $7,
               user_key_id = COALESCE($8, user_key_id), revised_at = $9, vault_revised_at = $9
         WHERE id = $10 AND public_key IS NULL";

    /// Only from the stamp that was judged: of two changes at once, one is lost.
    SAVE_PASSWORD = "
        UPDATE users SET password_hash = $1, password_hint = $2, salt = $3, kdf = $4,
               kdf_iterations = $5, kdf_memory = $6, kdf_parallelism = $7, user_key = $8,
               force_password_reset = FALSE, security_stamp = $9, revised_at = $10,
               vault_revised_at = $10, email = $13, email_verified = $14
         WHERE id = $11 AND security_stamp = $12";

    SAVE_STAMP = "
        UPDATE users SET security_stamp = $1, revised_at = $2, vault_revised_at = $2 WHERE id = $3";

    SAVE_DEVICE_VERIFICATION = "
        UPDATE users SET verify_devices = $1, revised_at = $2, vault_revised_at = $2 WHERE id = $3";

    SAVE_KEY_ID = "
        UPDATE users SET user_key_id = $1, revised_at = $2, vault_revised_at = $2
         WHERE id = $3 AND (user_key_id IS NULL OR user_key_id = $1)";

    VERIFY_EMAIL = "
        UPDATE users SET email_verified = TRUE, revised_at = $1, vault_revised_at = $1
         WHERE id = $2 AND email = $3";

    ROTATE_API_KEY = "
        UPDATE users SET api_key_version = api_key_version + 1, revised_at = $1
         WHERE id = $2";

    SOLE_OWNER = "
        SELECT COUNT(*) FROM memberships mine
         WHERE mine.user_id = $1 AND mine.role = 0 AND mine.status = 2
           AND NOT EXISTS (SELECT 1 FROM memberships other
                            WHERE other.organization_id = mine.organization_id
                              AND other.id <> mine.id AND other.role = 0 AND other.status = 2)";

    DELETE = "DELETE FROM users WHERE id = $1";

    TOUCH = "UPDATE users SET vault_revised_at = $1 WHERE id = $2";

    TOUCH_MANY = "UPDATE users SET vault_revised_at = $1 WHERE id IN ({list})";

    TOUCH_MEMBERS = "
        UPDATE users SET vault_revised_at = $1
         WHERE id IN (SELECT user_id FROM memberships WHERE organization_id = $2)";
}

impl Tx {
    /// Keeps name, language and password hint.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_account_profile(
        &mut self,
        a: &Account,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(SAVE_PROFILE, args![&a.name, &a.culture, &a.password_hint, now, a.id]).await
    }

    /// Keeps the colour of the avatar.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_avatar(&mut self, a: &Account, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(SAVE_AVATAR, args![&a.avatar_color, now, a.id]).await
    }

    /// Keeps the keys of an account that has none; [`StoreError::Lost`] when it has.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_account_keys(
        &mut self,
        a: &Account,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            &a.public_key,
            &a.private_key,
            &a.signed_public_key,
            &a.signing_key,
            &a.verifying_key,
            &a.security_state,
            a.security_version,
            &a.user_key_id,
            now,
            a.id,
        ];
        self.change(SAVE_KEYS, args).await
    }

    /// Keeps a new password, hint, derivation, wrapped user key, security stamp and mail address, if
    /// the stamp was `judged` until now; [`StoreError::Duplicate`] when another has the address.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_password(
        &mut self,
        a: &Account,
        judged: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            &a.password_hash,
            &a.password_hint,
            &a.salt,
            a.kdf,
            a.kdf_iterations,
            a.kdf_memory,
            a.kdf_parallelism,
            &a.user_key,
            &a.security_stamp,
            now,
            a.id,
            judged,
            &a.email,
            a.email_verified,
        ];
        self.change(SAVE_PASSWORD, args).await
    }

    /// Keeps a new security stamp.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_security_stamp(
        &mut self,
        user: Id<User>,
        stamp: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(SAVE_STAMP, args![stamp, now, user]).await
    }

    /// Keeps whether the person is asked for a code on new devices.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_device_verification(
        &mut self,
        user: Id<User>,
        asked: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(SAVE_DEVICE_VERIFICATION, args![asked, now, user]).await
    }

    /// Keeps what clients call the user key; `false` when another is kept already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_user_key_id(
        &mut self,
        user: Id<User>,
        key_id: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(SAVE_KEY_ID, args![key_id, now, user]).await? == 1)
    }

    /// Remembers that the address is the person's; `false` when the account has another by now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn verify_email(
        &mut self,
        user: Id<User>,
        email: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(VERIFY_EMAIL, args![now, user, email]).await? == 1)
    }

    /// Replaces the account's API key.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rotate_account_api_key(
        &mut self,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(ROTATE_API_KEY, args![now, user]).await
    }

    /// How many organizations would be left without an owner if the person went.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organizations_owned_alone(&mut self, user: Id<User>) -> Result<i64, StoreError> {
        let (count,): (i64,) = self.one(SOLE_OWNER, args![user]).await?;
        Ok(count)
    }

    /// Deletes the account and everything that is its own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_account(&mut self, user: Id<User>) -> Result<(), StoreError> {
        self.change(DELETE, args![user]).await
    }

    /// Tells the person's clients that there is something to sync.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn touch_account(
        &mut self,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(TOUCH, args![now, user]).await.map(drop)
    }

    /// Tells the clients of these people that there is something to sync.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn touch_accounts(
        &mut self,
        users: &[Id<User>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let list: Vec<Arg<'_>> = users.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(TOUCH_MANY, args![now], &list).await.map(drop)
    }

    /// Tells the clients of everyone in the organization that there is something to sync.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn touch_members(
        &mut self,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(TOUCH_MEMBERS, args![now, organization]).await.map(drop)
    }
}
