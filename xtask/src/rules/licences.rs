//! Everything we build on may be given on under our licence.

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::Breach;
use crate::{licences, workspace};

const OURS: &str = "AGPL-3.0-or-later";
/// What the pages are made of.
const PAGES: &str = "web/package-lock.json";

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
    let pages = serde_json::from_str(&workspace::text(PAGES)).context(PAGES)?;
    breaches.extend(in_pages(&pages));
    Ok(breaches)
}

/// What browsers are given that may not be given on; what only builds and tests is given to nobody.
fn in_pages(lock: &Value) -> Vec<Breach> {
    let packages = lock.get("packages").and_then(Value::as_object).into_iter().flatten();
    let given = packages.filter(|(path, package)| {
        !path.is_empty() && package.get("dev").and_then(Value::as_bool) != Some(true)
    });
    given
        .filter_map(|(path, package)| {
            let licence = package.get("license").and_then(Value::as_str).unwrap_or("nothing");
            let what = format!("{path} is under `{licence}`");
            (!licences::allowed(licence))
                .then(|| Breach::new(PAGES, what, "choose another library"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::in_pages;

    #[test]
    fn what_browsers_are_given_is_judged() {
        let lock = json!({ "packages": {
            "": { "license": "AGPL-3.0-or-later" },
            "node_modules/good": { "license": "(MIT OR GPL-3.0-only)" },
            "node_modules/bad": { "license": "GPL-2.0-only" },
            "node_modules/silent": {},
            "node_modules/tool": { "license": "Python-2.0", "dev": true },
        }});
        let found: Vec<String> = in_pages(&lock).into_iter().map(|breach| breach.what).collect();
        assert_eq!(
            found,
            ["node_modules/bad is under `GPL-2.0-only`", "node_modules/silent is under `nothing`"]
        );
    }
}
