//! The Bitwarden JSON contract: shapes and conversions, no rules.

pub mod accounts;
pub mod admin;
pub mod billing;
pub mod case;
pub mod collections;
pub mod config;
pub mod devices;
pub mod error;
pub mod events;
pub mod identity;
pub mod licensing;
pub mod list;
pub mod object;
pub mod organizations;
pub mod policies;
pub mod push;
pub mod sponsorships;
pub mod two_step;
pub mod vault;

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    /// The lines of every file below `folder`.
    fn lines(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                lines(&path, found);
            } else {
                found.extend(fs::read_to_string(&path).unwrap().lines().map(str::to_owned));
            }
        }
    }

    /// The OpenAPI document knows shapes by their bare names: two of one name would be taken for
    /// each other.
    #[test]
    fn every_shape_has_a_name_of_its_own() {
        let mut all = Vec::new();
        lines(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        let mut seen = BTreeSet::new();
        for line in all {
            let declared = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("    "));
            let name = declared.and_then(|rest| rest.strip_suffix(" {"));
            let shapes = ["Response", "Request", "Line", "Part", "Item"];
            let Some(name) = name.filter(|name| shapes.iter().any(|end| name.ends_with(end)))
            else {
                continue;
            };
            if name.chars().all(char::is_alphanumeric) {
                assert!(seen.insert(name.to_owned()), "two shapes are called {name}");
            }
        }
        assert!(seen.len() > 50, "shapes were looked for where they are: {seen:?}");
    }
}
