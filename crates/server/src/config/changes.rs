//! What is different between two readings of the settings.

use serde::{Deserialize, Serialize};

use super::{Config, names};

/// A setting that changed, as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which one.
    pub key: String,
    /// What it was; nothing when it was not set.
    pub from: Option<String>,
    /// What it is; nothing when it is not set.
    pub to: Option<String>,
    /// Whether only a restart takes it up.
    pub restart: bool,
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let from = self.from.as_deref().unwrap_or("not set");
        let to = self.to.as_deref().unwrap_or("not set");
        write!(f, "{}: {from} -> {to}", self.key)?;
        if self.restart { f.write_str(" (after `wardstead restart`)") } else { Ok(()) }
    }
}

/// What changed from `old` to `new`.
pub fn between(old: &Config, new: &Config) -> Vec<Change> {
    let text = |config: &Config, key: &str| config.values.get(key).map(|value| value.text.clone());
    names::all()
        .filter_map(|setting| {
            let (from, to) = (text(old, setting.key), text(new, setting.key));
            (from != to).then(|| Change {
                key: setting.key.to_owned(),
                from: from.map(|text| setting.shown(&text).to_owned()),
                to: to.map(|text| setting.shown(&text).to_owned()),
                restart: setting.restart,
            })
        })
        .collect()
}
