//! Every place where the server acts of its own accord is listed, so that a new one shows in review.

use std::fmt::Write as _;

use anyhow::Result;

use super::Breach;
use crate::workspace;

/// Where the list is kept.
pub const LIST: &str = "docs/server-permits.txt";
const WALLED: &[&str] = &["crates/app/src/", "crates/api/src/", "crates/server/src/"];
const CALL: &str = "::of_the_server(";

pub fn check() -> Result<Vec<Breach>> {
    let expected = listing()?;
    if workspace::text(LIST) == expected {
        return Ok(Vec::new());
    }
    let kept = workspace::text(LIST);
    let added = expected.lines().filter(|line| !kept.lines().any(|old| old == *line));
    let gone = kept.lines().filter(|line| !expected.lines().any(|new| new == *line));
    let breaches: Vec<Breach> = added
        .map(|line| ("is not listed", line))
        .chain(gone.map(|line| ("is listed and gone", line)))
        .map(|(what, line)| {
            Breach::new(
                LIST,
                format!("`{line}` {what}"),
                "run `cargo xtask gen` and read the change",
            )
        })
        .collect();
    if breaches.is_empty() {
        return Ok(vec![Breach::new(LIST, "is in another order", "run `cargo xtask gen`")]);
    }
    Ok(breaches)
}

/// The list as it should be.
pub fn listing() -> Result<String> {
    let mut list = String::from(
        "Where the server acts of its own accord, and why: every Permit::of_the_server.\n\
         Written by `cargo xtask gen`.\n\n",
    );
    for file in workspace::files()? {
        if WALLED.iter().any(|folder| file.starts_with(folder)) {
            for reason in reasons(&workspace::text(&file)) {
                // Writing to a string cannot fail.
                let _ = writeln!(list, "{file}: {reason}");
            }
        }
    }
    Ok(list)
}

/// The reasons given in `code`, in their order.
fn reasons(code: &str) -> Vec<String> {
    code.split(CALL)
        .skip(1)
        .map(|rest| {
            let argument = rest.trim_start();
            match argument.strip_prefix('"').and_then(|text| text.split_once('"')) {
                Some((reason, _)) => reason.to_owned(),
                None => "(no reason in words)".to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::reasons;

    #[test]
    fn reasons_are_read_wherever_the_line_breaks() {
        let code = "let a = Permit::<SyncNow>::of_the_server(\"the daily sync\", id);\n\
                    let b = Permit::of_the_server(\n        \"renewal\",\n        id,\n    );\n\
                    let c = Permit::of_the_server(WHY, id);";
        assert_eq!(reasons(code), ["the daily sync", "renewal", "(no reason in words)"]);
    }
}
