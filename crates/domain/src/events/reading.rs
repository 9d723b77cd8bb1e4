//! Which part of the event log is read: from when to when, and where a page begins.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

/// How far back the log is read when nobody says otherwise.
const USUAL: TimeDelta = TimeDelta::days(30);
/// The longest part that is read at once.
const LONGEST: TimeDelta = TimeDelta::days(367);

/// A part of the log, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when.
    pub start: DateTime<Utc>,
    /// To when.
    pub end: DateTime<Utc>,
}

/// The part of the log that is asked for cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRange {
    /// It is too long.
    #[error("At most 367 days can be read at once.")]
    TooLong,
    /// That is no date.
    #[error("A date is written like 2030-01-31T12:00:00Z.")]
    NoDate,
}

impl Span {
    /// From `start` to `end`, in either order; without them, the last 30 days to the end of today.
    ///
    /// # Errors
    ///
    /// [`BadRange::TooLong`] when that is more than 367 days.
    pub fn new(
        start: Option<DateTime<Utc>>,
        end: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Self, BadRange> {
        let end = end.unwrap_or_else(|| end_of(now.date_naive()));
        let start = start.unwrap_or(end - USUAL);
        let (start, end) = if start <= end { (start, end) } else { (end, start) };
        if end - start > LONGEST {
            return Err(BadRange::TooLong);
        }
        Ok(Self { start, end })
    }
}

/// The last microsecond of a day.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    next.and_time(NaiveTime::MIN).and_utc() - TimeDelta::microseconds(1)
}

/// The moment clients write as `text`; without an offset it is UTC, and a day alone is its `last`
/// or its first moment.
///
/// # Errors
///
/// [`BadRange::NoDate`] when it is none, or lies outside the years the database keeps.
pub fn moment(text: &str, last: bool) -> Result<DateTime<Utc>, BadRange> {
    // A plus sign in an address is read as a space.
    let text = text.trim().replace(' ', "+");
    let day = || {
        let day = text.parse::<NaiveDate>().ok()?;
        Some(if last { end_of(day) } else { day.and_time(NaiveTime::MIN).and_utc() })
    };
    let plain = || {
        let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
        let found = formats.iter().find_map(|f| NaiveDateTime::parse_from_str(&text, f).ok());
        found.map(|moment| moment.and_utc())
    };
    let whole = || text.parse::<DateTime<Utc>>().ok();
    let found = whole().or_else(plain).or_else(day).ok_or(BadRange::NoDate)?;
    let year = found.format("%Y").to_string().parse::<i64>().unwrap_or(0);
    if (1970..=9998).contains(&year) { Ok(found) } else { Err(BadRange::NoDate) }
}

/// A place in the log: what comes after it, going back in time, is the next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// When the last event of the page happened.
    pub at: DateTime<Utc>,
    /// Which it was.
    pub id: Uuid,
}

impl Place {
    /// Before everything in `span`, seen from its end.
    pub const fn first(span: Span) -> Self {
        Self { at: span.end, id: Uuid::max() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{}", self.at.timestamp_micros(), self.id.simple())
    }
}

/// The text is no [`Place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The continuation token is not one of this server's.")]
pub struct NoPlace;

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        if text.len() != 48 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoPlace);
        }
        let (at, id) = text.split_at_checked(16).ok_or(NoPlace)?;
        let at = i64::from_str_radix(at, 16).map_err(|_| NoPlace)?;
        let at = DateTime::from_timestamp_micros(at).ok_or(NoPlace)?;
        // Only what the database keeps can be the time of an event.
        let kept = (0..=253_000_000_000_i64).contains(&at.timestamp());
        kept.then_some(()).ok_or(NoPlace)?;
        Ok(Self { at, id: Uuid::parse_str(id).map_err(|_| NoPlace)? })
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{BadRange, Place, Span, moment};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_span_is_a_month_unless_told_otherwise_and_a_year_at_most() {
        let now = at("2030-06-15T12:00:00Z");
        let day = |n| now + TimeDelta::days(n);
        let today = at("2030-06-15T23:59:59.999999Z");
        let cases = [
            ("neither", None, None, Ok((today - TimeDelta::days(30), today))),
            ("in order", Some(day(-2)), Some(day(-1)), Ok((day(-2), day(-1)))),
            ("swapped", Some(day(-1)), Some(day(-2)), Ok((day(-2), day(-1)))),
            ("the longest", Some(day(-367)), Some(now), Ok((day(-367), now))),
            ("too long", Some(day(-368)), Some(now), Err(BadRange::TooLong)),
        ];
        for (case, start, end, wanted) in cases {
            let found = Span::new(start, end, now).map(|span| (span.start, span.end));
            assert_eq!(found, wanted, "{case}");
        }
    }

    #[test]
    fn moments_are_read_as_clients_write_them() {
        let cases = [
            ("2030-01-31T12:00:00.000Z", false, "2030-01-31T12:00:00Z"),
            ("2030-01-31T12:00:00 01:00", false, "2030-01-31T11:00:00Z"),
            ("2030-01-31T12:00:00", false, "2030-01-31T12:00:00Z"),
            ("2030-01-31T12:00", false, "2030-01-31T12:00:00Z"),
            ("2030-01-31", false, "2030-01-31T00:00:00Z"),
            ("2030-01-31", true, "2030-01-31T23:59:59.999999Z"),
        ];
        for (text, last, wanted) in cases {
            assert_eq!(moment(text, last).unwrap(), at(wanted), "{text}");
        }
        for text in ["", "yesterday", "2030-13-01", "+262142-12-31", "0000-01-01"] {
            assert_eq!(moment(text, true), Err(BadRange::NoDate), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_read_or_refused(text in "\\PC{0,60}") {
            let _ = text.parse::<Place>();
            let _ = moment(&text, true);
        }

        #[test]
        fn what_looks_like_a_place_is_one_or_refused(text in "[0-9a-fA-F]{48}") {
            if let Ok(place) = text.parse::<Place>() {
                prop_assert_eq!(place.to_string(), text.to_lowercase());
            }
        }

        #[test]
        fn a_place_survives_the_way_to_the_client(micros in 0..250_000_000_000_000_000_i64, id: u128) {
            let at = DateTime::from_timestamp_micros(micros).unwrap();
            let place = Place { at, id: Uuid::from_u128(id) };
            prop_assert_eq!(place.to_string().parse::<Place>(), Ok(place));
        }

        #[test]
        fn dates_of_any_kind_make_a_span_or_are_refused(
            start in "[0-9]{4}-[0-9]{2}-[0-9]{2}", end in "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        ) {
            let now = at("2030-06-15T12:00:00Z");
            let _ = Span::new(moment(&start, false).ok(), moment(&end, true).ok(), now);
        }
    }
}
