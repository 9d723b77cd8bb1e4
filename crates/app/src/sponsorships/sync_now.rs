//! One button: sponsorships are synced, and the licence with them.

use domain::authz::{ManageLicense, Permit, SyncNow};
use store::StoreError;
use uuid::Uuid;

use super::sync_sponsorships::{SyncError, Trigger};
use crate::{App, fault::Fault as _, licensing::sync_license::SyncLicenseError};

/// A sync that somebody asked for.
#[derive(Debug)]
pub struct SyncedNow {
    /// The run, under which both sides know it.
    pub run: Uuid,
    /// How it went; none while it goes on.
    pub ended: Option<Ended>,
}

/// How a sync went.
#[derive(Debug)]
pub struct Ended {
    /// What became of the sponsorships.
    pub sponsorships: Result<(), SyncError>,
    /// What became of the licence: whether it differs from the one before.
    pub license: Result<bool, SyncLicenseError>,
}

impl SyncedNow {
    /// The run, for those who asked about sponsorships.
    ///
    /// # Errors
    ///
    /// Why the sponsorships were not synced.
    pub fn sponsorships(self) -> Result<Uuid, SyncError> {
        self.ended.map_or(Ok(()), |ended| ended.sponsorships).map(|()| self.run)
    }

    /// The run, for those who asked about the licence.
    ///
    /// # Errors
    ///
    /// Why the licence was not fetched.
    pub fn license(self) -> Result<Uuid, SyncLicenseError> {
        self.ended.map_or(Ok(false), |ended| ended.license).map(|_| self.run)
    }
}

impl App {
    /// Syncs the sponsorships of an organization and fetches its licence, in one run that says what
    /// became of both. The licence is fetched even when the sync failed. A run that lasts goes on by
    /// itself, and so does one that began before: it is answered at once.
    ///
    /// # Errors
    ///
    /// When the run cannot be noted, or the server stops meanwhile.
    pub async fn sync_now(
        &self,
        permit: Permit<SyncNow>,
        license: Permit<ManageLicense>,
    ) -> Result<SyncedNow, SyncError> {
        let run = match self.start_sync(&permit, Trigger::Manual).await {
            Ok(run) => run,
            Err(SyncError::GoesOn(run)) => return Ok(SyncedNow { run, ended: None }),
            Err(error) => return Err(error),
        };
        let app = self.clone();
        let work = async move { app.sync_both(run, permit, license).await };
        #[expect(
            clippy::disallowed_methods,
            reason = "someone waits for it, and its run is noted: what a crash cuts off is seen, and \
                      asked for again"
        )]
        let mut working = tokio::spawn(work);
        tokio::select! {
            biased;
            outcome = &mut working => match outcome {
                Ok(ended) => Ok(SyncedNow { run, ended: Some(ended?) }),
                Err(_) => Err(SyncError::Interrupted),
            },
            () = tokio::time::sleep(self.settings.answer_within) => {
                Ok(SyncedNow { run, ended: None })
            }
        }
    }

    async fn sync_both(
        &self,
        run: Uuid,
        permit: Permit<SyncNow>,
        license: Permit<ManageLicense>,
    ) -> Result<Ended, StoreError> {
        let sponsorships = self.go_on_syncing(run, &permit, Trigger::Manual).await;
        let license = self.sync_license(license).await;
        let (outcome, why) = match &license {
            Ok(true) => ("updated", None),
            Ok(false) => ("unchanged", None),
            Err(error) => ("failed", Some((error.word(), error.to_string()))),
        };
        let why = why.as_ref().map(|(code, words)| (*code, words.as_str()));
        let mut tx = self.db.write().await?;
        tx.note_license(run, outcome, why).await?;
        tx.commit().await?;
        Ok(Ended { sponsorships, license })
    }
}

impl SyncLicenseError {
    /// The word it is noted under.
    fn word(&self) -> &'static str {
        match self {
            Self::NoConnection => "no_connection",
            Self::Cloud(error) => error.noted(),
            other => other.code().unwrap_or("server_failed"),
        }
    }
}
