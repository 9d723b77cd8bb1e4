//! Which crate may depend on which, and which outside library belongs to which floor.

use anyhow::Result;
use cargo_metadata::DependencyKind;

use super::Breach;
use crate::workspace;

const PREFIX: &str = "wardstead-";

/// The crates of the house each crate may use.
const INSIDE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("wire", &["domain"]),
    ("app", &["domain", "store"]),
    ("api", &["domain", "app", "wire"]),
    ("outside", &["domain", "app", "wire"]),
    ("testkit", &["domain", "store", "app", "wire", "api", "outside"]),
    ("server", &["domain", "store", "app", "wire", "api", "outside"]),
    ("e2e", &[]),
    ("xtask", &[]),
];

/// Libraries that belong to a floor, and who may use them. Tests may use more.
const OWNED: &[(&str, &[&str])] = &[
    ("anyhow", &["server", "e2e", "xtask"]),
    ("askama", &["app"]),
    ("axum", &["api", "server", "testkit"]),
    ("axum-extra", &["api", "server"]),
    ("axum-server", &["server"]),
    ("clap", &["server", "e2e"]),
    ("lettre", &["outside"]),
    ("memory-serve", &["server"]),
    ("rcgen", &["server", "e2e"]),
    ("reqwest", &["outside", "server", "e2e"]),
    ("sqlx", &["store", "testkit"]),
    ("toml", &["server"]),
    ("tower-http", &["api", "server"]),
    ("utoipa", &["wire", "api"]),
    ("utoipa-axum", &["api"]),
];

/// The whole of what the rules are written with.
const DOMAIN: &[&str] = &["uuid", "chrono", "thiserror"];

/// What only tests may use.
const TESTS: &[&str] = &["testkit"];

pub fn check() -> Result<Vec<Breach>> {
    let metadata = workspace::metadata()?;
    let mut breaches = Vec::new();
    for package in metadata.workspace_packages() {
        let name = package.name.to_string();
        let own = name.strip_prefix(PREFIX).unwrap_or(&name);
        for dependency in &package.dependencies {
            let for_tests = dependency.kind == DependencyKind::Development;
            if let Some((what, cure)) = judge(own, &dependency.name, for_tests) {
                breaches.push(Breach::new(package.manifest_path.as_str(), what, cure));
            }
        }
    }
    Ok(breaches)
}

/// What is wrong with `own` depending on `other`, and how to mend it.
fn judge(own: &str, other: &str, for_tests: bool) -> Option<(String, String)> {
    let Some((_, inside)) = INSIDE.iter().find(|(name, _)| *name == own) else {
        return Some((
            format!("{own} is a crate without a floor"),
            "give it one in xtask/src/rules/layers.rs, with an ADR".into(),
        ));
    };
    if let Some(other) = other.strip_prefix(PREFIX) {
        let allowed = inside.contains(&other) || for_tests && TESTS.contains(&other);
        return (!allowed).then(|| {
            (
                format!("{own} depends on {other}"),
                format!(
                    "{own} may use: {}; move the code to the floor it belongs to",
                    list(inside)
                ),
            )
        });
    }
    if for_tests {
        return None;
    }
    if own == "domain" && !DOMAIN.contains(&other) {
        return Some((
            format!("domain depends on {other}"),
            format!("the rules are written with {} alone", list(DOMAIN)),
        ));
    }
    let (_, owners) = OWNED.iter().find(|(library, _)| *library == other)?;
    (!owners.contains(&own)).then(|| {
        (format!("{own} depends on {other}"), format!("only {} may use {other}", list(owners)))
    })
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "nothing of the house".into() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn dependencies_point_down() {
        let cases = [
            ("store on domain", "store", "wardstead-domain", false, true),
            ("domain on store", "domain", "wardstead-store", false, false),
            ("wire on store", "wire", "wardstead-store", false, false),
            ("api on store", "api", "wardstead-store", false, false),
            ("api on testkit, to test", "api", "wardstead-testkit", true, true),
            ("api on testkit, to run", "api", "wardstead-testkit", false, false),
            ("app on api, even to test", "app", "wardstead-api", true, false),
            ("domain on uuid", "domain", "uuid", false, true),
            ("domain on serde", "domain", "serde", false, false),
            ("app on sqlx", "app", "sqlx", false, false),
            ("store on sqlx", "store", "sqlx", false, true),
            ("app on axum", "app", "axum", false, false),
            ("app on a library of nobody's", "app", "hex", false, true),
            ("a crate nobody placed", "cellar", "hex", false, false),
        ];
        for (case, own, other, for_tests, allowed) in cases {
            assert_eq!(judge(own, other, for_tests).is_none(), allowed, "{case}");
        }
    }
}
