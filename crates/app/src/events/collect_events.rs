//! Clients report what the server cannot see.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{accounts::User, events::EventKind, id::Id, organizations::Organization};
use store::{StoreError, outbox::Event};
use uuid::Uuid;

use crate::{
    App,
    fault::{Fault, Kind},
};

/// How old a report may be: clients keep them while they are offline.
const OLDEST: TimeDelta = TimeDelta::days(30);
/// How many reports one request may carry.
const MOST: usize = 1000;

/// What a client says happened.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What, by the protocol's number.
    pub kind: i64,
    /// To which item.
    pub cipher: Option<Uuid>,
    /// In which organization.
    pub organization: Option<Id<Organization>>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why reports are refused.
#[derive(Debug, thiserror::Error)]
pub enum CollectEventsError {
    /// There are none.
    #[error("No events were sent.")]
    Nothing,
    /// There are too many.
    #[error("At most 1000 events can be sent at once.")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for CollectEventsError {
    fn kind(&self) -> Kind {
        match self {
            Self::Nothing | Self::TooMany => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Records what a client reports: of the kinds only clients see, and in organizations that the
    /// person is in and that keep a log. Whatever else is reported is passed over.
    ///
    /// # Errors
    ///
    /// When nothing or too much was sent.
    pub async fn collect_events(
        &self,
        user: Id<User>,
        device_type: i64,
        reports: &[Reported],
    ) -> Result<(), CollectEventsError> {
        match reports.len() {
            0 => return Err(CollectEventsError::Nothing),
            1..=MOST => (),
            _ => return Err(CollectEventsError::TooMany),
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        let organizations = tx.logging_organizations(user).await?;
        let mut events = Vec::new();
        for report in reports {
            let known = EventKind::numbered(report.kind).filter(|kind| kind.is_reported());
            let Some(kind) = known else { continue };
            let event = Event {
                kind: Some(kind),
                acting_user: Some(user.uuid()),
                subject: report.cipher,
                device_type: Some(device_type),
                // A client's clock may be wrong; the log is not.
                happened_at: Some(report.at.clamp(now - OLDEST, now)),
                ..Event::default()
            };
            if kind == EventKind::UserExportedVault {
                let of_user = Event { user: Some(user.uuid()), subject: None, ..event };
                events.push(of_user.clone());
                events.extend(organizations.iter().map(|organization| Event {
                    organization: Some(organization.uuid()),
                    ..of_user.clone()
                }));
            } else if let Some(organization) = report.organization
                && organizations.contains(&organization)
            {
                events.push(Event { organization: Some(organization.uuid()), ..event });
            }
        }
        if !events.is_empty() {
            tx.record_all(&events, now).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
