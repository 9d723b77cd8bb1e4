//! How a run of a sync ends, and what follows a failure.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{id::Id, organizations::Organization};
use store::{StoreError, Tx, outbox::Job, sponsorships::CursorRow};
use uuid::Uuid;

use crate::{
    App,
    fault::{Fault, Kind},
    jobs::backoff,
    mail::{Envelope, Letter},
    ports::CloudError,
};

/// After so long a failure, the owners are told.
const PATIENCE: TimeDelta = TimeDelta::days(3);

/// What a run is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// Something changed.
    Change,
    /// A day is over: everything is compared.
    Daily,
    /// Somebody asked.
    Manual,
}

impl Trigger {
    /// The word it is noted under.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Daily => "daily",
            Self::Manual => "manual",
        }
    }
}

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The operator decided so.
    #[error("This server is not allowed to talk to its cloud; its operator can allow it.")]
    CommunicationOff,
    /// The organization is not connected.
    #[error("The organization is not connected to a cloud organization.")]
    NoConnection,
    /// The connection is switched off.
    #[error("The connection to the cloud is switched off for this organization.")]
    ConnectionDisabled,
    /// The token cannot be read.
    #[error("The billing sync token of this organization cannot be read; enter it again.")]
    TokenUnreadable,
    /// The cloud says that there is more, and does not go on.
    #[error("The cloud repeats itself; its operator should look at it.")]
    Repeating,
    /// Another sync of the organization goes on: this run.
    #[error("A sync of this organization goes on already.")]
    GoesOn(Uuid),
    /// The server stopped meanwhile.
    #[error("The sync was interrupted; try again.")]
    Interrupted,
    /// The cloud did not do its part.
    #[error(transparent)]
    Cloud(#[from] CloudError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SyncError {
    /// The word it is noted under.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Cloud(error) => error.noted(),
            other => other.code().unwrap_or("server_failed"),
        }
    }
}

impl Fault for SyncError {
    fn kind(&self) -> Kind {
        match self {
            Self::CommunicationOff
            | Self::NoConnection
            | Self::ConnectionDisabled
            | Self::TokenUnreadable
            | Self::Repeating
            | Self::GoesOn(_) => Kind::Invalid,
            Self::Interrupted => Kind::Internal,
            Self::Cloud(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::CommunicationOff => Some("cloud_communication_off"),
            Self::NoConnection => Some("no_connection"),
            Self::ConnectionDisabled => Some("connection_disabled"),
            Self::TokenUnreadable => Some("billing_token_unreadable"),
            Self::Repeating => Some("cloud_repeats"),
            Self::GoesOn(_) => Some("sync_goes_on"),
            Self::Interrupted => Some("interrupted"),
            Self::Cloud(error) => error.code(),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Plans the next try after a failure: ever later, never sooner than the cloud asked, and never
    /// as far off as a day. What only a person can mend is not tried again before they did.
    pub(super) async fn plan_next_try(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        cursor: &mut CursorRow,
        error: &SyncError,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        cursor.failures += 1;
        let since = *cursor.failing_since.get_or_insert(now);
        let asked = match error {
            SyncError::Cloud(error) => error.wait(),
            SyncError::Store(_) => None,
            // Not set up, or switched off: nobody waits for it.
            _ => return Ok(()),
        };
        let asked = asked.and_then(|wait| TimeDelta::from_std(wait).ok());
        let wait = backoff(cursor.failures, self.chance()).max(asked.unwrap_or_default());
        let retry_at = now + wait.min(TimeDelta::hours(23));
        cursor.retry_at = Some(retry_at);
        let again = Job::about("sponsorships.push", organization.uuid());
        tx.enqueue(again.merged().not_before(retry_at), now).await?;
        if now - since < PATIENCE {
            return Ok(());
        }
        self.warn_owners(tx, organization, since, now).await
    }

    async fn warn_owners(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let Some(record) = tx.sponsor(organization).await? else { return Ok(()) };
        let owners = tx.owners_of(&[organization]).await?;
        let link = format!("/#/organizations/{organization}/billing/subscription");
        let envelopes: Vec<Envelope> = owners
            .into_iter()
            .map(|(_, email, culture)| Envelope {
                // Once for each time it goes on failing, and to each owner.
                dedupe_key: format!("sync-failing:{organization}:{}:{email}", since.timestamp()),
                to: email,
                culture: Some(culture),
                letter: Letter::SyncFailing {
                    organization: record.name.clone(),
                    since,
                    link: self.settings.address(&link),
                },
            })
            .collect();
        self.post(tx, &envelopes, now).await
    }
}
