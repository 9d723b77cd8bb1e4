//! What rules about members need to know: policies, people, seats.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    billing::PlanType,
    id::Id,
    organizations::{
        Member, Organization,
        membership::{Applicant, Door, JoinPolicies},
        rules::{Growth, Seating},
    },
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    /// 1 is the right to use policies; 3 the policy that allows no other organization.
    APPLICANTS = "
        SELECT u.id, u.two_step AS two_step_login,
               (SELECT COUNT(*) FROM memberships m
                 WHERE m.user_id = u.id AND m.organization_id <> $1 AND m.status IN (1, 2))
                 AS other_organizations,
               (SELECT COUNT(*) FROM memberships m
                  JOIN organizations o ON o.id = m.organization_id
                  JOIN policies p ON p.organization_id = o.id
                 WHERE m.user_id = u.id AND m.organization_id <> $1 AND m.status IN (1, 2)
                   AND m.role NOT IN (0, 1) AND o.enabled = TRUE AND (o.features & 1) <> 0
                   AND p.kind = 3 AND p.enabled = TRUE) AS jealous_organizations,
               (SELECT COUNT(*) FROM memberships m
                  JOIN organizations o ON o.id = m.organization_id
                 WHERE m.user_id = u.id AND m.organization_id <> $1 AND m.status IN (1, 2)
                   AND m.role IN (0, 1) AND o.plan = 0) AS free_organizations
          FROM users u
         WHERE u.id IN ({list})";

    DOOR = "
        SELECT o.plan,
               (SELECT COUNT(*) FROM policies p
                 WHERE p.organization_id = o.id AND p.kind = 0 AND p.enabled = TRUE
                   AND o.enabled = TRUE AND (o.features & 1) <> 0) AS two_step_login,
               (SELECT COUNT(*) FROM policies p
                 WHERE p.organization_id = o.id AND p.kind = 3 AND p.enabled = TRUE
                   AND o.enabled = TRUE AND (o.features & 1) <> 0) AS single_organization
          FROM organizations o
         WHERE o.id = $1";

    OWNERS_BESIDE = "
        SELECT COUNT(*) FROM memberships
         WHERE organization_id = $1 AND role = 0 AND status = 2 AND id NOT IN ({list})";

    /// Of the sponsorships that administrators gave, those that still take a seat: 3 is ending, 4
    /// being removed, 5 ended.
    SEATING = "
        SELECT o.seats, o.max_autoscale_seats, o.plan,
               (SELECT COUNT(*) FROM memberships m
                 WHERE m.organization_id = o.id AND m.status IN (0, 1, 2)) AS members,
               (SELECT COUNT(*) FROM sponsorships s
                 WHERE s.sponsoring_organization_id = o.id AND s.admin_initiated = TRUE
                   AND s.state <> 5 AND (s.state NOT IN (3, 4) OR s.valid_until > $2)
                   AND (s.sponsored_organization_id IS NULL OR s.valid_until IS NULL
                        OR s.valid_until > $2)) AS sponsorships,
               (SELECT COUNT(*) FROM subscriptions b WHERE b.organization_id = o.id) AS paid_here
          FROM organizations o
         WHERE o.id = $1";
}

#[derive(FromRow)]
struct ApplicantRow {
    id: Uuid,
    two_step_login: bool,
    other_organizations: i64,
    jealous_organizations: i64,
    free_organizations: i64,
}

#[derive(FromRow)]
struct DoorRow {
    plan: i64,
    two_step_login: i64,
    single_organization: i64,
}

#[derive(FromRow)]
struct SeatingRow {
    seats: Option<i64>,
    max_autoscale_seats: Option<i64>,
    plan: i64,
    members: i64,
    sponsorships: i64,
    paid_here: i64,
}

fn list<T>(ids: &[Id<T>]) -> Vec<Arg<'_>> {
    ids.iter().map(|id| Arg::from(*id)).collect()
}

impl Tx {
    /// What the rules of `organization` need to know of `user`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn applicant(
        &mut self,
        user: Id<User>,
        organization: Id<Organization>,
    ) -> Result<Applicant, StoreError> {
        let mut found = self.applicants(&[user], organization).await?;
        Ok(found.remove(&user).unwrap_or_default())
    }

    /// What the rules of `organization` need to know of each of `users`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn applicants(
        &mut self,
        users: &[Id<User>],
        organization: Id<Organization>,
    ) -> Result<HashMap<Id<User>, Applicant>, StoreError> {
        let rows: Vec<ApplicantRow> =
            self.all_in(APPLICANTS, args![organization], &list(users)).await?;
        let typed = |row: ApplicantRow| {
            let applicant = Applicant {
                two_step_login: row.two_step_login,
                other_organizations: row.other_organizations,
                jealous_organizations: row.jealous_organizations,
                free_organizations: row.free_organizations,
            };
            (Id::new(row.id), applicant)
        };
        Ok(rows.into_iter().map(typed).collect())
    }

    /// What `organization` asks of those who come in.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn door(&mut self, organization: Id<Organization>) -> Result<Door, StoreError> {
        let row: DoorRow = self.one(DOOR, args![organization]).await?;
        let policies = JoinPolicies {
            two_step_login: row.two_step_login > 0,
            single_organization: row.single_organization > 0,
        };
        Ok(Door { policies, free: row.plan == PlanType::Free.number() })
    }

    /// How many confirmed owners `organization` has beside these members.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owners_beside(
        &mut self,
        organization: Id<Organization>,
        members: &[Id<Member>],
    ) -> Result<i64, StoreError> {
        let rows: Vec<(i64,)> =
            self.all_in(OWNERS_BESIDE, args![organization], &list(members)).await?;
        Ok(rows.first().map_or(0, |(count,)| *count))
    }

    /// How many seats `organization` has, and who sits on them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn seating(
        &mut self,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<Seating, StoreError> {
        let row: SeatingRow = self.one(SEATING, args![organization, now]).await?;
        let sells = PlanType::from_number(row.plan).is_some_and(|it| it.plan().extra_seats);
        // What is not paid for here has its seats from a licence.
        let growth = match (row.paid_here > 0, sells) {
            (false, _) => Growth::FixedByLicense,
            (true, false) => Growth::FixedByPlan,
            (true, true) => Growth::UpTo(row.max_autoscale_seats),
        };
        let SeatingRow { seats, members, sponsorships, .. } = row;
        Ok(Seating { seats, members, sponsorships, growth })
    }
}
