//! A unit of work, and the ways to run a statement in it.

use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};

use super::{Arg, Row, Sql, StoreError, args::bound};

/// The most values one statement may carry; SQLite allows 32,766.
const WIDEST: usize = 30_000;

/// A unit of work; undone unless committed.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// The row `sql` finds, if it finds one.
    pub(crate) async fn optional<R: Row>(
        &mut self,
        sql: Sql,
        args: &[Arg<'_>],
    ) -> Result<Option<R>, StoreError> {
        Ok(match self {
            Self::Sqlite(tx) => {
                bound!(sqlx::query_as(sql.0), args).fetch_optional(&mut **tx).await?
            }
            Self::Postgres(tx) => {
                bound!(sqlx::query_as(sql.0), args).fetch_optional(&mut **tx).await?
            }
        })
    }

    /// The row `sql` finds; that there is none is a failure of the engine.
    pub(crate) async fn one<R: Row>(
        &mut self,
        sql: Sql,
        args: &[Arg<'_>],
    ) -> Result<R, StoreError> {
        self.optional(sql, args).await?.ok_or(StoreError::Engine(sqlx::Error::RowNotFound))
    }

    /// Every row `sql` finds. The statement itself bounds how many.
    pub(crate) async fn all<R: Row>(
        &mut self,
        sql: Sql,
        args: &[Arg<'_>],
    ) -> Result<Vec<R>, StoreError> {
        Ok(match self {
            Self::Sqlite(tx) => bound!(sqlx::query_as(sql.0), args).fetch_all(&mut **tx).await?,
            Self::Postgres(tx) => bound!(sqlx::query_as(sql.0), args).fetch_all(&mut **tx).await?,
        })
    }

    /// How many rows `sql` changed.
    pub(crate) async fn execute(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<u64, StoreError> {
        Ok(match self {
            Self::Sqlite(tx) => {
                bound!(sqlx::query(sql.0), args).execute(&mut **tx).await?.rows_affected()
            }
            Self::Postgres(tx) => {
                bound!(sqlx::query(sql.0), args).execute(&mut **tx).await?.rows_affected()
            }
        })
    }

    /// Changes exactly one row.
    ///
    /// [`StoreError::Lost`] when it was another number: someone else was faster.
    pub(crate) async fn change(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<(), StoreError> {
        match self.execute(sql, args).await? {
            1 => Ok(()),
            rows => Err(StoreError::Lost(rows)),
        }
    }

    /// Every row `sql` finds for the values of `{list}`, in as many statements as the engine needs.
    pub(crate) async fn all_in<R: Row>(
        &mut self,
        sql: Sql,
        fixed: &[Arg<'_>],
        list: &[Arg<'_>],
    ) -> Result<Vec<R>, StoreError> {
        let mut found = Vec::new();
        for part in list.chunks(WIDEST - fixed.len()) {
            let text = AssertSqlSafe(self.numbered(sql.listing(fixed.len(), part.len())));
            let args = [fixed, part].concat();
            found.extend(match self {
                Self::Sqlite(tx) => {
                    bound!(sqlx::query_as::<_, R>(text).persistent(false), &args)
                        .fetch_all(&mut **tx)
                        .await?
                }
                Self::Postgres(tx) => {
                    bound!(sqlx::query_as::<_, R>(text).persistent(false), &args)
                        .fetch_all(&mut **tx)
                        .await?
                }
            });
        }
        Ok(found)
    }

    /// How many rows `sql` changed for the values of `{list}`.
    pub(crate) async fn execute_in(
        &mut self,
        sql: Sql,
        fixed: &[Arg<'_>],
        list: &[Arg<'_>],
    ) -> Result<u64, StoreError> {
        let mut changed = 0;
        for part in list.chunks(WIDEST - fixed.len()) {
            let text = sql.listing(fixed.len(), part.len());
            changed += self.execute_text(text, &[fixed, part].concat()).await?;
        }
        Ok(changed)
    }

    /// How many rows `sql` wrote; `values` holds `width` of them for each of its `{rows}`.
    pub(crate) async fn execute_rows(
        &mut self,
        sql: Sql,
        width: usize,
        values: &[Arg<'_>],
    ) -> Result<u64, StoreError> {
        debug_assert_eq!(values.len() % width, 0, "a row is incomplete: {}", sql.0);
        let mut changed = 0;
        for part in values.chunks(WIDEST / width * width) {
            changed += self.execute_text(sql.spreading(width, part.len() / width), part).await?;
        }
        Ok(changed)
    }

    /// SQLite takes `$1` for a name and searches all names before it, which for ten thousands of
    /// them takes seconds; `?1` is a number there.
    fn numbered(&self, text: String) -> String {
        match self {
            Self::Sqlite(_) => text.replace('$', "?"),
            Self::Postgres(_) => text,
        }
    }

    async fn execute_text(&mut self, text: String, args: &[Arg<'_>]) -> Result<u64, StoreError> {
        let text = AssertSqlSafe(self.numbered(text));
        Ok(match self {
            Self::Sqlite(tx) => bound!(sqlx::query(text).persistent(false), args)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
            Self::Postgres(tx) => bound!(sqlx::query(text).persistent(false), args)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
        })
    }

    /// Makes everything done so far last.
    ///
    /// # Errors
    ///
    /// When the engine cannot; nothing of it then happened.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}
