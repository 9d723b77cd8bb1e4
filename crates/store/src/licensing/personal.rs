//! The personal licences applied on a self-hosted server, and who has premium features.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    accounts::User,
    id::Id,
    licensing::{NOTICES, PersonalLicense},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    SAVE = "
        INSERT INTO personal_licenses
            (user_id, cloud_user_id, license_key, document, key_id, issued_at, expires_at,
             applied_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (user_id) DO UPDATE
           SET cloud_user_id = excluded.cloud_user_id, license_key = excluded.license_key,
               document = excluded.document, key_id = excluded.key_id,
               issued_at = excluded.issued_at, applied_at = excluded.applied_at,
               noticed_days = CASE WHEN personal_licenses.expires_at = excluded.expires_at
                                   THEN personal_licenses.noticed_days ELSE NULL END,
               expires_at = excluded.expires_at";

    FIND = "
        SELECT user_id, cloud_user_id, license_key, document, key_id, issued_at, expires_at,
               applied_at
          FROM personal_licenses
         WHERE user_id = $1";

    HOLDER = "SELECT user_id FROM personal_licenses WHERE license_key = $1 AND user_id <> $2";

    DUE = "
        SELECT user_id, cloud_user_id, license_key, document, key_id, issued_at, expires_at,
               applied_at
          FROM personal_licenses
         WHERE expires_at <= $1 AND expires_at > $2
         ORDER BY expires_at, user_id
         LIMIT $3";

    NOTICE_DUE = "
        SELECT l.user_id, l.expires_at, l.noticed_days, u.email, u.culture
          FROM personal_licenses l
          JOIN users u ON u.id = l.user_id
         WHERE l.expires_at <= $2
           AND (l.noticed_days IS NULL
                OR (l.noticed_days > 0 AND l.expires_at <= $1)
                OR (l.noticed_days > $6 AND l.expires_at <= $3)
                OR (l.noticed_days > $7 AND l.expires_at <= $4)
                OR (l.noticed_days > $8 AND l.expires_at <= $5))
         ORDER BY l.expires_at, l.user_id
         LIMIT $9";

    NOTICED = "
        UPDATE personal_licenses SET noticed_days = $1
         WHERE user_id = $2 AND (noticed_days IS NULL OR noticed_days > $1)";

    SET_PREMIUM = "
        UPDATE users
           SET premium = $1, premium_expires_at = $2, revised_at = $3, vault_revised_at = $3
         WHERE id = $4";

    NAME_KEY = "UPDATE users SET license_key = $1 WHERE id = $2";

    FIRST_KEY = "UPDATE users SET license_key = $1 WHERE id = $2 AND license_key IS NULL";

    OVER = "
        UPDATE users SET premium = FALSE, revised_at = $1, vault_revised_at = $1
         WHERE premium = TRUE AND premium_expires_at <= $1";
}

/// The licence a person has.
#[derive(Debug, Clone, FromRow)]
pub struct PersonalRecord {
    user_id: Uuid,
    /// The account, by its id on the cloud.
    pub cloud_user_id: Uuid,
    /// What ties the licence to the account.
    pub license_key: String,
    /// The document, as it was received.
    pub document: String,
    /// The key that signed it.
    pub key_id: Option<String>,
    /// When it was made.
    pub issued_at: DateTime<Utc>,
    /// When it runs out.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was applied here.
    pub applied_at: DateTime<Utc>,
}

impl PersonalRecord {
    /// Whose it is.
    pub fn user(&self) -> Id<User> {
        Id::new(self.user_id)
    }
}

/// A licence whose end a person should be told of.
#[derive(Debug, Clone, FromRow)]
pub struct PersonalNotice {
    user_id: Uuid,
    /// When it runs out.
    pub expires_at: DateTime<Utc>,
    /// The smallest number of days the person was told of.
    pub noticed_days: Option<i64>,
    /// The person's mail address.
    pub email: String,
    /// The person's language.
    pub culture: String,
}

impl PersonalNotice {
    /// Whose it is.
    pub fn user(&self) -> Id<User> {
        Id::new(self.user_id)
    }
}

impl Tx {
    /// Keeps the licence of a person, in place of the one before, and opens premium features to them
    /// until it ends.
    ///
    /// # Errors
    ///
    /// [`StoreError::Duplicate`] when another account has it, in which case the unit of work is over;
    /// and when the database fails.
    pub async fn save_personal_license(
        &mut self,
        user: Id<User>,
        license: &PersonalLicense,
        document: &str,
        key_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            user,
            license.subject,
            &license.license_key,
            document,
            key_id,
            license.issued_at,
            license.expires_at,
            now,
        ];
        self.change(SAVE, args).await?;
        self.change(NAME_KEY, args![&license.license_key, user]).await?;
        self.set_premium(user, true, license.expires_at, now).await.map(drop)
    }

    /// The licence of a person, if they have one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn personal_license(
        &mut self,
        user: Id<User>,
    ) -> Result<Option<PersonalRecord>, StoreError> {
        self.optional(FIND, args![user]).await
    }

    /// The account, other than `besides`, that uses the licence of that key.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn personal_license_holder(
        &mut self,
        license_key: &str,
        besides: Id<User>,
    ) -> Result<Option<Id<User>>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(HOLDER, args![license_key, besides]).await?;
        Ok(row.map(|(id,)| Id::new(id)))
    }

    /// The licences that run out before `soon` and are not over since before `long_ago`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn personal_licenses_due(
        &mut self,
        soon: DateTime<Utc>,
        long_ago: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<PersonalRecord>, StoreError> {
        self.all(DUE, args![soon, long_ago, limit]).await
    }

    /// The licences whose end their holders should be told of, or told of again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn personal_notices_due(
        &mut self,
        now: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<PersonalNotice>, StoreError> {
        let [first, second, third, last] = NOTICES;
        let within = |days| now + TimeDelta::days(days);
        let args = args![
            now,
            within(first),
            within(second),
            within(third),
            within(last),
            second,
            third,
            last,
            limit,
        ];
        self.all(NOTICE_DUE, args).await
    }

    /// Notes that a person was told so many days before the end; `false` when they were already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_personal_notice(
        &mut self,
        user: Id<User>,
        days: i64,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(NOTICED, args![days, user]).await? == 1)
    }

    /// Opens premium features to a person until then, or closes them; `false` when there is no such
    /// account.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_premium(
        &mut self,
        user: Id<User>,
        premium: bool,
        until: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(SET_PREMIUM, args![premium, until, now, user]).await? == 1)
    }

    /// Gives an account that has none the key its licences are tied to it by.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn give_license_key(&mut self, user: Id<User>, key: &str) -> Result<(), StoreError> {
        self.execute(FIRST_KEY, args![key, user]).await.map(drop)
    }

    /// Closes premium features to those whose time is over; how many those are.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_premium(&mut self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(OVER, args![now]).await
    }
}
