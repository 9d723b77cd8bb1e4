//! `[database]`: where everything is kept.

use std::path::Path;

use super::{reader::Reader, secret::Secret, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[Setting::new(
    "database.url",
    "sqlite:PATH or postgres://user:password@host/name",
    "sqlite:wardstead.db in the data folder",
    "The database.",
)
.secret()
.restart()];

/// What the section says.
#[derive(Debug, Clone)]
pub struct Database {
    /// The address; it may hold a password.
    pub url: Secret,
}

impl Database {
    /// The file, when the database is one.
    pub fn file(&self) -> Option<&Path> {
        let path = self.url.reveal().strip_prefix("sqlite:")?;
        Some(Path::new(path.trim_start_matches("//").split('?').next().unwrap_or(path)))
    }
}

/// Reads the section; a path begins in `data`.
pub fn read(reader: &mut Reader<'_>, data: &Path) -> Database {
    let url = reader.read("database.url", |text| {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return url::Url::parse(text).ok().map(|_| text.to_owned());
        }
        let path = text.strip_prefix("sqlite:").filter(|path| !path.is_empty())?;
        let path = path.strip_prefix("//").unwrap_or(path);
        Some(format!("sqlite:{}", data.join(path).display()))
    });
    let url = url.unwrap_or_else(|| format!("sqlite:{}", data.join("wardstead.db").display()));
    Database { url: Secret::new(url) }
}
