//! A file's name says what is in it.

use std::path::Path;

use anyhow::Result;

use super::Breach;
use crate::workspace;

const VAGUE: &[&str] = &["utils", "util", "common", "helpers", "helper", "shared", "misc"];

pub fn check() -> Result<Vec<Breach>> {
    Ok(workspace::files()?.iter().filter_map(|file| judge(file)).collect())
}

fn judge(file: &str) -> Option<Breach> {
    let path = Path::new(file);
    let extension = path.extension()?.to_str()?;
    if !["rs", "ts", "tsx"].contains(&extension) {
        return None;
    }
    let stem = path.file_stem()?.to_str()?;
    if stem == "mod" && extension == "rs" {
        return Some(Breach::new(
            file,
            "is a mod.rs",
            "name it after its module and put it beside the module's folder",
        ));
    }
    VAGUE.contains(&stem).then(|| {
        Breach::new(
            file,
            format!("`{stem}` does not say what is in it"),
            "name it after its subject; split it if it has several",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn names_that_say_nothing_are_refused() {
        let cases = [
            ("crates/app/src/sponsorships/mod.rs", true),
            ("crates/app/src/utils.rs", true),
            ("web/src/shared.ts", true),
            ("crates/app/src/sponsorships.rs", false),
            ("docs/common.md", false),
            ("crates/app/src/commonwealth.rs", false),
        ];
        for (file, refused) in cases {
            assert_eq!(judge(file).is_some(), refused, "{file}");
        }
    }
}
