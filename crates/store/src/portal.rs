//! What the System Administrator Portal shows of organizations and people.

mod names;
mod users;

use chrono::{DateTime, Utc};
use domain::{id::Id, organizations::Organization};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, containing, statements};

#[cfg(test)]
pub(crate) use names::ALL as NAMES;
#[cfg(test)]
pub(crate) use users::ALL as USERS;
pub use users::{FoundUser, UserCounts, UserFilter, UserPlace};

statements! {
    FOUND = r"
        SELECT o.id, o.name, o.billing_email, o.plan, o.status, o.enabled, o.seats, o.features,
               o.created_at, o.expires_at,
               (SELECT COUNT(*) FROM memberships m
                 WHERE m.organization_id = o.id AND m.status IN (0, 1, 2)) AS members,
               (SELECT COUNT(*) FROM connections c
                 WHERE c.organization_id = o.id AND c.kind = 1 AND c.enabled = TRUE) AS connected,
               (SELECT s.last_success_at FROM sync_cursors s WHERE s.organization_id = o.id)
                   AS last_sync_at,
               (SELECT COALESCE(MAX(s.failures), 0) FROM sync_cursors s
                 WHERE s.organization_id = o.id) AS sync_failures
          FROM organizations o
         WHERE LOWER(o.name) LIKE $1 ESCAPE '\'
         ORDER BY o.name, o.id
         LIMIT $2 OFFSET $3";

    FOUND_OF = r"
        SELECT o.id, o.name, o.billing_email, o.plan, o.status, o.enabled, o.seats, o.features,
               o.created_at, o.expires_at,
               (SELECT COUNT(*) FROM memberships m
                 WHERE m.organization_id = o.id AND m.status IN (0, 1, 2)) AS members,
               (SELECT COUNT(*) FROM connections c
                 WHERE c.organization_id = o.id AND c.kind = 1 AND c.enabled = TRUE) AS connected,
               (SELECT s.last_success_at FROM sync_cursors s WHERE s.organization_id = o.id)
                   AS last_sync_at,
               (SELECT COALESCE(MAX(s.failures), 0) FROM sync_cursors s
                 WHERE s.organization_id = o.id) AS sync_failures
          FROM organizations o
         WHERE LOWER(o.name) LIKE $1 ESCAPE '\'
           AND o.id IN (
                   SELECT m.organization_id
                     FROM users u JOIN memberships m ON m.user_id = u.id
                    WHERE u.email = $2)
         ORDER BY o.name, o.id
         LIMIT $3 OFFSET $4";

    COUNT = r"SELECT COUNT(*) FROM organizations o WHERE LOWER(o.name) LIKE $1 ESCAPE '\'";

    COUNT_OF = r"
        SELECT COUNT(*)
          FROM organizations o
         WHERE LOWER(o.name) LIKE $1 ESCAPE '\'
           AND o.id IN (
                   SELECT m.organization_id
                     FROM users u JOIN memberships m ON m.user_id = u.id
                    WHERE u.email = $2)";

    PEOPLE = "
        SELECT CAST(COALESCE(SUM(CASE WHEN m.status = 0 THEN 1 ELSE 0 END), 0) AS BIGINT) AS invited,
               CAST(COALESCE(SUM(CASE WHEN m.status = 1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS accepted,
               CAST(COALESCE(SUM(CASE WHEN m.status = 2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS confirmed,
               CAST(COALESCE(SUM(CASE WHEN m.status = -1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS revoked,
               CAST(COALESCE(SUM(CASE WHEN m.status = 2 AND u.two_step = TRUE THEN 1 ELSE 0 END), 0)
                    AS BIGINT) AS two_step
          FROM memberships m
          LEFT JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1";

    HOLDINGS = "
        SELECT (SELECT COUNT(*) FROM collections WHERE organization_id = $1) AS collections,
               (SELECT COUNT(*) FROM policies WHERE organization_id = $1 AND enabled = TRUE)
                   AS policies,
               (SELECT COUNT(*) FROM sponsorships
                 WHERE sponsoring_organization_id = $1 AND state <> 5) AS sponsorships";

    ADMINISTRATORS = "
        SELECT COALESCE(u.email, m.email, '') AS email, m.role, m.status
          FROM memberships m
          LEFT JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.role <= 1
         ORDER BY m.role, m.created_at
         LIMIT 100";

    CONNECTIONS = "
        SELECT c.kind, c.enabled, c.cloud_organization_id, c.automatic_license,
               c.last_license_sync_at, s.failures, s.retry_at, s.last_success_at
          FROM connections c
          LEFT JOIN sync_cursors s ON s.organization_id = c.organization_id
         WHERE c.organization_id = $1
         ORDER BY c.kind";

    TOTALS = "
        SELECT (SELECT COUNT(*) FROM organizations) AS organizations,
               (SELECT COUNT(*) FROM users) AS users,
               (SELECT COUNT(*) FROM installations) AS installations";
}

/// An organization in the portal's list.
#[derive(Debug, Clone, FromRow)]
pub struct FoundOrganization {
    /// Which.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
    /// Its plan, by the protocol's number.
    pub plan: i64,
    /// How far its set-up is, by the protocol's number.
    pub status: i64,
    /// Whether it works.
    pub enabled: bool,
    /// How many seats it has; none is no limit.
    pub seats: Option<i64>,
    /// How many of them members take.
    pub members: i64,
    /// 1 when it is connected to its cloud organization.
    pub connected: i64,
    /// When a sync last succeeded.
    pub last_sync_at: Option<DateTime<Utc>>,
    /// How many syncs in a row have failed.
    pub sync_failures: i64,
    /// What it may use.
    pub features: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops working, if it does.
    pub expires_at: Option<DateTime<Utc>>,
}

/// How many people are in an organization, by how far they have come.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct People {
    /// Invited.
    pub invited: i64,
    /// Accepted, and waiting to be confirmed.
    pub accepted: i64,
    /// Confirmed.
    pub confirmed: i64,
    /// Revoked.
    pub revoked: i64,
    /// Confirmed, and with two-step login.
    pub two_step: i64,
}

/// How much an organization holds.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Holdings {
    /// Collections.
    pub collections: i64,
    /// Policies that are on.
    pub policies: i64,
    /// Sponsorships it gives that have not ended.
    pub sponsorships: i64,
}

/// An owner or administrator of an organization.
#[derive(Debug, Clone, FromRow)]
pub struct Administrator {
    /// The mail address.
    pub email: String,
    /// 0 owner, 1 admin.
    pub role: i64,
    /// How far they have come, by the protocol's number.
    pub status: i64,
}

/// What an organization is connected to, and how that goes.
#[derive(Debug, Clone, FromRow)]
pub struct ConnectionState {
    /// 1 cloud billing sync, 2 provisioning.
    pub kind: i64,
    /// Whether it is in use.
    pub enabled: bool,
    /// The organization at the other end.
    pub cloud_organization_id: Option<Uuid>,
    /// Whether licences are fetched without anyone asking.
    pub automatic_license: bool,
    /// When the licence was last fetched.
    pub last_license_sync_at: Option<DateTime<Utc>>,
    /// How many syncs in a row have failed.
    pub failures: Option<i64>,
    /// When the next try is, after one that failed.
    pub retry_at: Option<DateTime<Utc>>,
    /// When a sync last succeeded.
    pub last_success_at: Option<DateTime<Utc>>,
}

/// How much there is of everything.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Totals {
    /// Organizations.
    pub organizations: i64,
    /// Accounts.
    pub users: i64,
    /// Installations.
    pub installations: i64,
}

impl Tx {
    /// Organizations whose name contains `name` and, if it is given, that the person with that mail
    /// address is in.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn find_organizations(
        &mut self,
        name: &str,
        email: Option<&str>,
        skip: i64,
        at_most: i64,
    ) -> Result<Vec<FoundOrganization>, StoreError> {
        let name = containing(name);
        match email {
            Some(email) => self.all(FOUND_OF, args![&name, email, at_most, skip]).await,
            None => self.all(FOUND, args![&name, at_most, skip]).await,
        }
    }

    /// How many organizations [`Tx::find_organizations`] finds in all.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn count_organizations(
        &mut self,
        name: &str,
        email: Option<&str>,
    ) -> Result<i64, StoreError> {
        let name = containing(name);
        let (count,): (i64,) = match email {
            Some(email) => self.one(COUNT_OF, args![&name, email]).await?,
            None => self.one(COUNT, args![&name]).await?,
        };
        Ok(count)
    }

    /// How many people are in an organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn people(&mut self, organization: Id<Organization>) -> Result<People, StoreError> {
        self.one(PEOPLE, args![organization]).await
    }

    /// How much an organization holds.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn holdings(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Holdings, StoreError> {
        self.one(HOLDINGS, args![organization]).await
    }

    /// The owners and administrators of an organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn administrators(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<Administrator>, StoreError> {
        self.all(ADMINISTRATORS, args![organization]).await
    }

    /// What an organization is connected to, and how that goes.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn connection_states(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<ConnectionState>, StoreError> {
        self.all(CONNECTIONS, args![organization]).await
    }

    /// How much there is of everything.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn totals(&mut self) -> Result<Totals, StoreError> {
        self.one(TOTALS, &[]).await
    }
}
