//! Paid subscriptions roll into their next period. Sponsored ones are the sponsorships' business.

use domain::billing::{Cents, Status, Subscription};
use store::{StoreError, organizations::OrganizationRecord, outbox::Job};

use crate::{App, ports::Charge};

/// How many are renewed in one unit of work.
const BATCH: i64 = 200;

/// What one period costs.
pub fn price(organization: &OrganizationRecord) -> Cents {
    let given = &organization.entitlements;
    let plan = given.plan.plan();
    let added = given.seats.unwrap_or(0) - plan.base_seats;
    let seats = if plan.extra_seats { added.max(0) * plan.seat_price.0 } else { 0 };
    let storage = plan.storage.map_or(0, |offer| {
        (given.max_storage_gb.unwrap_or(0) - offer.base_gb).max(0) * offer.gb_price.0
    });
    Cents(plan.base_price.0 + seats + storage)
}

impl App {
    /// Renews every paid subscription whose period is over; answers how many those were. What is to
    /// be charged is left to a job of its own, so that a crash neither forgets nor repeats it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn renew_subscriptions(&self) -> Result<u64, StoreError> {
        let mut renewed = 0;
        loop {
            let now = self.now();
            let mut tx = self.db.write().await?;
            let due = tx.claim_due_subscriptions(BATCH, now).await?;
            let mut next: Vec<Subscription> = due.iter().filter_map(|it| it.renewed(now)).collect();
            if next.is_empty() {
                return Ok(renewed);
            }
            let ids: Vec<_> = next.iter().map(|it| it.organization).collect();
            let organizations = tx.organizations(&ids).await?;
            let charges: Vec<Job> =
                next.iter_mut().filter_map(|it| priced(it, &organizations)).collect();
            renewed += tx.save_subscriptions(&next, now).await?;
            let over = next.iter().filter(|it| it.status == Status::Canceled);
            let over: Vec<_> = over.map(|it| it.organization).collect();
            tx.disable_organizations(&over, now).await?;
            tx.enqueue_all(&charges, now).await?;
            tx.commit().await?;
        }
    }

    /// Charges for a period that began. One that cannot be paid is noted, if it is still the present
    /// one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn charge_period(&self, charge: &Charge) -> Result<(), StoreError> {
        let Err(error) = self.ports.payments.charge(charge).await else { return Ok(()) };
        tracing::warn!(payment.key = charge.key(), %error, "a period was not paid");
        let mut tx = self.db.write().await?;
        tx.payment_missing(charge.organization, charge.period_starts_at, self.now()).await?;
        tx.commit().await
    }
}

/// The job that charges for the period `subscription` enters, less its credit, which is used up; none
/// when nothing is left to pay.
fn priced(subscription: &mut Subscription, organizations: &[OrganizationRecord]) -> Option<Job> {
    let found = organizations.iter().find(|it| it.id == subscription.organization)?;
    if subscription.status == Status::Canceled {
        return None;
    }
    let amount = price(found);
    let credit = subscription.credit.0.min(amount.0).max(0);
    subscription.credit = Cents(subscription.credit.0 - credit);
    let due = amount.0 - credit;
    let payload = serde_json::json!({
        "periodStartsAt": subscription.period_starts_at,
        "cents": due,
    });
    (due > 0).then(|| {
        Job::about("billing.charge", subscription.organization.uuid()).with(payload.to_string())
    })
}
