//! The event log: read and reported.

mod collect_events;
mod list_events;

pub use collect_events::{CollectEventsError, Reported};
pub use list_events::{BadReading, EventPage, ListEventsError, Reading};
pub use store::events::EventFilter;
