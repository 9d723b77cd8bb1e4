//! The database. SQLite and PostgreSQL look alike from outside.

mod db;

pub mod accounts;
pub mod admin;
pub mod authz;
pub mod billing;
pub mod collections;
pub mod events;
pub mod groups;
pub mod identity;
pub mod jobs;
pub mod keys;
pub mod licensing;
pub mod mails;
pub mod memberships;
pub mod operators;
pub mod organizations;
pub mod outbox;
pub mod policies;
pub mod portal;
pub mod schedules;
pub mod sponsorships;
pub mod vault;

pub use db::{Alone, Db, Migrated, StoreError, Tx};
