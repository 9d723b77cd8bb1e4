//! Limits on guessing, counted in the database so that every node counts alike.

use std::{net::IpAddr, time::Duration};

use chrono::TimeDelta;
use store::StoreError;

use super::secret::sha256;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Too many tries.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("Too many attempts. Wait a few minutes and try again.")]
pub struct TooMany {
    /// How long until one is let through again.
    pub wait: Duration,
}

impl Fault for TooMany {
    fn kind(&self) -> Kind {
        Kind::TooMany { wait: self.wait }
    }
}

/// What is counted, how many are allowed, and in how many minutes.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is counted.
    pub what: &'static str,
    /// How many are allowed.
    pub most: i64,
    /// In how many minutes.
    pub minutes: i64,
}

/// Wrong proofs for one account from one address.
pub const PAIR: Limit = Limit { what: "pair", most: 20, minutes: 10 };
/// Wrong proofs for one account, wherever they come from: so many that one address cannot lock
/// anyone out, and few enough that many addresses guess nothing.
pub const ACCOUNT: Limit = Limit { what: "password", most: 400, minutes: 10 };
/// Wrong passwords from one address.
pub const ADDRESS: Limit = Limit { what: "address", most: 100, minutes: 10 };
/// Wrong codes for the second step, of one account: whoever tries has the password already, so that
/// its owner waits too is the smaller harm.
pub const CODES: Limit = Limit { what: "codes", most: 10, minutes: 10 };
/// Mails one can have sent to an address that is not known to be one's own.
pub const LETTERS: Limit = Limit { what: "letters", most: 10, minutes: 60 };
/// Mails one address of the network can have sent.
pub const SENDERS: Limit = Limit { what: "senders", most: 60, minutes: 60 };

/// What is proved.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Proof {
    /// The password, to sign in.
    Password,
    /// An API key, to sign in.
    Key,
    /// The password again, by someone who is signed in.
    Again,
}

/// Tries that were counted, to be taken back if they succeed.
#[derive(Debug, Default)]
pub struct Counted(Vec<String>);

/// How a count ended.
#[derive(Debug, thiserror::Error)]
pub enum CountError {
    /// Too many.
    #[error(transparent)]
    TooMany(#[from] TooMany),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl App {
    /// Counts a try against each limit, under the name it has there, up to the first that is reached;
    /// nothing when limits are off.
    ///
    /// # Errors
    ///
    /// [`TooMany`] when a limit is reached.
    pub async fn count(&self, tries: &[(Limit, String)]) -> Result<Counted, CountError> {
        if !self.settings.limits {
            return Ok(Counted::default());
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        let mut counted = Vec::with_capacity(tries.len());
        let mut reached = None;
        for (limit, name) in tries {
            // Names are hashed: mail addresses are no business of whoever reads this table.
            let key = format!("{}:{}", limit.what, hex::encode(sha256(name.as_bytes())));
            let ends = now + TimeDelta::minutes(limit.minutes);
            let (tried, opens) = tx.count_try(&key, ends, now).await?;
            counted.push(key);
            if tried > limit.most {
                // What is refused here is not held against those who share a later limit.
                reached = Some(TooMany { wait: (opens - now).to_std().unwrap_or_default() });
                break;
            }
        }
        tx.commit().await?;
        match reached {
            Some(too_many) => Err(too_many.into()),
            None => Ok(Counted(counted)),
        }
    }

    /// Takes tries back that succeeded.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_back(&self, counted: Counted) -> Result<(), StoreError> {
        if counted.0.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.write().await?;
        for key in &counted.0 {
            tx.take_back_try(key).await?;
        }
        tx.commit().await
    }

    /// Counts a letter that someone from `address` has sent to `email`, which need not be their own.
    ///
    /// # Errors
    ///
    /// [`TooMany`] when a limit is reached.
    pub(crate) async fn count_letter(
        &self,
        email: &str,
        address: Option<IpAddr>,
    ) -> Result<(), CountError> {
        let sender = address.map(|address| (SENDERS, network(address))).into_iter();
        let tries: Vec<_> = sender.chain([(LETTERS, email.to_owned())]).collect();
        self.count(&tries).await.map(drop)
    }

    /// Counts the check of a proof, for the account called `name` and the address it comes from. Each
    /// kind of proof is counted for itself: who fails at one does not keep anyone from another.
    ///
    /// # Errors
    ///
    /// [`TooMany`] when a limit is reached.
    pub(crate) async fn count_proof(
        &self,
        proof: Proof,
        name: &str,
        address: Option<IpAddr>,
    ) -> Result<Counted, CountError> {
        let from = address.map(network);
        let name = format!("{proof:?}:{name}");
        let pair = format!("{name}:{}", from.as_deref().unwrap_or_default());
        let tries = from.map(|from| (ADDRESS, from)).into_iter();
        let tries: Vec<_> = tries.chain([(PAIR, pair), (ACCOUNT, name)]).collect();
        self.count(&tries).await
    }
}

/// The address, or for IPv6 the network of it that one household has.
pub(crate) fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

impl Fault for CountError {
    fn kind(&self) -> Kind {
        match self {
            Self::TooMany(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }
}
