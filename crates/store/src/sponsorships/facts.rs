//! What sponsorships depend on, in one look.

use chrono::{DateTime, Utc};
use domain::{
    billing::{PlanType, Tier},
    id::Id,
    organizations::{Feature, Features, Organization},
    sponsorships::{SeatForecast, SponsorFacts},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    SPONSORS = "
        SELECT organizations.id, name, billing_email, plan, features, organizations.enabled,
               expires_at, sponsorship_revision, last_success_at,
               CASE WHEN policies.enabled = TRUE THEN TRUE ELSE FALSE END AS forbids
          FROM organizations
          LEFT JOIN policies ON policies.organization_id = organizations.id AND policies.kind = 13
          LEFT JOIN sync_cursors ON sync_cursors.organization_id = organizations.id
         WHERE organizations.id IN ({list})";

    /// Of those kept in numbers, some are over by their time and wait to be ended: they hold no seat.
    SEATS = "
        SELECT (SELECT seats FROM organizations WHERE id = $1) AS seats,
               (SELECT COUNT(*) FROM memberships
                 WHERE organization_id = $1 AND status IN (0, 1, 2)) AS members,
               (SELECT CAST(COALESCE(SUM(held), 0) AS BIGINT) FROM sponsorship_counts
                 WHERE organization_id = $1 AND admin_initiated = TRUE AND state <> 4) AS sponsored,
               (SELECT CAST(COALESCE(SUM(held), 0) AS BIGINT) FROM sponsorship_counts
                 WHERE organization_id = $1 AND admin_initiated = TRUE AND state = 3) AS ending,
               (SELECT COUNT(*) FROM sponsorships
                 WHERE sponsoring_organization_id = $1 AND state <> 5 AND valid_until <= $2
                   AND admin_initiated = TRUE AND state IN (2, 3)) AS lapsed,
               (SELECT COUNT(*) FROM sponsorships
                 WHERE sponsoring_organization_id = $1 AND state <> 5 AND valid_until <= $2
                   AND admin_initiated = TRUE AND state = 3) AS ended";

    ADD_SEATS = "
        UPDATE organizations SET seats = seats + $1, revised_at = $2
         WHERE id = $3 AND seats IS NOT NULL
           AND (max_autoscale_seats IS NULL OR seats + $1 <= max_autoscale_seats)";

    OWNERS = "
        SELECT memberships.organization_id, users.email, users.culture
          FROM memberships JOIN users ON users.id = memberships.user_id
         WHERE memberships.role = 0 AND memberships.status = 2
           AND memberships.organization_id IN ({list})
         ORDER BY users.email";

    ACCOUNTS = "SELECT email, culture FROM users WHERE email IN ({list})";
}

#[derive(FromRow)]
struct SponsorRow {
    id: Uuid,
    name: String,
    billing_email: String,
    plan: i64,
    features: i64,
    enabled: bool,
    expires_at: Option<DateTime<Utc>>,
    sponsorship_revision: i64,
    last_success_at: Option<DateTime<Utc>>,
    forbids: bool,
}

/// An organization, as far as it matters to what it gives or is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SponsorRecord {
    /// Which.
    pub id: Id<Organization>,
    /// What it is called.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
    /// Whether it has a Families plan.
    pub families: bool,
    /// The count of changes of what it gives.
    pub revision: i64,
    /// What decides whether it may sponsor.
    pub facts: SponsorFacts,
}

impl From<SponsorRow> for SponsorRecord {
    fn from(row: SponsorRow) -> Self {
        let tier = PlanType::from_number(row.plan).map(PlanType::tier);
        let features = Features::from_bits(row.features);
        Self {
            id: Id::new(row.id),
            name: row.name,
            billing_email: row.billing_email,
            families: tier == Some(Tier::Families),
            revision: row.sponsorship_revision,
            facts: SponsorFacts {
                enterprise: tier == Some(Tier::Enterprise),
                enabled: row.enabled,
                expires_at: row.expires_at,
                admin_sponsoring: features.has(Feature::AdminSponsoredFamilies),
                forbids: row.forbids,
                last_sync_at: row.last_success_at,
            },
        }
    }
}

#[derive(FromRow)]
struct SeatsRow {
    seats: Option<i64>,
    members: i64,
    sponsored: i64,
    ending: i64,
    lapsed: i64,
    ended: i64,
}

impl Tx {
    /// Those of `organizations` that exist, as far as it matters to sponsorships.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsors(
        &mut self,
        organizations: &[Id<Organization>],
    ) -> Result<Vec<SponsorRecord>, StoreError> {
        let list: Vec<Arg<'_>> = organizations.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<SponsorRow> = self.all_in(SPONSORS, &[], &list).await?;
        Ok(rows.into_iter().map(SponsorRecord::from).collect())
    }

    /// `organization`, as far as it matters to sponsorships.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsor(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Option<SponsorRecord>, StoreError> {
        Ok(self.sponsors(&[organization]).await?.pop())
    }

    /// How the seats of `organization` are used.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsor_seats(
        &mut self,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<SeatForecast, StoreError> {
        let row: SeatsRow = self.one(SEATS, args![organization, now]).await?;
        Ok(SeatForecast {
            seats: row.seats,
            members: row.members,
            sponsored: row.sponsored - row.lapsed,
            ending: row.ending - row.ended,
        })
    }

    /// Adds seats to `organization`, unless that is more than it allows to be added by itself;
    /// whether it did.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_seats(
        &mut self,
        organization: Id<Organization>,
        more: i64,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(ADD_SEATS, args![more, now, organization]).await? == 1)
    }

    /// The mail addresses and languages of the owners of organizations.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owners_of(
        &mut self,
        organizations: &[Id<Organization>],
    ) -> Result<Vec<(Id<Organization>, String, String)>, StoreError> {
        let list: Vec<Arg<'_>> = organizations.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<(Uuid, String, String)> = self.all_in(OWNERS, &[], &list).await?;
        Ok(rows.into_iter().map(|(id, email, culture)| (Id::new(id), email, culture)).collect())
    }

    /// Those of `emails` (in lower case) that have an account, with its language.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn accounts_among(
        &mut self,
        emails: &[String],
    ) -> Result<Vec<(String, String)>, StoreError> {
        let list: Vec<Arg<'_>> = emails.iter().map(Arg::from).collect();
        self.all_in(ACCOUNTS, &[], &list).await
    }
}
