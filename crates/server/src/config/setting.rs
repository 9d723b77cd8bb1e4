//! What a setting is, where a value came from, and how a wrong one is told.

use std::{collections::BTreeMap, fmt, path::PathBuf};

/// A setting: how it is named, what it takes, and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// `section.key`, as in the settings file.
    pub key: &'static str,
    /// What may be written, as a phrase that fits after "write".
    pub takes: &'static str,
    /// What holds when nothing is written, in words.
    pub default: &'static str,
    /// What it does, for the reference.
    pub about: &'static str,
    /// The names under which guides for self-hosting know it.
    pub documented: &'static [&'static str],
    /// Whether its value is never shown.
    pub secret: bool,
    /// Whether a running server takes it up only when it is restarted.
    pub restart: bool,
}

impl Setting {
    /// A setting that is taken up on reload and may be shown.
    pub const fn new(
        key: &'static str,
        takes: &'static str,
        default: &'static str,
        about: &'static str,
    ) -> Self {
        Self { key, takes, default, about, documented: &[], secret: false, restart: false }
    }

    /// Also known under these names.
    #[must_use]
    pub const fn documented(mut self, names: &'static [&'static str]) -> Self {
        self.documented = names;
        self
    }

    /// Never shown.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Taken up by a restart only.
    #[must_use]
    pub const fn restart(mut self) -> Self {
        self.restart = true;
        self
    }

    /// The name of the environment variable: `WARDSTEAD_SECTION__KEY`.
    pub fn variable(&self) -> String {
        format!("WARDSTEAD_{}", self.key.replace('.', "__").to_uppercase())
    }

    /// `text` as it may be shown.
    pub fn shown<'a>(&self, text: &'a str) -> &'a str {
        if self.secret && !text.is_empty() { "…" } else { text }
    }
}

/// Where a value was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In a file.
    File {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// In the environment, under this name.
    Environment(String),
    /// On the command line, as this option.
    CommandLine(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, line } => write!(f, "{} line {line}", path.display()),
            Self::Environment(name) => write!(f, "environment variable {name}"),
            Self::CommandLine(option) => write!(f, "option {option}"),
        }
    }
}

/// A value somebody wrote.
#[derive(Debug, Clone)]
pub struct Value {
    /// The text; items of a list are separated by commas.
    pub text: String,
    /// Where it was written.
    pub origin: Origin,
}

/// Every value somebody wrote, by key. A later source replaces an earlier one.
pub type Values = BTreeMap<&'static str, Value>;

/// Something wrong with the settings, as a sentence that says where, what, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(pub String);

impl Problem {
    /// A name nobody knows, and the known one that is nearest.
    pub fn unknown(name: &str, origin: &Origin, nearest: Option<&str>) -> Self {
        let hint = nearest.map_or_else(
            || "`wardstead config reference` lists every setting".to_owned(),
            |nearest| format!("did you mean {nearest}?"),
        );
        Self(format!("{origin}: there is no setting {name}; {hint}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything that is wrong with the settings; never empty.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}", self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);
