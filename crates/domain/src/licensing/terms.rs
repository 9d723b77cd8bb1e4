//! How long a licence of the cloud lasts.

use chrono::{DateTime, Months, TimeDelta, Utc};

use crate::billing::{Status, Subscription};

/// How long an organization that pays by the year has after the day it should have paid again.
pub const GRACE: TimeDelta = TimeDelta::days(60);

/// How long a licence lasts that nothing was paid for.
const UNPAID: TimeDelta = TimeDelta::days(7);

/// When a newer licence should be fetched.
const REFRESH: TimeDelta = TimeDelta::days(30);

/// Periods longer than this are years.
const LONG_PERIOD: TimeDelta = TimeDelta::days(180);

/// How much longer than the licence its token lasts, so that the licence always ends first.
pub const TOKEN_MARGIN: TimeDelta = TimeDelta::days(30);

/// How long a licence lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// When a newer one should be fetched.
    pub refresh_at: DateTime<Utc>,
    /// When the organization should have been paid for again.
    pub expires_without_grace_at: Option<DateTime<Utc>>,
    /// Whether it is only being tried.
    pub trial: bool,
}

/// How long the licence of an organization lasts that is issued at `now`. `ends_at` is when the
/// organization itself ends, if it does.
pub fn terms(
    subscription: Option<&Subscription>,
    ends_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Terms {
    let plain =
        |at, trial| Terms { expires_at: at, refresh_at: at, expires_without_grace_at: None, trial };
    let Some(subscription) = subscription else {
        return plain(ends_at.unwrap_or(now + UNPAID), ends_at.is_none());
    };
    if subscription.status == Status::Trialing {
        let end = subscription.trial_ends_at.unwrap_or(subscription.period_ends_at);
        return plain(end, true);
    }
    if let Some(over) = ends_at.filter(|end| *end < now) {
        return plain(over, false);
    }
    let period = subscription.period_ends_at - subscription.period_starts_at;
    if period > LONG_PERIOD {
        return Terms {
            expires_at: subscription.period_ends_at + GRACE,
            refresh_at: now + REFRESH,
            expires_without_grace_at: Some(subscription.period_ends_at),
            trial: false,
        };
    }
    let end = match ends_at {
        Some(end) => later(end, 11),
        None => later(now, 12),
    };
    // A licence that is long overdue is fetched anew; the rest last until their end.
    let refresh_at = if end < now - REFRESH { now + REFRESH } else { end };
    Terms { refresh_at, ..plain(end, false) }
}

fn later(from: DateTime<Utc>, months: u32) -> DateTime<Utc> {
    from.checked_add_months(Months::new(months)).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use uuid::Uuid;

    use super::terms;
    use crate::{
        billing::{PlanType, Status, Subscription},
        id::Id,
    };

    fn day(text: &str) -> DateTime<Utc> {
        format!("{text}T00:00:00Z").parse().unwrap()
    }

    #[test]
    fn a_licence_lasts_as_long_as_the_table_says() {
        let now = day("2030-01-01");
        let start = |plan, trial| Subscription::start(Id::new(Uuid::nil()), plan, trial, now);
        let yearly = start(PlanType::EnterpriseAnnually, false);
        let tried = start(PlanType::EnterpriseAnnually, true);
        let monthly = start(PlanType::EnterpriseMonthly, false);
        let late = Subscription { status: Status::PastDue, ..yearly.clone() };
        let trial_end = now + TimeDelta::days(7);
        let ten_days_on = now + TimeDelta::days(10);
        let month = now + TimeDelta::days(30);
        let year_and_grace = day("2031-01-01") + TimeDelta::days(60);
        let cases = [
            ("nothing paid, no end", None, None, (trial_end, trial_end, None, true)),
            (
                "nothing paid, an end",
                None,
                Some(ten_days_on),
                (ten_days_on, ten_days_on, None, false),
            ),
            ("being tried", Some(&tried), None, (trial_end, trial_end, None, true)),
            (
                "over",
                Some(&yearly),
                Some(day("2029-12-01")),
                (day("2029-12-01"), day("2029-12-01"), None, false),
            ),
            (
                "by the year",
                Some(&yearly),
                None,
                (year_and_grace, month, Some(day("2031-01-01")), false),
            ),
            (
                "by the year, a payment is missing",
                Some(&late),
                Some(day("2031-01-01")),
                (year_and_grace, month, Some(day("2031-01-01")), false),
            ),
            (
                "by the month",
                Some(&monthly),
                None,
                (day("2031-01-01"), day("2031-01-01"), None, false),
            ),
            (
                "by the month, with an end",
                Some(&monthly),
                Some(day("2030-02-01")),
                (day("2031-01-01"), day("2031-01-01"), None, false),
            ),
        ];
        for (case, subscription, ends_at, expected) in cases {
            let found = terms(subscription, ends_at, now);
            let found =
                (found.expires_at, found.refresh_at, found.expires_without_grace_at, found.trial);
            assert_eq!(found, expected, "{case}");
        }
    }
}
