//! What operators did, looked up.

use domain::events::Place;
use store::{
    StoreError,
    operators::{DeedFilter, DeedRow},
};

use crate::{
    App,
    events::{BadReading, Reading},
    fault::{Fault, Kind},
};

/// How many are on a page at most.
const MOST: i64 = 200;

/// A page of what operators did.
#[derive(Debug)]
pub struct AuditPage {
    /// What they did, the newest first.
    pub deeds: Vec<DeedRow>,
    /// Where the next page begins; none after the last.
    pub next: Option<String>,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// What is asked for cannot be read.
    #[error(transparent)]
    Reading(#[from] BadReading),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for AuditError {
    fn kind(&self) -> Kind {
        match self {
            Self::Reading(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// What operators did, the newest first; in the last 30 days unless the reading says otherwise.
    ///
    /// # Errors
    ///
    /// When the reading cannot be read.
    pub async fn audit(
        &self,
        filter: &DeedFilter,
        reading: &Reading,
        count: i64,
    ) -> Result<AuditPage, AuditError> {
        let (span, place) = reading.part(self.now())?;
        let count = count.clamp(1, MOST);
        // One more than a page, to know whether another one follows.
        let mut deeds = self.db.read().await?.deeds(filter, span, place, count + 1).await?;
        let page = usize::try_from(count).unwrap_or(usize::MAX);
        let more = deeds.len() > page;
        deeds.truncate(page);
        let last = deeds.last().filter(|_| more);
        let next = last.map(|last| Place { at: last.happened_at, id: last.id }.to_string());
        Ok(AuditPage { deeds, next })
    }
}
