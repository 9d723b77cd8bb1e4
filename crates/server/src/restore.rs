//! `restore`: brings back what a backup holds. It is looked through before anything is touched.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use outside::system::SystemClock;
use store::Db;

use crate::{
    backup::{
        BEFORE_RESTORE, DATA, DATABASE,
        archive::unpack,
        manifest::{Engine, Manifest},
        postgres,
    },
    config::{Config, Sources},
    folder, running,
    say::say,
};

/// What can be said about a restore.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The backup
    file: PathBuf,
    /// Replace what is there; the old data folder is kept beside the new one
    #[arg(long)]
    replace: bool,
    /// The PostgreSQL database to restore into [default: that of the settings in the backup]
    #[arg(long, value_name = "URL", env = "WARDSTEAD_DATABASE__URL", hide_env_values = true)]
    database: Option<String>,
}

/// What the folder of a server that never kept anything may hold.
const HARMLESS: [&str; 2] = ["lost+found", folder::RUN];

/// The command.
pub async fn restore(sources: &Sources, options: Options) -> Result<()> {
    folder::keep_private();
    let data = &sources.data;
    if let Some(note) = running::found(data) {
        bail!("the server runs (process {}); stop it first", note.process.pid);
    }
    ensure!(
        options.replace || is_empty(data)?,
        "{} is not empty; restore into an empty folder, or add --replace",
        data.display()
    );

    let places = Places::of(data)?;
    let staging = tempfile::Builder::new().prefix(".restoring-").tempdir_in(&places.beside)?;
    let manifest = unpack(&options.file, staging.path())?;
    let new = folder::private(&staging.path().join(DATA))?;
    let config = settings_of(sources, &options, &manifest, &new)?;

    match manifest.engine {
        Engine::Sqlite => {
            let file = config.database.file().context(
                "the backup holds an SQLite database, but database.url names PostgreSQL; \
                 unset it to restore into the data folder",
            )?;
            // The settings were read where the new data folder lies now.
            ensure!(
                file.starts_with(&new),
                "database.url names a file outside the data folder; unset it to restore"
            );
            folder::private(file.parent().unwrap_or(&new))?;
            std::fs::rename(staging.path().join(DATABASE), file)?;
        }
        Engine::Postgres => {
            let url = config.database.url.reveal();
            ensure!(
                config.database.file().is_none(),
                "the backup holds a PostgreSQL database; say which with --database postgres://…"
            );
            ensure!(
                options.replace || database_is_empty(url).await?,
                "the database is not empty; restore into an empty one, or add --replace"
            );
            postgres::load(url, staging.path().join(DATABASE)).await?;
        }
    }

    let old = places.swap(data, &new, staging.path())?;
    say(format_args!(
        "restored a {} server, version {}, as it was at {}",
        manifest.role,
        manifest.version,
        manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC")
    ));
    if let Some(old) = old {
        say(format_args!("what was there before is kept in {}", old.display()));
    }
    Ok(())
}

/// The settings as the restored server will have them, but for the role, which the backup knows.
fn settings_of(
    sources: &Sources,
    options: &Options,
    manifest: &Manifest,
    staging: &Path,
) -> Result<Config> {
    let mut sources = Sources { data: staging.to_owned(), ..sources.clone() };
    sources.options.push(("server.role", "--role", manifest.role.clone()));
    if let Some(url) = &options.database {
        sources.options.push(("database.url", "--database", url.clone()));
    }
    Config::load(&sources).context("the settings in the backup, with yours, are not good")
}

fn is_empty(data: &Path) -> Result<bool> {
    let entries = match std::fs::read_dir(data) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error).with_context(|| format!("{}", data.display())),
    };
    let names: Vec<_> = entries.collect::<std::io::Result<Vec<_>>>()?;
    Ok(names.iter().all(|entry| HARMLESS.iter().any(|name| entry.file_name() == *name)))
}

async fn database_is_empty(url: &str) -> Result<bool> {
    let db = Db::open(url).await.context("the database of database.url cannot be reached")?;
    let state = db.migrations().await;
    db.close().await;
    Ok(state?.before == 0)
}

