//! Every name a setting goes by, and the nearest one to a name nobody knows.

use super::setting::Setting;
use super::{admin, cloud, database, listen, log, mail, server, tls};

/// The sections, in the order of the reference.
pub const SECTIONS: &[&[Setting]] = &[
    server::SETTINGS,
    listen::SETTINGS,
    tls::SETTINGS,
    database::SETTINGS,
    cloud::SETTINGS,
    mail::SETTINGS,
    admin::SETTINGS,
    log::SETTINGS,
];

/// Names of other servers' guides that mean nothing here: accepted, and said to have no effect.
pub const WITHOUT_EFFECT: &[&str] = &[
    "globalSettings__baseServiceUri__api",
    "globalSettings__baseServiceUri__identity",
    "globalSettings__baseServiceUri__admin",
    "globalSettings__baseServiceUri__notifications",
    "globalSettings__licenseDirectory",
    "globalSettings__selfHosted",
];

/// Every setting.
pub fn all() -> impl Iterator<Item = &'static Setting> {
    SECTIONS.iter().copied().flatten()
}

/// The setting of that `section.key`.
pub fn by_key(key: &str) -> Option<&'static Setting> {
    all().find(|setting| setting.key == key)
}

/// The setting an environment variable means, whatever the case of its letters.
pub fn by_variable(name: &str) -> Option<&'static Setting> {
    all().find(|setting| {
        setting.variable().eq_ignore_ascii_case(name)
            || setting.documented.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// The `section.key` nearest to a wrong one.
pub fn nearest_key(wrong: &str) -> Option<String> {
    nearest(wrong, all().map(|setting| setting.key.to_owned()))
}

/// The name of a variable nearest to a wrong one.
pub fn nearest_variable(wrong: &str) -> Option<String> {
    let documented = all().flat_map(|s| s.documented).map(|name| (*name).to_owned());
    nearest(wrong, all().map(Setting::variable).chain(documented))
}

fn nearest(wrong: &str, known: impl Iterator<Item = String>) -> Option<String> {
    // A name that shares less than half its letters is not what was meant.
    let limit = wrong.chars().count().div_ceil(2);
    let scored = known.map(|name| (distance(&wrong.to_lowercase(), &name.to_lowercase()), name));
    scored.filter(|(far, _)| *far <= limit).min_by_key(|(far, _)| *far).map(|(_, name)| name)
}

/// How many letters must be put in, taken out or replaced to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.chars().enumerate() {
        let mut left = row + 1;
        let mut line = vec![left];
        for (other, pair) in b.iter().zip(above.windows(2)) {
            let (diagonal, up) = (pair.first().copied(), pair.last().copied());
            let replaced = diagonal.unwrap_or(0) + usize::from(*other != letter);
            left = replaced.min(left + 1).min(up.unwrap_or(0) + 1);
            line.push(left);
        }
        above = line;
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_single_letters() {
        let cases =
            [("", "", 0), ("abc", "", 3), ("", "abc", 3), ("vault", "valut", 2), ("a", "b", 1)];
        for (a, b, expected) in cases {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn no_two_settings_share_a_name() {
        let mut names: Vec<String> = all()
            .flat_map(|s| s.documented.iter().map(|d| d.to_lowercase()).chain([s.key.to_owned()]))
            .chain(WITHOUT_EFFECT.iter().map(|name| name.to_lowercase()))
            .collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
