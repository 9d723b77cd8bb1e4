//! When recurring work runs next.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    SCHEDULES = "
        SELECT name, next_run_at, last_run_at FROM schedules ORDER BY name";

    PLAN = "
        INSERT INTO schedules (name, next_run_at) VALUES {rows}
        ON CONFLICT (name) DO NOTHING";

    /// Several nodes may find the same schedule due: the first moves it on, the others find it moved.
    TAKE = "
        UPDATE schedules SET next_run_at = $1, last_run_at = $2
         WHERE name = $3 AND next_run_at = $4";
}

/// When a piece of recurring work runs next.
#[derive(Debug, Clone, FromRow)]
pub struct ScheduleRow {
    /// Which.
    pub name: String,
    /// When it runs next.
    pub next_run_at: DateTime<Utc>,
    /// When it ran last.
    pub last_run_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Every schedule that was planned.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn schedules(&mut self) -> Result<Vec<ScheduleRow>, StoreError> {
        self.all(SCHEDULES, &[]).await
    }

    /// Plans the first run of schedules; those planned before keep theirs.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn plan_schedules(
        &mut self,
        planned: &[(&str, DateTime<Utc>)],
    ) -> Result<(), StoreError> {
        let values: Vec<Arg<'_>> = planned
            .iter()
            .flat_map(|(name, first)| [Arg::from(*name), Arg::from(*first)])
            .collect();
        self.execute_rows(PLAN, 2, &values).await.map(drop)
    }

    /// Takes a run that is due, and plans the one after it; `false` when another node took it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_schedule(
        &mut self,
        due: &ScheduleRow,
        next: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(TAKE, args![next, now, &due.name, due.next_run_at]).await? == 1)
    }
}
