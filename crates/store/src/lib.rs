//! The database. SQLite and PostgreSQL look alike from outside.

mod db;

pub mod accounts;
pub mod admin;
pub mod authz;
pub mod keys;
pub mod mails;
pub mod outbox;

pub use db::{Db, Migrated, StoreError, Tx};
