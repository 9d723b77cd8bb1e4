//! Everything we build on may be given on under our licence.

use anyhow::Result;

use super::Breach;
use crate::{licences, workspace};

const OURS: &str = "AGPL-3.0-or-later";

pub fn check() -> Result<Vec<Breach>> {
    let metadata = workspace::metadata()?;
    let mut breaches = Vec::new();
    for package in &metadata.packages {
        let name = package.name.to_string();
        let licence = package.license.clone().unwrap_or_default();
        if metadata.workspace_members.contains(&package.id) {
            if licence != OURS {
                breaches.push(Breach::new(
                    package.manifest_path.as_str(),
                    format!("is under `{licence}`"),
                    "write `license.workspace = true`",
                ));
            }
        } else if !licences::allowed(&licence) {
            breaches.push(Breach::new(
                "Cargo.lock",
                format!("{name} {} is under `{licence}`", package.version),
                "choose another library; or, if the licence is permissive, add it to \
                 xtask/src/licences.rs and deny.toml",
            ));
        }
    }
    Ok(breaches)
}
