//! When an item was changed last, and for how long one in the trash is kept.

use chrono::{DateTime, TimeDelta, Utc};

/// For how long an item stays in the trash.
pub const TRASH: TimeDelta = TimeDelta::days(30);

/// Clients keep fewer digits of a moment than we do.
const TOLERANCE: TimeDelta = TimeDelta::seconds(1);

/// Whether a change that was made from the item of `known` may replace the one of `kept`. Clients
/// that do not say which they had are believed.
pub fn is_current(kept: DateTime<Utc>, known: Option<DateTime<Utc>>) -> bool {
    known.is_none_or(|known| (kept - known).abs() <= TOLERANCE)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::is_current;

    #[test]
    fn a_change_is_made_from_the_item_as_it_is() {
        let kept: DateTime<Utc> = "2030-01-01T12:00:00.123456Z".parse().unwrap();
        let cases = [
            ("the same", Some(TimeDelta::zero()), true),
            ("with fewer digits", Some(TimeDelta::microseconds(-456)), true),
            ("a second before", Some(TimeDelta::seconds(-1)), true),
            ("more than a second before", Some(TimeDelta::milliseconds(-1001)), false),
            ("of the future", Some(TimeDelta::seconds(2)), false),
            ("not said", None, true),
        ];
        for (case, known, expected) in cases {
            assert_eq!(is_current(kept, known.map(|by| kept + by)), expected, "{case}");
        }
    }
}
