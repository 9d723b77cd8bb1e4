//! Work that recurs: the rows in the database say when it runs next, however often a server starts
//! and however many nodes it has.

use chrono::{DateTime, TimeDelta, Utc};
use store::{StoreError, Tx, outbox::Job, schedules::ScheduleRow};

use crate::App;

/// How often something runs.
#[derive(Debug, Clone, Copy)]
pub enum Every {
    /// Every so many minutes.
    Minutes(i64),
    /// Once a day, at a time of the server's own, so that servers do not all call at midnight.
    Day,
}

/// On which servers something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// On all of them.
    Everywhere,
    /// Where organizations buy what they use.
    OnClouds,
    /// Where organizations have licences, and a cloud elsewhere.
    BelowClouds,
}

/// Work that recurs.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    /// Its name in the database, and the job it enqueues; one that still waits is not enqueued a
    /// second time.
    pub name: &'static str,
    /// How often.
    pub every: Every,
    /// On which servers.
    pub on: Where,
}

impl Schedule {
    const fn new(name: &'static str, every: Every, on: Where) -> Self {
        Self { name, every, on }
    }
}

/// Everything that recurs.
pub const SCHEDULES: &[Schedule] = &[
    Schedule::new("licensing.check", Every::Day, Where::BelowClouds),
    Schedule::new("licensing.premium", Every::Minutes(60), Where::Everywhere),
    Schedule::new("licensing.refresh", Every::Minutes(360), Where::BelowClouds),
    // What was lost on its way, or kept until there is a mail server, is not left to the next letter.
    Schedule::new("mail.send", Every::Minutes(15), Where::Everywhere),
    Schedule::new("server.look", Every::Minutes(15), Where::Everywhere),
    Schedule::new("server.purge", Every::Day, Where::Everywhere),
    Schedule::new("billing.renew", Every::Minutes(60), Where::OnClouds),
    Schedule::new("sponsorships.reconcile", Every::Day, Where::BelowClouds),
    Schedule::new("sponsorships.settle", Every::Minutes(60), Where::Everywhere),
];

/// The name under which a server keeps what tells it from others.
const INSTANCE: &str = "instance";

impl Every {
    /// When it runs first, on the server that is called `instance`.
    fn first(self, name: &str, instance: &str, now: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Minutes(minutes) => {
                now + TimeDelta::seconds(spread(name, instance, minutes.max(1) * 60))
            }
            Self::Day => {
                let midnight = now
                    - TimeDelta::milliseconds(
                        now.timestamp_millis().rem_euclid(24 * 60 * 60 * 1000),
                    );
                let today = midnight + TimeDelta::seconds(spread(name, instance, 24 * 60 * 60));
                if today > now { today } else { today + TimeDelta::days(1) }
            }
        }
    }

    /// When it runs after a run that was due at `due`: in step with it, and never in the past.
    fn next(self, due: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
        let seconds = match self {
            Self::Minutes(minutes) => minutes.max(1) * 60,
            Self::Day => 24 * 60 * 60,
        };
        let missed = (now - due).num_seconds().max(0) / seconds;
        due + TimeDelta::seconds(seconds * (missed + 1))
    }
}

/// A number below `range` that is always the same for a name on an instance (FNV-1a).
fn spread(name: &str, instance: &str, range: i64) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in instance.bytes().chain(name.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // The low bits of this hash follow the last letter too closely.
    i64::try_from((hash >> 20) % range.unsigned_abs().max(1)).unwrap_or(0)
}

impl App {
    /// What recurs on this server.
    fn recurring(&self) -> impl Iterator<Item = &'static Schedule> {
        let elsewhere =
            if self.settings.connects_to_cloud { Where::OnClouds } else { Where::BelowClouds };
        SCHEDULES.iter().filter(move |schedule| schedule.on != elsewhere)
    }

    /// When what recurs on this server runs next.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn planned(
        &self,
        tx: &mut Tx,
    ) -> Result<Vec<(ScheduleRow, &'static Schedule)>, StoreError> {
        let rows = tx.schedules().await?.into_iter();
        let of = |row: &ScheduleRow| self.recurring().find(|schedule| schedule.name == row.name);
        Ok(rows.filter_map(|row| of(&row).map(|schedule| (row, schedule))).collect())
    }

    /// Plans the first run of everything that recurs and was not planned before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn plan_schedules(&self) -> Result<(), StoreError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let instance = if let Some(instance) = tx.fact(INSTANCE).await? {
            instance
        } else {
            let instance = self.unguessable_id().to_string();
            tx.set_fact(INSTANCE, &instance).await?;
            instance
        };
        let planned: Vec<_> = self
            .recurring()
            .map(|schedule| (schedule.name, schedule.every.first(schedule.name, &instance, now)))
            .collect();
        tx.plan_schedules(&planned).await?;
        tx.commit().await
    }

    /// Enqueues the jobs of every schedule that is due; answers how many those were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn run_due_schedules(&self) -> Result<usize, StoreError> {
        let now = self.now();
        let mut due = self.planned(&mut self.db.read().await?).await?;
        due.retain(|(row, _)| row.next_run_at <= now);
        if due.is_empty() {
            return Ok(0);
        }
        let mut ran = 0;
        let mut tx = self.db.write().await?;
        for (row, schedule) in due {
            if tx.take_schedule(&row, schedule.every.next(row.next_run_at, now), now).await? {
                let job = Job {
                    kind: schedule.name,
                    subject: None,
                    payload: None,
                    merge_key: None,
                    run_at: None,
                };
                tx.enqueue(job.merged(), now).await?;
                ran += 1;
            }
        }
        tx.commit().await?;
        Ok(ran)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::{Every, spread};

    #[test]
    fn a_run_keeps_its_step_and_skips_what_was_missed() {
        let due: DateTime<Utc> = "2030-01-01T03:00:00Z".parse().unwrap();
        let cases = [
            ("on time", TimeDelta::zero(), 1),
            ("a little late", TimeDelta::hours(2), 1),
            ("the server was off for three days", TimeDelta::days(3), 4),
        ];
        for (case, late, days) in cases {
            assert_eq!(Every::Day.next(due, due + late), due + TimeDelta::days(days), "{case}");
        }
    }

    #[test]
    fn the_first_run_is_soon_and_depends_on_the_instance() {
        let now: DateTime<Utc> = "2030-01-01T12:00:00Z".parse().unwrap();
        for n in 0..100 {
            let first = Every::Day.first("server.purge", &format!("instance {n}"), now);
            assert!(first > now && first <= now + TimeDelta::days(1), "{first}");
        }
        let spreads: std::collections::HashSet<_> =
            (0..100).map(|n| spread("server.purge", &format!("instance {n}"), 86_400)).collect();
        assert!(spreads.len() > 90);
    }
}
