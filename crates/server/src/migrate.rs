//! `migrate`, and what `serve` does to the schema before it answers.

use anyhow::{Context as _, Result, bail};
use outside::system::SystemClock;
use store::Db;

use crate::{backup, config::Config, folder, say::say};

/// The command.
pub async fn migrate(config: &Config) -> Result<()> {
    let db = open(config).await?;
    let now = bring_up_to_date(config, &db).await?;
    db.close().await;
    match now {
        0 => say("the database is up to date already"),
        1 => say("1 migration has run"),
        many => say(format_args!("{many} migrations have run")),
    }
    Ok(())
}

/// Connects to the database of the settings.
pub async fn open(config: &Config) -> Result<Db> {
    folder::keep_private();
    folder::private(&config.data)?;
    if let Some(folder) = config.database.file().and_then(std::path::Path::parent) {
        folder::private(folder)?;
    }
    Db::open(config.database.url.reveal()).await.with_context(|| match config.database.file() {
        Some(file) => format!("the database {} cannot be opened", file.display()),
        None => {
            "the PostgreSQL server of database.url cannot be reached; look at host, port, user, \
                 password and firewall"
                .to_owned()
        }
    })
}

/// Runs what migrations are waiting, after a backup of what is there; answers how many.
///
/// Several nodes may do this together: the first works, the others wait for it.
pub async fn bring_up_to_date(config: &Config, db: &Db) -> Result<usize> {
    let lock = std::fs::File::create(folder::run(&config.data)?.join("migrating"))?;
    lock.lock()?;
    // Nodes that share a database do not share this folder.
    let alone = db.migrate_alone().await?;
    let state = db.migrations().await?;
    if state.before > state.now {
        bail!(
            "the database was made by a newer version of this server ({} migrations, known here: {}); \
             install that version, or restore a backup",
            state.before,
            state.now
        );
    }
    if state.before == state.now {
        return Ok(0);
    }
    if state.before > 0 && config.database.backup_before_migrations {
        let stamp = app::ports::Clock::now(&SystemClock).format("%Y-%m-%dT%H-%M-%SZ");
        let folder = folder::private(&config.data.join(folder::BACKUPS))?;
        let file = folder.join(format!("before-migration-{stamp}.tar"));
        backup::write(config, db, &file).await.context(
            "no backup, so no migration; make one by hand, and set \
             database.backup_before_migrations = false",
        )?;
        tracing::info!(file = %file.display(), "a backup was made before migrations");
    } else if state.before > 0 {
        tracing::warn!("migrations run now, without a backup: the settings say so");
    }
    let done = db.migrate().await?;
    drop((alone, lock));
    tracing::info!(migrations = done.now.saturating_sub(done.before), "the database is up to date");
    Ok(done.now.saturating_sub(done.before))
}
