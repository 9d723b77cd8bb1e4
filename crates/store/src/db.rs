//! One transaction type over two engines, so that a query is written once.

mod args;
mod estimates;
mod open;
mod pattern;
mod sql;
mod tx;

pub use args::Arg;
pub(crate) use args::args;
pub use open::{Alone, Db, Migrated};
pub(crate) use pattern::{beginning, containing};
pub use sql::Sql;
pub(crate) use sql::statements;
pub use tx::Tx;

use sqlx::{FromRow, postgres::PgRow, sqlite::SqliteRow};
use uuid::Uuid;

/// A row type that both engines can fill.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<R> Row for R where R: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

/// What can go wrong when reading or writing.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine refused or was unreachable.
    #[error("the database failed: {0}")]
    Engine(sqlx::Error),
    /// Another transaction was in the way; the same request may succeed when it is repeated.
    #[error("The server is busy. Try again in a moment.")]
    Busy,
    /// A row with the same key is there already.
    #[error("This exists already.")]
    Duplicate,
    /// The schema could not be brought up to date.
    #[error("the database could not be migrated: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row says something that cannot be.
    #[error("the row {id} of {table} is in an impossible state")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row.
        id: Uuid,
    },
    /// A write touched another number of rows than it should: someone else was faster.
    #[error("Someone else changed this meanwhile. Try again.")]
    Lost(u64),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let Some(database) = error.as_database_error() else {
            return match error {
                sqlx::Error::PoolTimedOut => Self::Busy,
                other => Self::Engine(other),
            };
        };
        if database.is_unique_violation() {
            return Self::Duplicate;
        }
        // PostgreSQL: serialization failure, deadlock. SQLite: busy, busy snapshot.
        match database.code().as_deref() {
            Some("40001" | "40P01" | "5" | "517") => Self::Busy,
            _ => Self::Engine(error),
        }
    }
}

/// An id for a row that nobody outside names: a line of the log, a piece of work.
#[expect(clippy::disallowed_methods, reason = "ids that never leave the store need no port")]
pub(crate) fn row_id() -> Uuid {
    Uuid::now_v7()
}

/// After every moment and id there can be: where the first page of what is newest begins.
pub(crate) fn latest() -> (chrono::DateTime<chrono::Utc>, Uuid) {
    let end = chrono::DateTime::from_timestamp(253_402_300_799, 0).unwrap_or_default();
    (end, Uuid::max())
}

#[cfg(test)]
mod tests;
