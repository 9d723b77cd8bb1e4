//! What must happen after a change, written down in the same transaction as the change.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{Actor, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Organization},
};
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, row_id, statements};

statements! {
    RECORD = "
        INSERT INTO events
            (id, kind, organization_id, user_id, acting_user_id, member_id, subject_id,
             installation_id, device_type, ip_address, system_user, happened_at)
        VALUES {rows}";

    /// A job that waits already is touched rather than left alone: whoever would run it must then
    /// wait for this transaction, and so sees what it is asked to look at.
    ENQUEUE = "
        INSERT INTO jobs (id, kind, subject, payload, merge_key, state, run_at, created_at)
        VALUES {rows}
        ON CONFLICT (merge_key) WHERE state = 0 DO UPDATE
           SET run_at = CASE WHEN excluded.run_at < jobs.run_at
                             THEN excluded.run_at ELSE jobs.run_at END";
}

/// A line of the event log.
#[derive(Debug, Clone, Default)]
pub struct Event {
    /// What happened; none is a mistake the database refuses.
    pub kind: Option<EventKind>,
    /// In which organization.
    pub organization: Option<Uuid>,
    /// Whom it is about.
    pub user: Option<Uuid>,
    /// Who did it.
    pub acting_user: Option<Uuid>,
    /// The member it is about.
    pub member: Option<Uuid>,
    /// Anything else it is about: a sponsorship, a policy, a collection …
    pub subject: Option<Uuid>,
    /// The self-hosted server that did it.
    pub installation: Option<Uuid>,
    /// The kind of device it was done on, by the protocol's number.
    pub device_type: Option<i64>,
    /// Where it was done from.
    pub ip_address: Option<String>,
    /// 1 SCIM, 2 domain verification, 3 public API, 4 bot: the protocol's numbers. 9 is the server.
    pub system_user: Option<i64>,
    /// When, if not now.
    pub happened_at: Option<DateTime<Utc>>,
}

impl Event {
    /// `kind`, in the organization of `permit`, by whoever was given it.
    pub fn by<A>(kind: EventKind, permit: &Permit<A>) -> Self
    where
        A: domain::authz::Action,
    {
        Self {
            acting_user: permit.actor().user().map(Id::uuid),
            system_user: match permit.actor() {
                Actor::User(_) => None,
                Actor::Operator(_) | Actor::Server => Some(9),
            },
            ..Self::of(kind, permit.organization())
        }
    }

    /// `kind`, in `organization`.
    pub fn of(kind: EventKind, organization: Id<Organization>) -> Self {
        Self { kind: Some(kind), organization: Some(organization.uuid()), ..Self::default() }
    }

    /// `kind`, of a person outside any organization.
    pub fn of_user(kind: EventKind, user: Id<User>) -> Self {
        Self {
            kind: Some(kind),
            user: Some(user.uuid()),
            acting_user: Some(user.uuid()),
            ..Self::default()
        }
    }

    /// The same, about `subject`.
    #[must_use]
    pub fn about(mut self, subject: Uuid) -> Self {
        self.subject = Some(subject);
        self
    }

    /// The same, about a member.
    #[must_use]
    pub fn member(mut self, member: Uuid) -> Self {
        self.member = Some(member);
        self
    }
}

/// Work for later. `kind` is the word `app::jobs` knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The word the queue knows it by.
    pub kind: &'static str,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// What else it must know, as JSON; never a secret.
    pub payload: Option<String>,
    /// At most one waiting job has it; a second one is not written.
    pub merge_key: Option<String>,
    /// Not before then; none is at once.
    pub run_at: Option<DateTime<Utc>>,
}

impl Job {
    /// Work of `kind`, about `subject`.
    pub fn about(kind: &'static str, subject: Uuid) -> Self {
        Self { kind, subject: Some(subject), payload: None, merge_key: None, run_at: None }
    }

    /// Work of `kind` about nothing in particular, once however often it is asked for.
    pub fn alone(kind: &'static str) -> Self {
        Self { kind, subject: None, payload: None, merge_key: None, run_at: None }.merged()
    }

    /// The same, once however often it is asked for before it runs.
    #[must_use]
    pub fn merged(mut self) -> Self {
        self.merge_key = Some(match self.subject {
            Some(subject) => format!("{}:{subject}", self.kind),
            None => self.kind.to_owned(),
        });
        self
    }

    /// The same, not before `moment`.
    #[must_use]
    pub fn not_before(mut self, moment: DateTime<Utc>) -> Self {
        self.run_at = Some(moment);
        self
    }

    /// The same, with more to know.
    #[must_use]
    pub fn with(mut self, payload: String) -> Self {
        self.payload = Some(payload);
        self
    }
}

impl Tx {
    /// Adds a line to the event log.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn record(&mut self, event: Event, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.record_all(&[event], now).await
    }

    /// Adds a line to the event log for each of `members`: that `kind` happened to them, by whoever
    /// was given `permit`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn record_of_members<A>(
        &mut self,
        kind: EventKind,
        permit: &Permit<A>,
        members: &[Id<Member>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>
    where
        A: domain::authz::Action,
    {
        let members = members.iter();
        let events: Vec<_> = members.map(|it| Event::by(kind, permit).member(it.uuid())).collect();
        self.record_all(&events, now).await
    }

    /// Adds lines to the event log.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn record_all(
        &mut self,
        events: &[Event],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let values: Vec<Arg<'_>> = events
            .iter()
            .flat_map(|event| {
                [
                    Arg::from(row_id()),
                    Arg::from(event.kind.map(EventKind::number)),
                    Arg::from(event.organization),
                    Arg::from(event.user),
                    Arg::from(event.acting_user),
                    Arg::from(event.member),
                    Arg::from(event.subject),
                    Arg::from(event.installation),
                    Arg::from(event.device_type),
                    Arg::from(&event.ip_address),
                    Arg::from(event.system_user),
                    Arg::from(event.happened_at.unwrap_or(now)),
                ]
            })
            .collect();
        self.execute_rows(RECORD, 12, &values).await.map(drop)
    }

    /// Leaves work to be done once this transaction is committed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn enqueue(&mut self, job: Job, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.enqueue_all(&[job], now).await
    }

    /// Leaves several pieces of work.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn enqueue_all(
        &mut self,
        jobs: &[Job],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut wanted: Vec<&Job> = jobs.iter().collect();
        // In one order, so that two transactions with the same keys do not wait for each other, and
        // the earliest of each key, because a statement may touch a row only once.
        wanted.sort_by_key(|job| (&job.merge_key, job.run_at.unwrap_or(now)));
        wanted.dedup_by(|next, kept| next.merge_key.is_some() && next.merge_key == kept.merge_key);
        let values: Vec<Arg<'_>> = wanted
            .into_iter()
            .flat_map(|job| {
                [
                    Arg::from(row_id()),
                    Arg::from(job.kind),
                    Arg::from(job.subject),
                    Arg::from(&job.payload),
                    Arg::from(&job.merge_key),
                    Arg::from(0),
                    Arg::from(job.run_at.unwrap_or(now)),
                    Arg::from(now),
                ]
            })
            .collect();
        self.execute_rows(ENQUEUE, 8, &values).await.map(drop)
    }
}
