//! No half-done work, no test that does not run.

use std::path::Path;

use anyhow::Result;

use super::Breach;
use crate::workspace;

/// What is looked for, written so that this file does not find itself.
const LEFTOVERS: &[(&str, &str)] = &[
    (concat!("to", "do!("), "do it, or take the code out"),
    (concat!("unimple", "mented!("), "do it, or take the code out"),
    (concat!("FIX", "ME"), "mend it, or say in a sentence why it is so"),
    (concat!("#[ig", "nore"), "make the test run, or take it out"),
    (concat!("it.sk", "ip("), "make the test run, or take it out"),
    (concat!("test.sk", "ip("), "make the test run, or take it out"),
];

pub fn check() -> Result<Vec<Breach>> {
    let files = workspace::files()?;
    Ok(files.iter().flat_map(|file| judge(file, &workspace::text(file))).collect())
}

fn judge(file: &str, text: &str) -> Vec<Breach> {
    let code = ["rs", "ts", "tsx", "sql"].map(Some);
    let extension = Path::new(file).extension().and_then(|extension| extension.to_str());
    if !code.contains(&extension) || workspace::is_generated(file) {
        return Vec::new();
    }
    text.lines()
        .zip(1..)
        .flat_map(|(line, number)| {
            LEFTOVERS.iter().filter(move |(word, _)| line.contains(word)).map(
                move |(word, cure)| {
                    Breach::new(&format!("{file}:{number}"), format!("`{word}` is left"), *cure)
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn a_leftover_is_found_with_its_line() {
        let text = concat!("fn a() {\n    to", "do!()\n}\n");
        let found = judge("crates/app/src/a.rs", text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "crates/app/src/a.rs:2");
        assert!(judge("docs/a.md", text).is_empty());
    }
}
