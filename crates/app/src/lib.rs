//! What the product can be asked to do: one file per use case.

pub mod accounts;
pub mod admin;
pub mod billing;
pub mod collections;
pub mod events;
pub mod fault;
pub mod identity;
pub mod jobs;
pub mod keyring;
pub mod licensing;
pub mod mail;
pub mod organizations;
pub mod policies;
pub mod ports;
pub mod settings;
pub mod sponsorships;
pub mod vault;

use std::{ops::Deref, sync::Arc};

use chrono::{DateTime, SubsecRound, Utc};
use domain::id::Id;
use store::Db;
use uuid::Uuid;

use identity::{live::Live, password_pool::PasswordPool};

pub use keyring::KeyRing;
pub use ports::Ports;
pub use settings::Settings;

/// Everything a use case may reach. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<House>);

/// The parts, and what an [`App`] makes for itself.
struct House {
    parts: Parts,
    passwords: Arc<PasswordPool>,
    live: Arc<Live>,
}

/// What an [`App`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// What the server signs and seals with.
    pub keys: KeyRing,
    /// What the operator decided.
    pub settings: Settings,
    /// The world outside, as the role has it.
    pub ports: Ports,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(House { parts, passwords: Arc::default(), live: Arc::default() }))
    }

    /// The same server with other parts: what it knows for the moment and its queues stay, so that
    /// requests begun before and after the change see the same.
    #[must_use]
    pub fn rebuilt(&self, parts: Parts) -> Self {
        let (passwords, live) = (Arc::clone(&self.0.passwords), Arc::clone(&self.0.live));
        Self(Arc::new(House { parts, passwords, live }))
    }

    /// The present moment, in the microseconds both engines keep.
    pub fn now(&self) -> DateTime<Utc> {
        self.ports.clock.now().trunc_subsecs(6)
    }

    /// A new identifier, later in order than those before it.
    pub fn id<T>(&self) -> Id<T> {
        let milliseconds = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        let mut random = [0; 10];
        self.ports.random.fill(&mut random);
        Id::new(uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid())
    }

    /// A new identifier nobody can guess.
    pub fn unguessable_id(&self) -> Uuid {
        let mut random = [0; 16];
        self.ports.random.fill(&mut random);
        uuid::Builder::from_random_bytes(random).into_uuid()
    }

    /// `length` random letters and digits: each is worth 5.95 bits.
    pub fn alphanumeric(&self, length: usize) -> String {
        const LETTERS: &[u8; 62] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let mut text = String::with_capacity(length);
        let mut bytes = [0; 64];
        while text.len() < length {
            self.ports.random.fill(&mut bytes);
            // Bytes past the last whole multiple of 62 would favour the first letters.
            let fair = bytes.iter().filter(|byte| **byte < 248);
            let letters = fair.filter_map(|byte| LETTERS.get(usize::from(*byte) % 62));
            text.extend(letters.map(|letter| char::from(*letter)).take(length - text.len()));
        }
        text
    }
}
