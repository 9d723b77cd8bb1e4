//! Accounts.

mod changes;
mod rotation;

pub use rotation::{RotatedCipher, RotatedTrust};

use chrono::{DateTime, Utc};
use domain::{
    accounts::{
        User,
        kdf::Kdf,
        keys::{AccountKeys, SigningKeys},
    },
    id::Id,
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    INSERT = "
        INSERT INTO users
            (id, email, email_verified, name, culture, avatar_color, password_hash, password_hint,
             salt, kdf, kdf_iterations, kdf_memory, kdf_parallelism, user_key, user_key_id,
             public_key, private_key, signed_public_key, signing_key, verifying_key,
             security_state, security_version, security_stamp, api_key_version, verify_devices,
             two_step, force_password_reset, premium, premium_expires_at, license_key, created_at,
             revised_at, vault_revised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)";

    BY_ID = "SELECT * FROM users WHERE id = $1";

    BY_EMAIL = "SELECT * FROM users WHERE email = $1";

    /// An invited person's address is known as one only once it is confirmed; see memberships.
    KNOWN = "SELECT id FROM users WHERE email IN ({list})";

    INVITED = "SELECT COUNT(*) FROM memberships WHERE id = $1 AND user_id IS NULL AND status = 0";

    /// 1 is offered.
    OFFERED = "SELECT COUNT(*) FROM sponsorships WHERE id = $1 AND state = 1";

    STAMP = "SELECT security_stamp FROM users WHERE id = $1";

    REVISION = "
        SELECT u.vault_revised_at,
               (SELECT MAX(o.revised_at) FROM memberships m
                  JOIN organizations o ON o.id = m.organization_id
                 WHERE m.user_id = u.id) AS organizations_revised_at
          FROM users u WHERE u.id = $1";
}

#[cfg(test)]
pub(crate) use changes::ALL as CHANGES;
#[cfg(test)]
pub(crate) use rotation::ALL as ROTATION;

/// An account. Keys and ciphertext are as the client sent them.
#[derive(FromRow, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "a row, column by column")]
pub struct Account {
    /// Who.
    pub id: Uuid,
    /// The mail address, in lower case.
    pub email: String,
    /// Whether the person proved that it is theirs.
    pub email_verified: bool,
    /// The person's name.
    pub name: Option<String>,
    /// Language and region, as `en-US`.
    pub culture: String,
    /// `#rrggbb`.
    pub avatar_color: Option<String>,
    /// Argon2id over the client's hash.
    pub password_hash: Option<String>,
    /// The hint the person wrote for themselves.
    pub password_hint: Option<String>,
    /// What the client's derivation is salted with.
    pub salt: String,
    /// The kind of derivation, by the protocol's number.
    pub kdf: i64,
    /// Its rounds or passes.
    pub kdf_iterations: i64,
    /// Its memory in mebibytes.
    pub kdf_memory: Option<i64>,
    /// Its lanes.
    pub kdf_parallelism: Option<i64>,
    /// The user key, wrapped by the master key.
    pub user_key: Option<String>,
    /// What clients call the user key.
    pub user_key_id: Option<String>,
    /// The public key others wrap for this person with.
    pub public_key: Option<String>,
    /// The private key, wrapped by the user key.
    pub private_key: Option<String>,
    /// The public key, signed.
    pub signed_public_key: Option<String>,
    /// The signing key, wrapped by the user key.
    pub signing_key: Option<String>,
    /// What signatures are verified with.
    pub verifying_key: Option<String>,
    /// The signed state of the account's keys.
    pub security_state: Option<String>,
    /// Its version.
    pub security_version: Option<i64>,
    /// Ends every session when it changes.
    pub security_stamp: String,
    /// Grows with every rotation of the account's API key.
    pub api_key_version: i64,
    /// Whether unknown devices must be verified by mail.
    pub verify_devices: bool,
    /// Whether two-step login is on.
    pub two_step: bool,
    /// Whether the password must be changed at the next login.
    pub force_password_reset: bool,
    /// Whether the person has premium features of their own.
    pub premium: bool,
    /// Until when.
    pub premium_expires_at: Option<DateTime<Utc>>,
    /// Names the account in licences.
    pub license_key: Option<String>,
    /// Since when an operator keeps the person from signing in.
    pub disabled_at: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When it was changed.
    pub revised_at: DateTime<Utc>,
    /// What clients compare before they sync.
    pub vault_revised_at: DateTime<Utc>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({} …)", self.id)
    }
}

impl Account {
    /// A new account with nothing in it but who it is.
    pub fn new(id: Id<User>, email: String, security_stamp: String, now: DateTime<Utc>) -> Self {
        Self {
            id: id.uuid(),
            salt: email.clone(),
            email,
            email_verified: false,
            name: None,
            culture: "en-US".to_owned(),
            avatar_color: None,
            password_hash: None,
            password_hint: None,
            kdf: 0,
            kdf_iterations: 600_000,
            kdf_memory: None,
            kdf_parallelism: None,
            user_key: None,
            user_key_id: None,
            public_key: None,
            private_key: None,
            signed_public_key: None,
            signing_key: None,
            verifying_key: None,
            security_state: None,
            security_version: None,
            security_stamp,
            api_key_version: 1,
            verify_devices: true,
            two_step: false,
            force_password_reset: false,
            premium: false,
            premium_expires_at: None,
            license_key: None,
            disabled_at: None,
            created_at: now,
            revised_at: now,
            vault_revised_at: now,
        }
    }

