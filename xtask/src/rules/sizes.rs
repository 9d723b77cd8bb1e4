//! A file has one subject, and so a length one can read.

use std::path::Path;

use anyhow::Result;

use super::Breach;
use crate::workspace;

const LONGEST: usize = 600;

pub fn check() -> Result<Vec<Breach>> {
    let files = workspace::files()?;
    Ok(files.iter().filter_map(|file| judge(file, &workspace::text(file))).collect())
}

fn judge(file: &str, text: &str) -> Option<Breach> {
    let extension = Path::new(file).extension()?.to_str()?;
    if !["rs", "ts", "tsx", "sql"].contains(&extension) || workspace::is_generated(file) {
        return None;
    }
    let lines = text.lines().count();
    (lines >= LONGEST).then(|| {
        Breach::new(
            file,
            format!("has {lines} lines; fewer than {LONGEST} are allowed"),
            "give each of its subjects a file of its own",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn code_is_measured_and_what_programs_write_is_not() {
        let long = "line\n".repeat(600);
        let short = "line\n".repeat(599);
        let cases = [
            ("a.rs", &long, true),
            ("a.rs", &short, false),
            ("a.sql", &long, true),
            ("web/src/api/schema.gen.ts", &long, false),
            ("fixtures/wire/a.ts", &long, false),
            ("docs/a.md", &long, false),
        ];
        for (file, text, refused) in cases {
            assert_eq!(judge(file, text).is_some(), refused, "{file}");
        }
    }
}
