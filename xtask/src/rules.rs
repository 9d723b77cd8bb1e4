//! The rules of the house that a program can hold. Each answers what breaks it and how to mend it.

mod files;
mod generated;
mod layers;
mod leftovers;
mod licences;
mod migrations;
mod permits;
mod sizes;

pub use migrations::PLACEHOLDER as MIGRATION_PLACEHOLDER;
pub use permits::{LIST as PERMIT_LIST, listing as permit_listing};

use anyhow::Result;

use crate::workspace::root;

/// Something that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Breach {
    /// The file, with the line where there is one.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub cure: String,
}

impl Breach {
    fn new(place: &str, what: impl Into<String>, cure: impl Into<String>) -> Self {
        let root = format!("{}/", root().display());
        let place = place.strip_prefix(&root).unwrap_or(place).to_owned();
        Self { place, what: what.into(), cure: cure.into() }
    }
}

/// A rule: what it is called, and what breaks it.
pub type Rule = (&'static str, fn() -> Result<Vec<Breach>>);

/// Every rule. Those that need a build come last.
pub const ALL: &[Rule] = &[
    ("files have telling names", files::check),
    ("files are short", sizes::check),
    ("nothing is left over", leftovers::check),
    ("layers point down", layers::check),
    ("licences are ours to use", licences::check),
    ("migrations explain themselves", migrations::check),
    ("permits of the server are listed", permits::check),
    ("generated files are fresh", generated::check),
];
