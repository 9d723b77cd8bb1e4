//! Sponsorships, and how far their syncs have come.

mod counts;
mod facts;
mod find;
mod link;
mod row;
mod runs;
mod save;
mod settle;
mod sync;

pub use counts::Counts;
pub use facts::SponsorRecord;
pub use find::{Page, Wanted};
pub use link::{CloudLinkRow, PeerRun};
pub use runs::{RefusedItem, RunRow, RunTotals};
pub use sync::CursorRow;

/// Every statement of the room.
#[cfg(test)]
pub(crate) const ROOM: &[&[crate::db::Sql]] =
    &[counts::ALL, facts::ALL, find::ALL, link::ALL, runs::ALL, save::ALL, settle::ALL, sync::ALL];
