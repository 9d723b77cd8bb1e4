//! The reference of every setting, as a page of the documentation.

use std::fmt::Write as _;

use super::names;

const BEGINNING: &str = "\
<!-- Written by `wardstead config reference`; change the settings, not this page. -->
# Configuration

A role and a data folder are all a server needs: `wardstead serve --role self-hosted --data DIR`.
Everything else has a default, and may be written in these places. Where two say different things, the
later one counts.

1. `wardstead.toml` in the data folder, or the file named by `--config`.
2. `env/global.override.env` in the data folder: lines of `NAME=value`, under the documented or the
   variable names below.
3. The environment, under the documented names; capital and small letters are the same.
4. The environment, under the names that begin with `WARDSTEAD_`.
5. The options of the command: `--role`, `--log`.

In the settings file a list is written as one (`[\"a\", \"b\"]`), elsewhere with commas. A name nobody
knows is an error, and the nearest known one is named.

`wardstead config check` says what is wrong, `wardstead config show` what counts and where it was
written, without secrets. `wardstead reload` takes changes up in the running server; those marked
*restart* wait for `wardstead restart`. Both look at the new settings first: with a mistake in them the
running server goes on as it was.
";

/// The page.
pub fn page() -> String {
    let mut page = BEGINNING.to_owned();
    for section in names::SECTIONS {
        let Some((name, _)) = section.first().and_then(|first| first.key.split_once('.')) else {
            continue;
        };
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## [{name}]\n");
        for setting in *section {
            let key = setting.key.split_once('.').map_or(setting.key, |(_, key)| key);
            let marks = match (setting.secret, setting.restart) {
                (true, true) => " (secret, restart)",
                (true, false) => " (secret)",
                (false, true) => " (restart)",
                (false, false) => "",
            };
            let _ = write!(
                page,
                "\n### {key}{marks}\n\n{}\n\n- Takes: {}\n- Default: {}\n- Variable: `{}`\n",
                setting.about,
                setting.takes,
                setting.default,
                setting.variable()
            );
            for name in setting.documented {
                let _ = writeln!(page, "- Documented as: `{name}`");
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_in_the_repository_is_the_one_we_would_write() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/how-to/configuration.md");
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == super::page(),
            "out of date: wardstead config reference > docs/how-to/configuration.md"
        );
    }
}
