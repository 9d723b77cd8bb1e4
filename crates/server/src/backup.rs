//! `backup`: one file that holds everything, written while the server runs.

pub mod archive;
pub mod manifest;
pub mod postgres;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use chrono::{DateTime, Utc};
use outside::system::SystemClock;
use store::Db;

use self::{archive::Archive, manifest::Engine};
use crate::{config::Config, folder, migrate, say::say};

/// What can be said about a backup.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The file to write [default: backups/wardstead-TIME.tar in the data folder]
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// The name of the database within a backup.
pub const DATABASE: &str = "database";
/// The folder within a backup that the data folder becomes.
pub const DATA: &str = "data";

/// The beginning of the name under which `restore` keeps what it replaced within the data folder.
pub const BEFORE_RESTORE: &str = "before-restore-";
/// What of the data folder is in no backup.
const APART: [&str; 3] = [folder::RUN, folder::BACKUPS, "lost+found"];

/// The command.
pub async fn backup(config: &Config, options: Options) -> Result<()> {
    if let Some(file) = config.database.file().filter(|file| !file.is_file()) {
        bail!("there is no database {} yet; nothing to back up", file.display());
    }
    let file = if let Some(file) = options.to {
        std::path::absolute(file)?
    } else {
        let stamp = now().format("%Y-%m-%dT%H-%M-%SZ");
        let folder = folder::private(&config.data.join(folder::BACKUPS))?;
        folder.join(format!("wardstead-{stamp}.tar"))
    };
    if file.exists() {
        bail!("{} exists already; name another file", file.display());
    }
    if file.starts_with(&config.data) && !file.starts_with(config.data.join(folder::BACKUPS)) {
        bail!("a backup within the data folder belongs into its folder backups/, or outside");
    }
    let db = migrate::open(config).await?;
    let written = write(config, &db, &file).await;
    db.close().await;
    written?;
    say(format_args!("{}", file.display()));
    Ok(())
}

fn now() -> DateTime<Utc> {
    app::ports::Clock::now(&SystemClock)
}

/// Writes everything to `file`, which appears only once it is whole and safe on the disk.
pub async fn write(config: &Config, db: &Db, file: &Path) -> Result<()> {
    let folder = file.parent().context("a backup needs a folder to lie in")?;
    let copies = tempfile::tempdir_in(folder)
        .with_context(|| format!("nothing can be written in {}", folder.display()))?;
    let copy = copies.path().join(DATABASE);
    let engine = if config.database.file().is_some() {
        db.copy_to(&copy).await.context("the database could not be copied")?;
        Engine::Sqlite
    } else {
        postgres::dump(config.database.url.reveal(), &copy).await?;
        Engine::Postgres
    };
    pack(config, engine, &copy, file)?;
    drop(copies);
    Ok(())
}

fn pack(config: &Config, engine: Engine, database: &Path, file: &Path) -> Result<()> {
    let mut archive = Archive::create(file)?;
    archive.add(DATABASE, database)?;
    archive.add_folder(DATA, &config.data, &|path| belongs(config, path))?;
    archive.finish(config.role.to_string(), engine, now())
}

/// Whether a file or folder of the data folder belongs into a backup: all do but the database, which
/// is copied by its own means, what the running server notes for itself, and other backups.
fn belongs(config: &Config, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(&config.data) else { return false };
    let at_the_top = inside.components().count() == 1;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if at_the_top && (APART.contains(&&*name) || name.starts_with(BEFORE_RESTORE)) {
        return false;
    }
    let Some(database) = config.database.file() else { return true };
    // SQLite keeps a journal beside its file, under the same name and more.
    let of_the_database = database.file_name().is_some_and(|file| {
        name.strip_prefix(&*file.to_string_lossy())
            .is_some_and(|rest| ["", "-wal", "-shm", "-journal"].contains(&rest))
    });
    !(of_the_database && path.parent() == database.parent())
}
