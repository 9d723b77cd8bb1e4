//! What a cloud organization pays for, and until when.

use chrono::{DateTime, Months, TimeDelta, Utc};

use super::{Cents, plans::PlanType};
use crate::{id::Id, organizations::Organization};

/// Whether a subscription is in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Being tried, free of charge.
    Trialing,
    /// Paid.
    Active,
    /// A payment is missing.
    PastDue,
    /// Over.
    Canceled,
}

impl Status {
    /// The protocol's word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
        }
    }

    /// The status of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "trialing" => Self::Trialing,
            "active" => Self::Active,
            "past_due" => Self::PastDue,
            "canceled" => Self::Canceled,
            _ => return None,
        })
    }
}

/// What a cloud organization pays for, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Whose.
    pub organization: Id<Organization>,
    /// Whether it is in order.
    pub status: Status,
    /// Paid by the year, not by the month.
    pub annual: bool,
    /// Until when it is tried, if it ever was.
    pub trial_ends_at: Option<DateTime<Utc>>,
    /// When the present period began.
    pub period_starts_at: DateTime<Utc>,
    /// When the present period ends.
    pub period_ends_at: DateTime<Utc>,
    /// It ends with the period.
    pub cancel_at_period_end: bool,
    /// Another organization gives it: the price is zero.
    pub sponsored: bool,
    /// What is left of payments made too much.
    pub credit: Cents,
}

impl Subscription {
    /// A new subscription to `plan`: paid plans begin with their trial, unless it is skipped.
    pub fn start(
        organization: Id<Organization>,
        plan: PlanType,
        with_trial: bool,
        now: DateTime<Utc>,
    ) -> Self {
        let plan = plan.plan();
        let trial = if with_trial { plan.trial_days } else { 0 };
        let trial_ends_at = (trial > 0).then(|| now + TimeDelta::days(trial));
        Self {
            organization,
            status: if trial_ends_at.is_some() { Status::Trialing } else { Status::Active },
            annual: plan.annual,
            trial_ends_at,
            period_starts_at: now,
            period_ends_at: trial_ends_at.unwrap_or_else(|| next(now, plan.annual)),
            cancel_at_period_end: false,
            sponsored: false,
            credit: Cents(0),
        }
    }

    /// What becomes of it when its period is over at `now`: another period, or its end. Several
    /// periods may have passed while nobody looked. None while the period lasts.
    #[must_use]
    pub fn renewed(&self, now: DateTime<Utc>) -> Option<Self> {
        if now < self.period_ends_at || self.status == Status::Canceled {
            return None;
        }
        let mut renewed = self.clone();
        if self.cancel_at_period_end {
            renewed.status = Status::Canceled;
            return Some(renewed);
        }
        renewed.status = Status::Active;
        while renewed.period_ends_at <= now {
            let end = next(renewed.period_ends_at, self.annual);
            if end <= renewed.period_ends_at {
                return None;
            }
            renewed.period_starts_at = renewed.period_ends_at;
            renewed.period_ends_at = end;
        }
        Some(renewed)
    }
}

fn next(from: DateTime<Utc>, annual: bool) -> DateTime<Utc> {
    from.checked_add_months(Months::new(if annual { 12 } else { 1 })).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::{Status, Subscription};
    use crate::{billing::PlanType, id::Id};

    fn day(text: &str) -> DateTime<Utc> {
        format!("{text}T00:00:00Z").parse().unwrap()
    }

    fn started(plan: PlanType, with_trial: bool) -> Subscription {
        Subscription::start(Id::new(Uuid::nil()), plan, with_trial, day("2030-01-31"))
    }

    #[test]
    fn paid_plans_begin_with_a_trial_unless_it_is_skipped() {
        let cases = [
            ("free", PlanType::Free, true, Status::Active, "2030-02-28"),
            ("families", PlanType::FamiliesAnnually, true, Status::Trialing, "2030-02-07"),
            ("families, paid", PlanType::FamiliesAnnually, false, Status::Active, "2031-01-31"),
            ("monthly, paid", PlanType::TeamsMonthly, false, Status::Active, "2030-02-28"),
        ];
        for (case, plan, with_trial, status, end) in cases {
            let found = started(plan, with_trial);
            assert_eq!((found.status, found.period_ends_at), (status, day(end)), "{case}");
        }
    }

    #[test]
    fn a_period_rolls_when_it_is_over() {
        let yearly = started(PlanType::EnterpriseAnnually, false);
        let ending = Subscription { cancel_at_period_end: true, ..yearly.clone() };
        let over = Subscription { status: Status::Canceled, ..yearly.clone() };
        let trial = started(PlanType::EnterpriseAnnually, true);
        let cases = [
            ("while it lasts", &yearly, "2031-01-30", None),
            ("at its end", &yearly, "2031-01-31", Some((Status::Active, "2032-01-31"))),
            ("years later", &yearly, "2033-03-01", Some((Status::Active, "2034-01-31"))),
            ("after the trial", &trial, "2030-02-07", Some((Status::Active, "2031-02-07"))),
            ("cancelled", &ending, "2031-01-31", Some((Status::Canceled, "2031-01-31"))),
            ("over", &over, "2033-01-31", None),
        ];
        for (case, subscription, now, expected) in cases {
            let renewed = subscription.renewed(day(now));
            let found = renewed.map(|it| (it.status, it.period_ends_at));
            assert_eq!(found, expected.map(|(status, end)| (status, day(end))), "{case}");
        }
    }
}
