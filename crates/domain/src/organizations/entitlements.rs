//! What an organization is entitled to: by its plan on the cloud, by its licence elsewhere.

use super::Features;
use crate::billing::{PlanType, Tier};

/// What an organization is entitled to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entitlements {
    /// The plan.
    pub plan: PlanType,
    /// What it may use.
    pub features: Features,
    /// How many seats it has; none is no limit.
    pub seats: Option<i64>,
    /// The most collections; none is no limit.
    pub max_collections: Option<i64>,
    /// How much it may store, in GB; none is nothing.
    pub max_storage_gb: Option<i64>,
}

impl Entitlements {
    /// What `plan` gives with so many seats and GB added.
    pub fn of(plan: PlanType, added_seats: i64, added_storage_gb: i64) -> Self {
        let offer = plan.plan();
        let added_seats = if offer.extra_seats { added_seats.max(0) } else { 0 };
        Self {
            plan,
            features: offer.features,
            seats: Some(offer.base_seats + added_seats),
            max_collections: offer.max_collections,
            max_storage_gb: offer.storage.map(|it| it.base_gb + added_storage_gb.max(0)),
        }
    }

    /// What kind of customer the plan is for.
    pub const fn tier(&self) -> Tier {
        self.plan.tier()
    }
}

#[cfg(test)]
mod tests {
    use super::Entitlements;
    use crate::billing::PlanType;

    #[test]
    fn seats_are_added_where_the_plan_sells_them() {
        let cases = [
            (PlanType::Free, 5, Some(2)),
            (PlanType::FamiliesAnnually, 5, Some(6)),
            (PlanType::TeamsMonthly, 5, Some(5)),
            (PlanType::TeamsAnnually2019, 5, Some(10)),
            (PlanType::EnterpriseAnnually, -3, Some(0)),
        ];
        for (plan, added, seats) in cases {
            assert_eq!(Entitlements::of(plan, added, 0).seats, seats, "{plan:?}");
        }
    }
}
