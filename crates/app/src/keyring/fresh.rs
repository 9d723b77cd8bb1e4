//! Knowing the keys other nodes made, and giving up those they retired.

use std::sync::atomic::Ordering;

use store::{StoreError, Tx};

use crate::App;

/// After how many seconds the keys are read again in any case: so long may a node go on signing with
/// a key that was retired elsewhere.
const STALE: i64 = 15;

impl App {
    /// Reads the keys again if that was not done for a while.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn refresh_keys(&self) -> Result<(), StoreError> {
        if self.keys_read_before(STALE) {
            self.keys.replace(self.db.read().await?.server_keys().await?);
        }
        Ok(())
    }

    /// Reads the keys again if there is none for `purpose` that is called `id`, once a second at most.
    pub(crate) async fn learn_key(&self, purpose: &str, id: &str) -> Result<(), StoreError> {
        if self.keys.by_id(purpose, id).is_none() && self.keys_read_before(1) {
            self.keys.replace(self.db.read().await?.server_keys().await?);
        }
        Ok(())
    }

    /// Reads the keys again if `sealed` names one this node does not know. To be called before a unit
    /// of work begins.
    pub(crate) async fn learn_seal(&self, sealed: &str) -> Result<(), StoreError> {
        match sealed.split_once('.') {
            Some((id, _)) => self.learn_key("seal", id).await,
            None => Ok(()),
        }
    }

    /// The same, in a unit of work that goes on.
    pub(crate) async fn learn_seal_in(&self, tx: &mut Tx, sealed: &str) -> Result<(), StoreError> {
        let Some((id, _)) = sealed.split_once('.') else { return Ok(()) };
        if self.keys.by_id("seal", id).is_none() && self.keys_read_before(1) {
            self.keys.replace(tx.server_keys().await?);
        }
        Ok(())
    }

    /// Whether the keys were read `seconds` ago or longer; whoever is told so reads them.
    fn keys_read_before(&self, seconds: i64) -> bool {
        let now = self.now().timestamp();
        let read_at = &self.0.live.keys_read_at;
        let last = read_at.load(Ordering::Relaxed);
        now - last >= seconds
            && read_at.compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }
}
