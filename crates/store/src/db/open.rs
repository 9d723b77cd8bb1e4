//! Opening a database, and bringing its schema up to date.

use std::{path::Path, time::Duration};

use sqlx::{
    PgConnection, PgPool, SqlitePool,
    migrate::Migrator,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{StoreError, Tx, estimates};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The migrations an engine runs: all but those named for the other one.
fn migrations(other: &str) -> Migrator {
    let own = MIGRATIONS.migrations.iter().filter(|m| !m.description.ends_with(other));
    Migrator { migrations: own.cloned().collect(), ..Migrator::DEFAULT }
}

/// What [`Db::migrate`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    /// How many migrations had run before.
    pub before: usize,
    /// How many have run now.
    pub now: usize,
}

/// The right to migrate a database that nodes share, until it is dropped.
#[derive(Debug)]
pub struct Alone {
    /// The engine lets go of the lock when this connection closes.
    _connection: Option<PgConnection>,
}

/// A database, behind which the engine is forgotten.
#[derive(Debug, Clone)]
pub enum Db {
    /// The default: a file beside the server. One connection writes, several read.
    Sqlite {
        /// The only connection that writes.
        writer: SqlitePool,
        /// Those that read meanwhile.
        readers: SqlitePool,
    },
    /// For installations that outgrow it.
    Postgres(PgPool),
}

impl Db {
    /// What the engine is called.
    pub const fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// Connects to what `url` names: `sqlite:PATH` or `postgres://…`. The schema is left as it is.
    ///
    /// # Errors
    ///
    /// When the engine is unreachable.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres") {
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(10))
                .test_before_acquire(false)
                .connect(url)
                .await?;
            return Ok(Self::Postgres(pool));
        }
        let options = url
            .parse::<SqliteConnectOptions>()?
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What was acknowledged to a client survives a loss of power.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .pragma("cache_size", "-16384")
            .pragma("temp_store", "memory");
        let writer =
            SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        let readers = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
        Ok(Self::Sqlite { writer, readers })
    }

    /// Names the schema the migrations lead to: the same text as long as none of them changes.
    pub fn schema() -> String {
        let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in MIGRATIONS.migrations.iter().flat_map(|m| m.checksum.iter()) {
            digest = (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        format!("{digest:016x}")
    }

    /// Whether migrations are waiting, and how many have run.
    ///
    /// # Errors
    ///
    /// When the engine is unreachable.
    pub async fn migrations(&self) -> Result<Migrated, StoreError> {
        let known = match self {
            Self::Sqlite { .. } => migrations("postgres").migrations.len(),
            Self::Postgres(_) => migrations("sqlite").migrations.len(),
        };
        Ok(Migrated { before: self.applied().await?, now: known })
    }

    /// Waits until no other node looks at the schema or changes it, and keeps them from it. A file is
    /// one server's own.
    ///
    /// # Errors
    ///
    /// When the engine is unreachable.
    pub async fn migrate_alone(&self) -> Result<Alone, StoreError> {
        /// "wardstea", the lock's name among those of the database.
        const LOCK: i64 = 0x7761_7264_7374_6561;
        let Self::Postgres(pool) = self else { return Ok(Alone { _connection: None }) };
        let mut connection = pool.acquire().await?.detach();
        sqlx::query("SELECT pg_advisory_lock($1)").bind(LOCK).execute(&mut connection).await?;
        Ok(Alone { _connection: Some(connection) })
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    ///
    /// When a migration fails; it is then undone, and those before it stay.
    pub async fn migrate(&self) -> Result<Migrated, StoreError> {
        let before = self.applied().await?;
        match self {
            Self::Sqlite { writer, .. } => {
                migrations("postgres").run(writer).await?;
                estimates::note(writer).await?;
            }
            Self::Postgres(pool) => migrations("sqlite").run(pool).await?,
        }
        Ok(Migrated { before, now: self.applied().await? })
    }

    async fn applied(&self) -> Result<usize, StoreError> {
        const EXISTS_SQLITE: &str =
            "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'";
        const EXISTS_POSTGRES: &str =
            "SELECT COUNT(*) FROM pg_tables WHERE tablename = '_sqlx_migrations'";
        const COUNT: &str = "SELECT COUNT(*) FROM _sqlx_migrations WHERE success = TRUE";
        let count: i64 = match self {
            Self::Sqlite { writer, .. } => {
                match sqlx::query_scalar::<_, i64>(EXISTS_SQLITE).fetch_one(writer).await? {
                    0 => 0,
                    _ => sqlx::query_scalar(COUNT).fetch_one(writer).await?,
                }
            }
            Self::Postgres(pool) => {
                match sqlx::query_scalar::<_, i64>(EXISTS_POSTGRES).fetch_one(pool).await? {
                    0 => 0,
                    _ => sqlx::query_scalar(COUNT).fetch_one(pool).await?,
                }
            }
        };
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// Starts a unit of work that only reads.
    ///
    /// # Errors
    ///
    /// When the engine is unreachable.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin_with("BEGIN READ ONLY").await?),
        })
    }

    /// Starts a unit of work that writes. On SQLite it waits its turn, so it never finds the
    /// database locked halfway.
    ///
    /// # Errors
    ///
    /// When the engine is unreachable, or the turn did not come in time ([`StoreError::Busy`]).
    pub async fn write(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Writes a consistent copy of an SQLite database to `target`, while others read and write.
    ///
    /// `false` on PostgreSQL, which has tools of its own for it.
    ///
    /// # Errors
    ///
    /// When the copy cannot be written.
    pub async fn copy_to(&self, target: &Path) -> Result<bool, StoreError> {
        match self {
            Self::Sqlite { readers, .. } => {
                sqlx::query("VACUUM INTO $1")
                    .bind(target.to_string_lossy().as_ref())
                    .execute(readers)
                    .await?;
                Ok(true)
            }
            Self::Postgres(_) => Ok(false),
        }
    }

    /// Closes every connection, once the units of work in hand have ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}
