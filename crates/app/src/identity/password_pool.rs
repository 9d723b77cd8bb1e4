//! Password hashing, on lanes of its own: however many log in, the others go on being served.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

use super::ClientHash;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Mebibytes, passes and lanes: about 20 ms. The client's own derivation did the slow part.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;

/// How many may wait for their turn; more would wait longer than clients do.
const WAITING: usize = 256;

/// Too many passwords are being checked.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("The server is busy. Try again in a moment.")]
pub struct Busy;

impl Fault for Busy {
    fn kind(&self) -> Kind {
        Kind::Busy
    }
}

/// Lanes for slow work, and the queue before them.
pub struct PasswordPool {
    queue: Arc<Semaphore>,
    lanes: Arc<Semaphore>,
}

impl Default for PasswordPool {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::new(cores.saturating_sub(1).max(1), WAITING)
    }
}

impl PasswordPool {
    fn new(lanes: usize, waiting: usize) -> Self {
        Self { queue: Arc::new(Semaphore::new(waiting)), lanes: Arc::new(Semaphore::new(lanes)) }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        let place = Arc::clone(&self.queue).try_acquire_owned().map_err(|_| Busy)?;
        let lane = Arc::clone(&self.lanes).acquire_owned().await.map_err(|_| Busy)?;
        #[expect(clippy::disallowed_methods, reason = "this is the bounded pool")]
        let running = tokio::task::spawn_blocking(move || {
            // Both are held until the work is done, even when nobody waits for it any more.
            let held = (place, lane);
            let outcome = work();
            drop(held);
            outcome
        });
        running.await.map_err(|_| Busy)
    }
}

fn derive(memory: u32, passes: u32, lanes: u32, password: &[u8], salt: &[u8]) -> Option<[u8; 32]> {
    let mut output = [0; 32];
    let params = Params::new(memory, passes, lanes, Some(output.len())).ok()?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(password, salt, &mut output).ok()?;
    Some(output)
}

/// The PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
fn encode(salt: &[u8], hash: &[u8]) -> String {
    let (salt, hash) = (BASE64.encode(salt), BASE64.encode(hash));
    format!("$argon2id$v=19$m={MEMORY},t={PASSES},p=1${salt}${hash}")
}

fn matches(stored: &str, password: &[u8]) -> Option<bool> {
    let mut parts = stored.strip_prefix("$argon2id$v=19$")?.split('$');
    let mut numbers = [0; 3];
    let settings = parts.next()?.split(',').zip(["m=", "t=", "p="]);
    for (number, (setting, name)) in numbers.iter_mut().zip(settings) {
        *number = setting.strip_prefix(name)?.parse().ok()?;
    }
    let [memory, passes, lanes] = numbers;
    let salt = BASE64.decode(parts.next()?).ok()?;
    let hash = BASE64.decode(parts.next()?).ok()?;
    let found = derive(memory, passes, lanes, password, &salt)?;
    Some(found.as_slice().ct_eq(&hash).into())
}

impl App {
    /// What is kept of a client's hash.
    ///
    /// # Errors
    ///
    /// [`Busy`] when too many passwords are being checked.
    pub(crate) async fn hash_password(&self, password: &ClientHash) -> Result<String, Busy> {
        let password = password.clone();
        let mut salt = [0; 16];
        self.ports.random.fill(&mut salt);
        let hashed = self.0.passwords.run(move || {
            derive(MEMORY, PASSES, 1, password.bytes(), &salt).map(|hash| encode(&salt, &hash))
        });
        hashed.await?.ok_or(Busy)
    }

    /// Whether `password` is the one `stored` was made of. Without a stored one it takes as long to
    /// say no.
    ///
    /// # Errors
    ///
    /// [`Busy`] when too many passwords are being checked.
    pub(crate) async fn password_matches(
        &self,
        stored: Option<&str>,
        password: &ClientHash,
    ) -> Result<bool, Busy> {
        let password = password.clone();
        let stored = stored.map(str::to_owned);
        let checked = self.0.passwords.run(move || match stored {
            Some(stored) => matches(&stored, password.bytes()).unwrap_or(false),
            None => {
                let _ = matches(&encode(&[0; 16], &[0; 32]), password.bytes());
                false
            }
        });
        checked.await
    }
}

#[cfg(test)]
mod tests {
    use super::{Busy, PasswordPool, derive, encode, matches};

    #[test]
    fn a_password_matches_what_was_kept_of_it_and_nothing_else() {
        let kept =
            encode(&[7; 16], &derive(super::MEMORY, super::PASSES, 1, b"right", &[7; 16]).unwrap());
        assert_eq!(matches(&kept, b"right"), Some(true));
        assert_eq!(matches(&kept, b"wrong"), Some(false));
        assert_eq!(matches("$2b$something-else", b"right"), None);
    }

    #[tokio::test]
    async fn whoever_finds_the_queue_full_is_told_at_once() {
        let pool = std::sync::Arc::new(PasswordPool::new(1, 2));
        let (open, gate) = std::sync::mpsc::channel::<()>();
        let first = pool.run(move || gate.recv().is_ok());
        let second = pool.run(|| true);
        let third = async {
            let refused = pool.run(|| true).await;
            open.send(()).unwrap();
            refused
        };
        let (first, second, third) = tokio::join!(first, second, third);
        assert!(first.unwrap() && second.unwrap());
        assert!(matches!(third, Err(Busy)));
    }
}
