//! The event log is read.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{Permit, ViewEvents},
    events::{BadRange, NoPlace, Place, Span, moment},
    id::Id,
    organizations::{Feature, Member, Organization},
};
use store::{
    StoreError,
    events::{EventFilter, EventRow, Whose},
};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// How many events a page has.
const PAGE: i64 = 50;

/// What is asked for, as it was written.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// From when.
    pub start: Option<String>,
    /// To when.
    pub end: Option<String>,
    /// Where the page before ended.
    pub token: Option<String>,
}

/// Why what is asked for cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadReading {
    /// The dates cannot be read, or are too far apart.
    #[error(transparent)]
    Range(#[from] BadRange),
    /// The token is not one of ours.
    #[error(transparent)]
    Token(#[from] NoPlace),
}

impl Reading {
    /// The part of a log that is meant, and where the page begins.
    pub(crate) fn part(&self, now: DateTime<Utc>) -> Result<(Span, Place), BadReading> {
        let read = |text: &Option<String>, last| {
            let text = text.as_deref().filter(|text| !text.is_empty());
            text.map(|text| moment(text, last)).transpose()
        };
        let span = Span::new(read(&self.start, false)?, read(&self.end, true)?, now)?;
        let place = match self.token.as_deref().filter(|token| !token.is_empty()) {
            Some(token) => token.parse()?,
            None => Place::first(span),
        };
        Ok((span, place))
    }
}

/// A page of the log.
#[derive(Debug)]
pub struct EventPage {
    /// The events, the newest first.
    pub events: Vec<EventRow>,
    /// Where the next page begins; none after the last.
    pub next: Option<String>,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum ListEventsError {
    /// The organization's plan has no event log.
    #[error("Resource not found.")]
    NotInPlan,
    /// The organization has no such member.
    #[error("Resource not found.")]
    NoSuchMember,
    /// What is asked for cannot be read.
    #[error(transparent)]
    Reading(#[from] BadReading),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ListEventsError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotInPlan | Self::NoSuchMember => Kind::NotFound,
            Self::Reading(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotInPlan => Some("not_in_plan"),
            _ => None,
        }
    }
}

impl App {
    /// A page of an organization's log, or of what the filter lets through.
    ///
    /// # Errors
    ///
    /// When the log is not in its plan, or what is asked for cannot be read.
    pub async fn list_organization_events(
        &self,
        permit: Permit<ViewEvents>,
        filter: &EventFilter,
        reading: &Reading,
    ) -> Result<EventPage, ListEventsError> {
        self.must_log(&permit).await?;
        self.chosen_events(permit.organization(), filter, reading).await
    }

    /// A page of what a member did in an organization.
    ///
    /// # Errors
    ///
    /// As [`App::list_organization_events`]; when there is no such member.
    pub async fn list_member_events(
        &self,
        permit: Permit<ViewEvents>,
        member: Id<Member>,
        reading: &Reading,
    ) -> Result<EventPage, ListEventsError> {
        self.must_log(&permit).await?;
        let found = self.db.read().await?.membership(permit.organization(), member).await?;
        let found = found.ok_or(ListEventsError::NoSuchMember)?;
        match found.user() {
            Some(user) => self.events(Whose::Member(permit.organization(), user), reading).await,
            None => Ok(EventPage { events: Vec::new(), next: None }),
        }
    }

    /// A page of what a person did to their own account.
    ///
    /// # Errors
    ///
    /// When what is asked for cannot be read.
    pub async fn list_own_events(
        &self,
        user: Id<User>,
        reading: &Reading,
    ) -> Result<EventPage, ListEventsError> {
        self.events(Whose::User(user), reading).await
    }

    async fn must_log(&self, permit: &Permit<ViewEvents>) -> Result<(), ListEventsError> {
        let found = self.db.read().await?.organization(permit.organization()).await?;
        let features = found.map(|organization| organization.entitlements.features);
        if features.is_some_and(|features| features.has(Feature::Events)) {
            Ok(())
        } else {
            Err(ListEventsError::NotInPlan)
        }
    }

    async fn events(&self, whose: Whose, reading: &Reading) -> Result<EventPage, ListEventsError> {
        let (span, place) = reading.part(self.now())?;
        let events = self.db.read().await?.events(whose, span, place, PAGE + 1).await?;
        Ok(EventPage::of(events))
    }

    pub(crate) async fn chosen_events(
        &self,
        organization: Id<Organization>,
        filter: &EventFilter,
        reading: &Reading,
    ) -> Result<EventPage, ListEventsError> {
        let (span, place) = reading.part(self.now())?;
        let mut tx = self.db.read().await?;
        let events = tx.chosen_events(organization, filter, span, place, PAGE + 1).await?;
        Ok(EventPage::of(events))
    }
}

impl EventPage {
    /// What was found, which is one more than a page when another one follows.
    fn of(mut events: Vec<EventRow>) -> Self {
        let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = events.len() > page;
        events.truncate(page);
        let last = events.last().filter(|_| more);
        let next = last.map(|last| Place { at: last.happened_at, id: last.id }.to_string());
        Self { events, next }
    }
}
