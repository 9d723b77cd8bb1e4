//! What the System Administrator Portal shows of people.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, containing, statements};

statements! {
    PAGE = r"
        SELECT u.id, u.email, u.name, u.email_verified, u.two_step, u.premium, u.disabled_at,
               u.created_at,
               (SELECT MAX(d.last_active_at) FROM devices d WHERE d.user_id = u.id)
                   AS last_active_at,
               (SELECT COUNT(*) FROM memberships m WHERE m.user_id = u.id AND m.status = 2)
                   AS organizations
          FROM users u
         WHERE u.email > $1
           AND (LOWER(u.email) LIKE $2 ESCAPE '\'
                OR LOWER(COALESCE(u.name, '')) LIKE $2 ESCAPE '\')
           AND ($3 = 'all'
                OR ($3 = 'unverified' AND u.email_verified = FALSE)
                OR ($3 = 'twoStep' AND u.two_step = TRUE)
                OR ($3 = 'noTwoStep' AND u.two_step = FALSE)
                OR ($3 = 'disabled' AND u.disabled_at IS NOT NULL))
         ORDER BY u.email
         LIMIT $4";

    COUNTS = "
        SELECT COUNT(*) AS users,
               CAST(COALESCE(SUM(CASE WHEN email_verified = FALSE THEN 1 ELSE 0 END), 0) AS BIGINT)
                   AS unverified,
               CAST(COALESCE(SUM(CASE WHEN two_step = TRUE THEN 1 ELSE 0 END), 0) AS BIGINT)
                   AS two_step,
               CAST(COALESCE(SUM(CASE WHEN disabled_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT)
                   AS disabled
          FROM users";

    PLACES = "
        SELECT o.id, o.name, o.enabled, m.role, m.status, m.created_at
          FROM memberships m
          JOIN organizations o ON o.id = m.organization_id
         WHERE m.user_id = $1
         ORDER BY o.name, o.id
         LIMIT 500";

    SESSIONS = "SELECT COUNT(*) FROM sessions WHERE user_id = $1 AND expires_at > $2";

    DISABLE = "
        UPDATE users SET disabled_at = $1, security_stamp = $2, revised_at = $1
         WHERE id = $3 AND disabled_at IS NULL";

    ENABLE = "
        UPDATE users SET disabled_at = NULL, revised_at = $1
         WHERE id = $2 AND disabled_at IS NOT NULL";
}

/// A person in the portal's list.
#[derive(Debug, Clone, FromRow)]
pub struct FoundUser {
    /// Who.
    pub id: Uuid,
    /// The mail address.
    pub email: String,
    /// The name.
    pub name: Option<String>,
    /// Whether the address is known to be theirs.
    pub email_verified: bool,
    /// Whether they have two-step login.
    pub two_step: bool,
    /// Whether they have premium of their own.
    pub premium: bool,
    /// Since when they may not sign in.
    pub disabled_at: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When one of their devices was last heard of.
    pub last_active_at: Option<DateTime<Utc>>,
    /// How many organizations they are confirmed in.
    pub organizations: i64,
}

/// How many people there are.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct UserCounts {
    /// In all.
    pub users: i64,
    /// Whose address is not known to be theirs.
    pub unverified: i64,
    /// With two-step login.
    pub two_step: i64,
    /// Who may not sign in.
    pub disabled: i64,
}

/// A place someone has in an organization.
#[derive(Debug, Clone, FromRow)]
pub struct UserPlace {
    /// Which organization.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Whether it works.
    pub enabled: bool,
    /// The role, by the protocol's number.
    pub role: i64,
    /// How far they have come, by the protocol's number.
    pub status: i64,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// Which people are listed.
#[derive(Debug, Clone, Default)]
pub struct UserFilter {
    /// Part of the mail address or the name.
    pub text: String,
    /// `all`, `unverified`, `twoStep`, `noTwoStep` or `disabled`.
    pub state: &'static str,
    /// The last address of the page before; empty for the first page.
    pub after: String,
}

impl Tx {
    /// People by mail address.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn find_users(
        &mut self,
        filter: &UserFilter,
        at_most: i64,
    ) -> Result<Vec<FoundUser>, StoreError> {
        let text = containing(&filter.text);
        self.all(PAGE, args![&filter.after, &text, filter.state, at_most]).await
    }

    /// How many people there are.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn user_counts(&mut self) -> Result<UserCounts, StoreError> {
        self.one(COUNTS, &[]).await
    }

    /// The places someone has in organizations.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn user_places(&mut self, user: Id<User>) -> Result<Vec<UserPlace>, StoreError> {
        self.all(PLACES, args![user]).await
    }

    /// How many sessions someone has.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_sessions(
        &mut self,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let (count,): (i64,) = self.one(SESSIONS, args![user, now]).await?;
        Ok(count)
    }

    /// Keeps someone from signing in; `stamp` ends what they are signed in to. `false` when that
    /// was so already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn disable_user(
        &mut self,
        user: Id<User>,
        stamp: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(DISABLE, args![now, stamp, user]).await? == 1)
    }

    /// Lets someone sign in again; `false` when they could already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn enable_user(
        &mut self,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(ENABLE, args![now, user]).await? == 1)
    }
}
