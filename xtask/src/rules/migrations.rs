//! A migration says what it is for; one for a single engine says why, and has its twin.

use anyhow::Result;

use super::Breach;
use crate::workspace;

const FOLDER: &str = "crates/store/migrations/";
/// What `cargo xtask db new` writes for the author to replace.
pub const PLACEHOLDER: &str = "-- (what changes, and why)";

pub fn check() -> Result<Vec<Breach>> {
    let files: Vec<String> =
        workspace::files()?.into_iter().filter(|file| file.starts_with(FOLDER)).collect();
    Ok(files.iter().flat_map(|file| judge(file, &workspace::text(file), &files)).collect())
}

fn judge(file: &str, text: &str, all: &[String]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let first = text.lines().next().unwrap_or_default();
    let explained = first.strip_prefix("--").is_some_and(|words| words.trim().len() > 10);
    if !explained || first == PLACEHOLDER {
        breaches.push(Breach::new(
            &format!("{file}:1"),
            "does not explain itself",
            "begin it with `-- ` and a sentence: what changes, and why",
        ));
    }
    for (own, other) in [(".sqlite.sql", ".postgres.sql"), (".postgres.sql", ".sqlite.sql")] {
        let Some(name) = file.strip_suffix(own) else { continue };
        let twin = format!("{name}{other}");
        if !all.contains(&twin) {
            breaches.push(Breach::new(
                file,
                "is for one engine and has no twin for the other",
                format!("write {twin}, even if all it says is why there is nothing to do"),
            ));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::{PLACEHOLDER, judge};

    #[test]
    fn a_migration_begins_with_its_reason() {
        let all: Vec<String> =
            ["m/0001_a.sql", "m/0002_b.sqlite.sql", "m/0002_b.postgres.sql", "m/0003_c.sqlite.sql"]
                .map(String::from)
                .to_vec();
        let cases = [
            ("explained", "m/0001_a.sql", "-- People and their devices.\n", 0),
            ("bare", "m/0001_a.sql", "CREATE TABLE a (id UUID);\n", 1),
            ("as it was made", "m/0001_a.sql", PLACEHOLDER, 1),
            ("a pair", "m/0002_b.sqlite.sql", "-- Parted by month there only.\n", 0),
            ("half a pair", "m/0003_c.sqlite.sql", "-- Parted by month there only.\n", 1),
        ];
        for (case, file, text, breaches) in cases {
            assert_eq!(judge(file, text, &all).len(), breaches, "{case}");
        }
    }
}
