//! Every route, on both engines, in both roles.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that looks for what is not there should fail"
)]

mod accounts;
mod admin;
mod billing;
mod collections;
mod events;
mod identity;
mod jobs;
mod licensing;
mod organizations;
mod policies;
mod push;
mod rows;
mod server;
mod sponsorships;
mod sweep;
mod two_step;
mod vault;
mod words;
