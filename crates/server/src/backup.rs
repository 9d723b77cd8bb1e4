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
use crate::{
    config::{self, Config, tls::Tls},
    folder, migrate,
    say::say,
};

/// What can be said about a backup.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The file to write [default: backups/wardstead-TIME.tar in the data folder]
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// Folders of the data folder that a backup holds whole.
const FOLDERS: [&str; 4] = ["env", "licenses", "attachments", "acme"];
/// The name of the database within a backup.
pub const DATABASE: &str = "database";

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
    let data = &config.data;
    for name in FOLDERS {
        archive.add_folder(data, Path::new(name))?;
    }
    let mut single = vec![data.join(config::FILE)];
    if let Tls::Files { certificate, key } = &config.tls {
        single.extend([certificate.clone(), key.clone()]);
    }
    for path in single.iter().filter(|path| path.is_file()) {
        // A file outside the data folder is somebody else's to keep.
        let Ok(name) = path.strip_prefix(data) else { continue };
        let name = name.to_str().with_context(|| format!("{} is no text", path.display()))?;
        archive.add(name, path)?;
    }
    archive.finish(config.role.to_string(), engine, now())
}
