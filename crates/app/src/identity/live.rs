//! Which sign-ins go on, known without asking the database each time.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::{accounts::User, id::Id, identity::Session};
use moka::future::Cache;
use store::StoreError;
use uuid::Uuid;

use super::access_token::Person;
use crate::App;

/// How long another node may go on believing what this one has ended.
const LIFE: Duration = Duration::from_secs(30);
const MOST: u64 = 200_000;

/// Security stamps and sessions as the database had them moments ago.
pub struct Live {
    stamps: Cache<Uuid, Arc<str>>,
    sessions: Cache<Uuid, ()>,
    /// Grows when something ends: what was read before is then not remembered.
    endings: AtomicU64,
    /// When the keys were last read, in seconds.
    pub(crate) keys_read_at: AtomicI64,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            stamps: Cache::builder().max_capacity(MOST).time_to_live(LIFE).build(),
            sessions: Cache::builder().max_capacity(MOST).time_to_live(LIFE).build(),
            endings: AtomicU64::new(0),
            keys_read_at: AtomicI64::new(0),
        }
    }
}

impl App {
    /// Whether the sign-in a token speaks of goes on: its account is there, under the same security
    /// stamp, and its session was not ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn is_signed_in(&self, person: &Person) -> Result<bool, StoreError> {
        let live = &self.0.live;
        let user = person.user.uuid();
        let before = live.endings.load(Ordering::SeqCst);
        let stamp = match live.stamps.get(&user).await {
            Some(stamp) => stamp,
            None => match self.db.read().await?.security_stamp(person.user).await? {
                Some(stamp) => {
                    let stamp: Arc<str> = stamp.into();
                    if live.endings.load(Ordering::SeqCst) == before {
                        live.stamps.insert(user, Arc::clone(&stamp)).await;
                    }
                    stamp
                }
                None => return Ok(false),
            },
        };
        if *stamp != *person.security_stamp {
            return Ok(false);
        }
        let Some(session) = person.session else { return Ok(true) };
        if live.sessions.get(&session.uuid()).await.is_some() {
            return Ok(true);
        }
        let lives = self.db.read().await?.session_lives(session, self.now()).await?;
        if lives && live.endings.load(Ordering::SeqCst) == before {
            live.sessions.insert(session.uuid(), ()).await;
        }
        Ok(lives)
    }

    /// Forgets what is known of the person: their stamp changed, or they are gone. To be called
    /// after the change is committed.
    pub(crate) async fn forget_stamp(&self, user: Id<User>) {
        self.0.live.endings.fetch_add(1, Ordering::SeqCst);
        self.0.live.stamps.invalidate(&user.uuid()).await;
    }

    /// Forgets sessions that were ended. To be called after that is committed.
    pub(crate) async fn forget_sessions(&self, sessions: &[Id<Session>]) {
        self.0.live.endings.fetch_add(1, Ordering::SeqCst);
        for session in sessions {
            self.0.live.sessions.invalidate(&session.uuid()).await;
        }
    }
}
