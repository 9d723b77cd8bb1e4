//! What cloud organizations pay for.

use chrono::{DateTime, Utc};
use domain::{
    billing::{Cents, Status, Subscription},
    id::Id,
    organizations::Organization,
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    FIND = "
        SELECT organization_id, status, annual, trial_ends_at, period_starts_at, period_ends_at,
               cancel_at_period_end, sponsored, credit_cents
          FROM subscriptions
         WHERE organization_id = $1";

    FIND_MANY = "
        SELECT organization_id, status, annual, trial_ends_at, period_starts_at, period_ends_at,
               cancel_at_period_end, sponsored, credit_cents
          FROM subscriptions
         WHERE organization_id IN ({list})";

    /// What is claimed stays as it is until this unit of work ends: nobody else renews it too.
    CLAIM = "
        UPDATE subscriptions SET revised_at = $1
         WHERE organization_id IN (
                SELECT organization_id FROM subscriptions
                 WHERE period_ends_at <= $1 AND sponsored = FALSE AND status <> 'canceled'
                 ORDER BY period_ends_at, organization_id
                 LIMIT $2)
           AND period_ends_at <= $1 AND sponsored = FALSE AND status <> 'canceled'
        RETURNING organization_id, status, annual, trial_ends_at, period_starts_at, period_ends_at,
                  cancel_at_period_end, sponsored, credit_cents";

    UNPAID = "
        UPDATE subscriptions SET status = 'past_due', revised_at = $1
         WHERE organization_id = $2 AND period_starts_at = $3 AND sponsored = FALSE
           AND status = 'active'";

    SAVE = "
        INSERT INTO subscriptions
            (organization_id, status, annual, trial_ends_at, period_starts_at, period_ends_at,
             cancel_at_period_end, sponsored, credit_cents, created_at, revised_at)
        VALUES {rows}
        ON CONFLICT (organization_id) DO UPDATE
           SET status = excluded.status, annual = excluded.annual,
               trial_ends_at = excluded.trial_ends_at,
               period_starts_at = excluded.period_starts_at,
               period_ends_at = excluded.period_ends_at,
               cancel_at_period_end = excluded.cancel_at_period_end,
               sponsored = excluded.sponsored, credit_cents = excluded.credit_cents,
               revised_at = excluded.revised_at";
}

#[derive(FromRow)]
struct SubscriptionRow {
    organization_id: Uuid,
    status: String,
    annual: bool,
    trial_ends_at: Option<DateTime<Utc>>,
    period_starts_at: DateTime<Utc>,
    period_ends_at: DateTime<Utc>,
    cancel_at_period_end: bool,
    sponsored: bool,
    credit_cents: i64,
}

impl TryFrom<SubscriptionRow> for Subscription {
    type Error = StoreError;

    fn try_from(row: SubscriptionRow) -> Result<Self, StoreError> {
        let status = Status::from_word(&row.status)
            .ok_or(StoreError::Inconsistent { table: "subscriptions", id: row.organization_id })?;
        Ok(Self {
            organization: Id::new(row.organization_id),
            status,
            annual: row.annual,
            trial_ends_at: row.trial_ends_at,
            period_starts_at: row.period_starts_at,
            period_ends_at: row.period_ends_at,
            cancel_at_period_end: row.cancel_at_period_end,
            sponsored: row.sponsored,
            credit: Cents(row.credit_cents),
        })
    }
}

impl Tx {
    /// What `organization` pays for; none where a licence says what it may do.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn subscription(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Option<Subscription>, StoreError> {
        let row: Option<SubscriptionRow> = self.optional(FIND, args![organization]).await?;
        row.map(Subscription::try_from).transpose()
    }

    /// What those of `organizations` pay for that pay.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn subscriptions_of(
        &mut self,
        organizations: &[Id<Organization>],
    ) -> Result<Vec<Subscription>, StoreError> {
        let list: Vec<Arg<'_>> = organizations.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<SubscriptionRow> = self.all_in(FIND_MANY, &[], &list).await?;
        rows.into_iter().map(Subscription::try_from).collect()
    }

    /// Paid subscriptions whose period is over, the longest first. They are this unit of work's
    /// alone until it ends, so that what is decided on them here is still true when it is kept.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn claim_due_subscriptions(
        &mut self,
        limit: i64,
        now: DateTime<Utc>,
    ) -> Result<Vec<Subscription>, StoreError> {
        let rows: Vec<SubscriptionRow> = self.all(CLAIM, args![now, limit]).await?;
        rows.into_iter().map(Subscription::try_from).collect()
    }

    /// Notes that the period which began then was not paid; whether it is still the present one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn payment_missing(
        &mut self,
        organization: Id<Organization>,
        period_starts_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(UNPAID, args![now, organization, period_starts_at]).await? == 1)
    }

    /// Keeps subscriptions, new or changed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_subscriptions(
        &mut self,
        subscriptions: &[Subscription],
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let values: Vec<Arg<'_>> = subscriptions
            .iter()
            .flat_map(|it| {
                [
                    Arg::from(it.organization),
                    Arg::from(it.status.word()),
                    Arg::from(it.annual),
                    Arg::from(it.trial_ends_at),
                    Arg::from(it.period_starts_at),
                    Arg::from(it.period_ends_at),
                    Arg::from(it.cancel_at_period_end),
                    Arg::from(it.sponsored),
                    Arg::from(it.credit.0),
                    Arg::from(now),
                    Arg::from(now),
                ]
            })
            .collect();
        self.execute_rows(SAVE, 11, &values).await
    }
}
