//! What programs write is what they would write today.

use anyhow::Result;

use super::Breach;
use crate::{recipes::generate, workspace};

pub fn check() -> Result<Vec<Breach>> {
    let mut breaches = Vec::new();
    for (file, fresh) in generate::everything()? {
        let kept = workspace::text(&file);
        if kept == fresh {
            continue;
        }
        let line = kept.lines().zip(fresh.lines()).take_while(|(old, new)| old == new).count() + 1;
        breaches.push(Breach::new(
            &format!("{file}:{line}"),
            "is not what would be generated now",
            "run `cargo xtask gen`, read the change and commit it",
        ));
    }
    Ok(breaches)
}
