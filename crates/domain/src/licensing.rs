//! Installations and the licences they hold.

pub mod fit;
mod license;
pub mod personal;
mod standing;
pub mod terms;
pub mod verify;

pub use fit::{Misfit, Usage, misfits};
pub use license::{License, LicenseKind};
pub use personal::{Holder, PersonalLicense, personal_terms, verify_personal};
pub use standing::ServerStanding;
pub use terms::{Terms, terms};
pub use verify::{Flaw, Proof, TokenProof, verify};

use chrono::{DateTime, Utc};

/// A self-hosted server, as the cloud knows it.
#[derive(Debug, Clone, Copy)]
pub struct Installation;

/// The versions of the licence document this server reads, when there is no token in it.
pub const VERSIONS: std::ops::RangeInclusive<i64> = 1..=16;

/// How many days before its end people are told, the farthest first.
pub const NOTICES: [i64; 4] = [30, 14, 7, 1];

/// The notice that is due: the smallest number of days the end is within, if it was not given yet.
pub fn notice_due(
    expires_at: DateTime<Utc>,
    given: Option<i64>,
    now: DateTime<Utc>,
) -> Option<i64> {
    if expires_at <= now {
        return None;
    }
    let within = |days: &i64| expires_at - now <= chrono::TimeDelta::days(*days);
    let due = NOTICES.iter().copied().filter(within).min()?;
    given.is_none_or(|given| due < given).then_some(due)
}

/// What stays possible in an organization whose licence ran out, besides reading: to leave, to
/// renew, and to bring the connection to the cloud in order.
const OPEN_WHEN_EXPIRED: &[&str] = &[
    "organization.see",
    "organization.view",
    "organization.leave",
    "organization.delete",
    "billing.view",
    "billing.manage",
    "license.manage",
    "installations.manage",
    "api-keys.manage",
    "connections.manage",
    "sync.view",
    "sync.now",
];

/// Whether the action of that name may change an organization whose licence ran out.
pub fn is_open_when_expired(action: &str) -> bool {
    OPEN_WHEN_EXPIRED.contains(&action)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::{OPEN_WHEN_EXPIRED, notice_due};
    use crate::authz::TABLE;

    #[test]
    fn each_notice_is_due_once_and_late_ones_are_skipped() {
        let now: DateTime<Utc> = "2030-01-01T00:00:00Z".parse().unwrap();
        let cases = [
            ("far away", 31, None, None),
            ("a month before", 30, None, Some(30)),
            ("again", 29, Some(30), None),
            ("two weeks before", 14, Some(30), Some(14)),
            ("never told, a week before", 6, None, Some(7)),
            ("the day before", 1, Some(7), Some(1)),
            ("told everything", 1, Some(1), None),
            ("over", 0, Some(7), None),
            ("long over", -5, None, None),
        ];
        for (case, days, given, expected) in cases {
            assert_eq!(notice_due(now + TimeDelta::days(days), given, now), expected, "{case}");
        }
    }

    #[test]
    fn what_stays_open_is_in_the_table() {
        for name in OPEN_WHEN_EXPIRED {
            assert!(TABLE.iter().any(|(action, _)| action == name), "{name}");
        }
    }
}
