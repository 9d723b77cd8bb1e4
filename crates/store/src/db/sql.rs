//! Statements: named, listed for the test that prepares them all, and widened for many rows.

use std::fmt::Write as _;

/// A statement. [`statements!`] alone makes them, so that none escapes the test that prepares all.
///
/// Two marks widen it for bulk work: `{list}` becomes `$n, $n+1, …` after the fixed arguments, and
/// `{rows}` becomes `($1, $2), ($3, $4), …`.
#[derive(Debug, Clone, Copy)]
pub struct Sql(pub(crate) &'static str);

/// Names the statements of a room and lists them for the test. What several share is a macro that
/// expands to their text.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)+) => {
        $($(#[$doc])* const $name: crate::db::Sql = crate::db::Sql($text);)+
        #[cfg(test)]
        pub(crate) const ALL: &[crate::db::Sql] = &[$($name),+];
    };
}
pub(crate) use statements;

impl Sql {
    /// The text with `{list}` standing for `count` values after `fixed` arguments.
    pub(crate) fn listing(self, fixed: usize, count: usize) -> String {
        let mut list = String::new();
        for n in 1..=count {
            let comma = if n == 1 { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(list, "{comma}${}", fixed + n);
        }
        self.0.replace("{list}", &list)
    }

    /// The text with `{rows}` standing for `count` rows of `width` values.
    pub(crate) fn spreading(self, width: usize, count: usize) -> String {
        let mut rows = String::new();
        for row in 0..count {
            rows.push_str(if row == 0 { "(" } else { ", (" });
            for column in 1..=width {
                let comma = if column == 1 { "" } else { ", " };
                let _ = write!(rows, "{comma}${}", row * width + column);
            }
            rows.push(')');
        }
        self.0.replace("{rows}", &rows)
    }
}