/// Where the new folder is prepared, and how it takes the place of the old one.
struct Places {
    /// On the same disk as the data folder, so that a rename is enough.
    beside: PathBuf,
    /// Whether the data folder itself can be renamed: it cannot when it is a mount.
    whole: bool,
}

impl Places {
    fn of(data: &Path) -> Result<Self> {
        use std::os::unix::fs::MetadataExt as _;

        let parent = data.parent().unwrap_or(Path::new("/"));
        folder::private(parent)?;
        if !data.exists() {
            return Ok(Self { beside: parent.to_owned(), whole: true });
        }
        let same_disk = std::fs::metadata(data)?.dev() == std::fs::metadata(parent)?.dev();
        let writable = tempfile::tempfile_in(parent).is_ok();
        if same_disk && writable {
            Ok(Self { beside: parent.to_owned(), whole: true })
        } else {
            Ok(Self { beside: data.to_owned(), whole: false })
        }
    }

    /// Puts `new` where `data` is; answers where the old content is kept, if there was any.
    ///
    /// `staging` is where `new` was prepared.
    fn swap(&self, data: &Path, new: &Path, staging: &Path) -> Result<Option<PathBuf>> {
        let was_empty = is_empty_but_for(data, staging)?;
        let stamp = app::ports::Clock::now(&SystemClock).format("%Y-%m-%dT%H-%M-%SZ");
        let old = if self.whole {
            let mut name = data.file_name().context("the data folder has no name")?.to_owned();
            name.push(format!(".before-restore-{stamp}"));
            data.with_file_name(name)
        } else {
            data.join(format!("{BEFORE_RESTORE}{stamp}"))
        };
        if self.whole {
            if data.exists() {
                std::fs::rename(data, &old)?;
            }
            if let Err(error) = std::fs::rename(new, data) {
                // Better the old folder than none.
                let _ = std::fs::rename(&old, data);
                return Err(error.into());
            }
        } else {
            move_entries(data, &folder::private(&old)?, &[&old, staging])?;
            move_entries(new, data, &[])?;
        }
        // Backups outlive what they are backups of.
        let backups = old.join(folder::BACKUPS);
        if backups.is_dir() {
            std::fs::rename(backups, data.join(folder::BACKUPS))?;
        }
        if was_empty {
            std::fs::remove_dir_all(&old).or_else(|error| match error.kind() {
                std::io::ErrorKind::NotFound => Ok(()),
                _ => Err(error),
            })?;
            return Ok(None);
        }
        Ok(Some(old))
    }
}

/// Whether `data` holds nothing besides `staging`.
fn is_empty_but_for(data: &Path, staging: &Path) -> Result<bool> {
    if !data.exists() {
        return Ok(true);
    }
    for entry in std::fs::read_dir(data)? {
        if entry?.path() != staging {
            return Ok(false);
        }
    }
    Ok(true)
}

fn move_entries(from: &Path, to: &Path, but: &[&Path]) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let path = entry.path();
        let stays =
            but.contains(&path.as_path()) || HARMLESS.iter().any(|name| entry.file_name() == *name);
        if !stays {
            std::fs::rename(&path, to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_renamed_gets_new_entries_and_keeps_the_old() {
        let keep = tempfile::tempdir().unwrap();
        let data = keep.path().join("data");
        let write = |name: &str, text: &str| {
            let file = data.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        write("wardstead.db", "old");
        write("backups/one.tar", "kept");
        write("lost+found/of the disk", "stays");
        write(".restoring-1/data/wardstead.db", "new");
        write(".restoring-1/data/env/global.override.env", "new");
        let places = Places { beside: data.clone(), whole: false };
        let staging = data.join(".restoring-1");
        let old = places.swap(&data, &staging.join("data"), &staging).unwrap().unwrap();
        let read = |path: PathBuf| std::fs::read_to_string(path).unwrap();
        assert_eq!(read(data.join("wardstead.db")), "new");
        assert_eq!(read(data.join("env/global.override.env")), "new");
        assert_eq!(read(data.join("backups/one.tar")), "kept");
        assert_eq!(read(data.join("lost+found/of the disk")), "stays");
        assert_eq!(read(old.join("wardstead.db")), "old");
    }
}
