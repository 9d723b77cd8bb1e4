//! `[database]`: where everything is kept.

use std::path::Path;

use super::{reader::Reader, secret::Secret, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new(
        "database.url",
        "sqlite:PATH or postgres://user:password@host/name",
        "sqlite:wardstead.db in the data folder",
        "The database.",
    )
    .secret()
    .restart(),
    Setting::new(
        "database.backup_before_migrations",
        "true or false",
        "true",
        "Whether a newer program makes a backup before it changes the schema. For PostgreSQL that \
         takes `pg_dump`; without it the server does not start until this is false.",
    ),
];

/// What the section says.
#[derive(Debug, Clone)]
pub struct Database {
    /// The address; it may hold a password.
    pub url: Secret,
    /// Whether a backup is made before the schema changes.
    pub backup_before_migrations: bool,
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
    Database {
        url: Secret::new(url),
        backup_before_migrations: reader.flag("database.backup_before_migrations").unwrap_or(true),
    }
}
