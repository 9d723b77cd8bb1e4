//! What the queue runs. One file per job below; here, the word each is known by.

mod charge_period;
mod check_licenses;
mod check_premium;
mod keep_watch;
mod purge;
mod push_sponsorships;
mod queue;
mod reconcile_sponsorships;
mod refresh_licenses;
mod renew_subscriptions;
pub mod schedules;
mod send_mail;
mod settle_sponsorships;
mod take_up;

pub use queue::{LEASE, backoff};
pub use store::jobs::LeasedJob;

use domain::id::Id;
use store::StoreError;

use crate::{App, ports::Answer};

/// Why a job did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// It may succeed later: the queue tries again, at increasing distances.
    #[error("{0}")]
    Later(String),
    /// It never will: the queue gives it up and shows it to the operator.
    #[error("{0}")]
    Never(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a job is told.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a>(&'a LeasedJob);

impl<'a> Work<'a> {
    /// What it is about.
    ///
    /// # Errors
    ///
    /// When it was enqueued without: such a job is given up.
    pub fn subject<T>(self) -> Result<Id<T>, JobError> {
        let missing = || JobError::Never(format!("{}: the subject is missing", self.0.kind));
        self.0.subject.map(Id::new).ok_or_else(missing)
    }

    /// What else it must know, as JSON.
    pub fn payload(self) -> Option<&'a str> {
        self.0.payload.as_deref()
    }

    /// Which try this is; the first is 1.
    pub fn attempt(self) -> i64 {
        self.0.attempts
    }
}

/// Does a piece of work. It may be run again after it succeeded, when the server stopped just then:
/// what it does must come to the same when it is done twice.
type Run = for<'a> fn(&'a App, Work<'a>) -> Answer<'a, Result<(), JobError>>;

macro_rules! registry {
    ($($kind:literal => $run:path;)+) => {
        /// Every job, by the word it is enqueued under.
        const REGISTRY: &[(&str, Run)] = &[$(($kind, |app, work| Box::pin($run(app, work)))),+];
    };
}

registry! {
    "licensing.check" => check_licenses::check_licenses;
    "licensing.premium" => check_premium::check_premium;
    "billing.charge" => charge_period::charge_period;
    "billing.renew" => renew_subscriptions::renew_subscriptions;
    "licensing.refresh" => refresh_licenses::refresh_licenses;
    "mail.send" => send_mail::send_mail;
    "server.look" => keep_watch::keep_watch;
    "server.purge" => purge::purge;
    "sponsorships.compare" => reconcile_sponsorships::compare_sponsorships;
    "sponsorships.push" => push_sponsorships::push_sponsorships;
    "sponsorships.reconcile" => reconcile_sponsorships::reconcile_sponsorships;
    "sponsorships.settle" => settle_sponsorships::settle_sponsorships;
}

/// Runs a job of any kind.
///
/// # Errors
///
/// As the job says; [`JobError::Never`] when this server knows no job of that kind.
pub async fn run(app: &App, job: &LeasedJob) -> Result<(), JobError> {
    match REGISTRY.iter().find(|(kind, _)| *kind == job.kind) {
        Some((_, run)) => run(app, Work(job)).await,
        None => Err(JobError::Never(format!("this server knows no job called {}", job.kind))),
    }
}