    /// Who.
    pub fn user(&self) -> Id<User> {
        Id::new(self.id)
    }

    /// Whether the person has premium features of their own at that time.
    pub fn has_premium(&self, now: DateTime<Utc>) -> bool {
        self.premium && self.premium_expires_at.is_none_or(|end| end > now)
    }

    /// How the client stretches the master password.
    ///
    /// # Errors
    ///
    /// When the row describes no derivation.
    pub fn derivation(&self) -> Result<Kdf, StoreError> {
        Kdf::read(self.kdf, self.kdf_iterations, self.kdf_memory, self.kdf_parallelism)
            .map_err(|_| StoreError::Inconsistent { table: "users", id: self.id })
    }

    /// The key pairs, once the account has them.
    pub fn keys(&self) -> Option<AccountKeys> {
        let signing = match (&self.signing_key, &self.verifying_key, &self.security_state) {
            (Some(signing_key), Some(verifying_key), Some(security_state)) => Some(SigningKeys {
                signed_public_key: self.signed_public_key.clone(),
                signing_key: signing_key.clone(),
                verifying_key: verifying_key.clone(),
                security_state: security_state.clone(),
                security_version: self.security_version.unwrap_or(1),
            }),
            _ => None,
        };
        Some(AccountKeys {
            public_key: self.public_key.clone()?,
            private_key: self.private_key.clone()?,
            signing,
        })
    }

    /// The account with that derivation.
    pub fn set_derivation(&mut self, kdf: Kdf) {
        (self.kdf, self.kdf_iterations, self.kdf_memory, self.kdf_parallelism) = kdf.numbers();
    }
}

#[derive(FromRow)]
struct RevisionRow {
    vault_revised_at: DateTime<Utc>,
    organizations_revised_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Keeps a new account; [`StoreError::Duplicate`] when the address has one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn insert_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let a = account;
        let args = args![
            a.id,
            &a.email,
            a.email_verified,
            &a.name,
            &a.culture,
            &a.avatar_color,
            &a.password_hash,
            &a.password_hint,
            &a.salt,
            a.kdf,
            a.kdf_iterations,
            a.kdf_memory,
            a.kdf_parallelism,
            &a.user_key,
            &a.user_key_id,
            &a.public_key,
            &a.private_key,
            &a.signed_public_key,
            &a.signing_key,
            &a.verifying_key,
            &a.security_state,
            a.security_version,
            &a.security_stamp,
            a.api_key_version,
            a.verify_devices,
            a.two_step,
            a.force_password_reset,
            a.premium,
            a.premium_expires_at,
            &a.license_key,
            a.created_at,
            a.revised_at,
            a.vault_revised_at,
        ];
        self.change(INSERT, args).await
    }

    /// The account, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn account(&mut self, user: Id<User>) -> Result<Option<Account>, StoreError> {
        self.optional(BY_ID, args![user]).await
    }

    /// The account of that address, which must be in lower case.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn account_by_email(&mut self, email: &str) -> Result<Option<Account>, StoreError> {
        self.optional(BY_EMAIL, args![email]).await
    }

    /// The accounts among those addresses, which must be in lower case.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn users_by_emails(&mut self, emails: &[&str]) -> Result<Vec<Id<User>>, StoreError> {
        let list: Vec<_> = emails.iter().map(|email| crate::db::Arg::from(*email)).collect();
        let rows: Vec<(Uuid,)> = self.all_in(KNOWN, &[], &list).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// Whether the membership waits for someone to accept it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn still_invited(&mut self, membership: Uuid) -> Result<bool, StoreError> {
        let (count,): (i64,) = self.one(INVITED, args![membership]).await?;
        Ok(count > 0)
    }

    /// Whether the sponsorship waits for someone to redeem it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn still_offered(&mut self, sponsorship: Uuid) -> Result<bool, StoreError> {
        let (count,): (i64,) = self.one(OFFERED, args![sponsorship]).await?;
        Ok(count > 0)
    }

    /// The account's security stamp, while there is an account.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn security_stamp(&mut self, user: Id<User>) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = self.optional(STAMP, args![user]).await?;
        Ok(row.map(|(stamp,)| stamp))
    }

    /// When anything a client keeps of the account last changed, its organizations included.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn account_revision(
        &mut self,
        user: Id<User>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let row: Option<RevisionRow> = self.optional(REVISION, args![user]).await?;
        Ok(row.map(|row| {
            row.organizations_revised_at
                .map_or(row.vault_revised_at, |of| of.max(row.vault_revised_at))
        }))
    }
}
