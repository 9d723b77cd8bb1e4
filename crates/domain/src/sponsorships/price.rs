//! What a sponsorship does to the price of a Families organization.

use chrono::{DateTime, Months, Utc};

use crate::billing::{Cents, Status, Subscription};

/// `before`, free from `now` on. The period goes on, and what was paid for the rest of it becomes
/// credit; without one in hand, a year begins.
pub fn sponsored(before: &Subscription, price: Cents, now: DateTime<Utc>) -> Subscription {
    let mut free = before.clone();
    free.sponsored = true;
    free.status = Status::Active;
    free.cancel_at_period_end = false;
    let running = before.status == Status::Active && before.period_ends_at > now;
    if !running {
        free.period_starts_at = now;
        free.period_ends_at = now.checked_add_months(Months::new(12)).unwrap_or(now);
        return free;
    }
    let whole = (before.period_ends_at - before.period_starts_at).num_seconds().max(1);
    let rest = (before.period_ends_at - now).num_seconds().clamp(0, whole);
    if !before.sponsored {
        free.credit = Cents(before.credit.0 + price.0 * rest / whole);
    }
    free
}

/// `before`, at its price again from the end of its period on.
pub fn paid_again(before: &Subscription, now: DateTime<Utc>) -> Subscription {
    let mut paid = before.clone();
    paid.sponsored = false;
    paid.renewed(now).unwrap_or(paid)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::{paid_again, sponsored};
    use crate::{
        billing::{Cents, PlanType, Status, Subscription},
        id::Id,
    };

    fn day(text: &str) -> DateTime<Utc> {
        format!("{text}T00:00:00Z").parse().unwrap()
    }

    fn paid() -> Subscription {
        let plan = PlanType::FamiliesAnnually;
        Subscription::start(Id::new(Uuid::nil()), plan, false, day("2030-01-01"))
    }

    #[test]
    fn what_was_paid_for_the_rest_of_the_period_becomes_credit() {
        let trial = Subscription { status: Status::Trialing, ..paid() };
        let gone = Subscription { status: Status::Canceled, ..paid() };
        let free = Subscription { sponsored: true, ..paid() };
        let cases = [
            ("paid today", paid(), "2030-01-01", 3650, "2031-01-01"),
            ("a fifth is used", paid(), "2030-03-15", 2920, "2031-01-01"),
            ("being tried", trial, "2030-01-03", 0, "2031-01-03"),
            ("canceled", gone, "2030-05-01", 0, "2031-05-01"),
            ("free already", free, "2030-03-15", 0, "2031-01-01"),
            ("overdue", paid(), "2031-02-01", 0, "2032-02-01"),
        ];
        for (case, before, now, credit, until) in cases {
            let after = sponsored(&before, Cents(3650), day(now));
            assert!(after.sponsored && after.status == Status::Active, "{case}");
            assert_eq!((after.credit, after.period_ends_at), (Cents(credit), day(until)), "{case}");
        }
    }

    #[test]
    fn a_sponsorship_that_ended_is_paid_for_from_the_next_period_on() {
        let free = Subscription { sponsored: true, ..paid() };
        let after = paid_again(&free, day("2031-01-01"));
        assert!(!after.sponsored);
        assert_eq!(after.period_ends_at, day("2032-01-01"));
    }
}
