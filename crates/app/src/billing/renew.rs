//! Paid subscriptions roll into their next period. Sponsored ones are the sponsorships' business.

use domain::billing::{Cents, Status, Subscription};
use store::{StoreError, organizations::OrganizationRecord};

use crate::App;

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
    /// Renews every paid subscription whose period is over; answers how many those were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn renew_subscriptions(&self) -> Result<u64, StoreError> {
        let mut renewed = 0;
        loop {
            let now = self.now();
            let mut tx = self.db.read().await?;
            let due = tx.due_subscriptions(false, BATCH, now).await?;
            let ids: Vec<_> = due.iter().map(|it| it.organization).collect();
            let organizations = tx.organizations(&ids).await?;
            drop(tx);
            let mut next: Vec<Subscription> = Vec::with_capacity(due.len());
            for subscription in due.iter().filter_map(|it| it.renewed(now)) {
                next.push(self.charged(subscription, &organizations).await);
            }
            if next.is_empty() {
                return Ok(renewed);
            }
            let mut tx = self.db.write().await?;
            renewed += tx.save_subscriptions(&next, now).await?;
            for ended in next.iter().filter(|it| it.status == Status::Canceled) {
                tx.enable_organization(ended.organization, false, now).await?;
            }
            tx.commit().await?;
        }
    }

    /// `subscription`, once the period it enters was charged for, or a payment is missing.
    async fn charged(
        &self,
        mut subscription: Subscription,
        organizations: &[OrganizationRecord],
    ) -> Subscription {
        let found = organizations.iter().find(|it| it.id == subscription.organization);
        let amount = found.map_or(Cents(0), price);
        if subscription.status == Status::Canceled || amount == Cents(0) {
            return subscription;
        }
        let credit = subscription.credit.0.min(amount.0).max(0);
        subscription.credit = Cents(subscription.credit.0 - credit);
        let due = Cents(amount.0 - credit);
        if due > Cents(0)
            && self.ports.payments.charge(subscription.organization, due).await.is_err()
        {
            subscription.status = Status::PastDue;
        }
        subscription
    }
}
