//! What tests stand on: a server in memory on either engine, typed callers, and a recorded world.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::return_self_not_must_use,
    reason = "a test that cannot go on should stop where it stands"
)]

mod database;
mod jobs;
mod machine;
mod mail;
mod operator;
mod organizations;
mod pair;
mod payments;
mod person;
mod reply;
mod request;
mod server;
mod syncing;
mod twins;
mod world;

pub use database::{Engine, number, tamper};
pub use machine::SetMachine;
pub use mail::{RecordingCarrier, SentMail};
pub use operator::OperatorAtWork;
pub use organizations::ORGANIZATION_KEY;
pub use pair::{Link, Weather};
pub use payments::Till;
pub use person::{PASSWORD_HASH, Person};
pub use reply::Reply;
pub use request::Request;
pub use server::TestServer;
/// For tests that look into the database.
pub use store;
pub use syncing::{billing_token, cloud_link};
pub use twins::{BILLING_TOKEN, Twins};
pub use world::{CountingRandom, SetClock};

/// Declares a test that runs on both engines, as two tests: `name::sqlite` and `name::postgres`.
///
/// ```text
/// testkit::db_test! {
///     async fn owners_alone_make_keys(engine) {
///         let server = TestServer::cloud(engine).await;
///     }
/// }
/// ```
#[macro_export]
macro_rules! db_test {
    ($($(#[$doc:meta])* async fn $name:ident($engine:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn on($engine: $crate::Engine) $body

            #[tokio::test]
            async fn sqlite() {
                on($crate::Engine::sqlite()).await;
            }

            #[tokio::test]
            async fn postgres() {
                match $crate::Engine::postgres() {
                    Some(engine) => on(engine).await,
                    None => eprintln!("not run: TEST_POSTGRES_URL is not set"),
                }
            }
        }
    )+};
}
