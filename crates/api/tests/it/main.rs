//! Every route, on both engines, in both roles.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that looks for what is not there should fail"
)]

mod accounts;
mod admin;
mod events;
mod identity;
mod jobs;
mod licensing;
mod server;
mod sponsorships;
mod sweep;
