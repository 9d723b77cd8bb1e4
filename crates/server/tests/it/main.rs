//! The program itself, as an operator runs it.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop where it stands"
)]

mod admin;
mod backup;
mod doctor;
mod lifecycle;
mod pages;
mod program;
