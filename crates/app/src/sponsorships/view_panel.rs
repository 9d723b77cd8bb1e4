//! Everything there is to see of an organization's syncs, at once.

use chrono::{DateTime, Utc};
use domain::{
    authz::{Permit, ViewSync},
    organizations::{
        api_keys::{KeyKind, KeyRecord},
        connections::{CloudLink, Connection, ConnectionKind, Link},
    },
    sponsorships::sync::{
        standing::{self, Light},
        steps::{LicensePart, Ran, Step, StepState, Taken, cure, steps},
    },
};
use store::{StoreError, sponsorships::CursorRow};
use uuid::Uuid;

use super::view_sync::{NotedRun, noted_runs};
use crate::App;

/// How many runs are shown.
const RUNS: i64 = 30;

/// A step, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// Which.
    pub step: &'static str,
    /// How it went.
    pub state: &'static str,
    /// Why it failed, as a code.
    pub code: Option<String>,
    /// Why it failed, in words.
    pub cause: Option<String>,
    /// What to do about it.
    pub cure: Option<&'static str>,
}

/// Everything there is to see of an organization's syncs.
#[derive(Debug)]
pub struct SyncPanel {
    /// How they stand.
    pub light: Light,
    /// Whether a sync begins here; else the server of the organization's own begins it.
    pub begins_here: bool,
    /// How far they have come.
    pub cursor: CursorRow,
    /// How many changes the cloud has not answered.
    pub pending: i64,
    /// When the next one begins by itself.
    pub next_run: Option<DateTime<Utc>>,
    /// The run that goes on.
    pub running: Option<Uuid>,
    /// The connection, where a sync begins.
    pub connection: Option<Connection>,
    /// The billing sync token, on the cloud; never the token itself.
    pub token: Option<KeyRecord>,
    /// The steps of the last run.
    pub steps: Vec<StepView>,
    /// The last runs, the newest first.
    pub runs: Vec<NotedRun>,
}

impl SyncPanel {
    /// How the organization reaches its cloud organization.
    pub fn link(&self) -> Option<&CloudLink> {
        match self.connection.as_ref().map(|it| &it.link) {
            Some(Link::Cloud(link)) => Some(link),
            _ => None,
        }
    }
}

impl App {
    /// Everything there is to see of the syncs of an organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sync_panel(&self, permit: &Permit<ViewSync>) -> Result<SyncPanel, StoreError> {
        let now = self.now();
        let status = self.sync_status(permit).await?;
        let organization = permit.organization();
        let mut tx = self.db.read().await?;
        let connection = tx.connection(organization, ConnectionKind::CloudBillingSync).await?;
        let token = tx.organization_key(organization, KeyKind::BillingSync).await?;
        let runs = noted_runs(&mut tx, organization, None, RUNS).await?;
        drop(tx);

        let running = self.running_sync(organization).await?;
        let begins_here = self.settings.connects_to_cloud;
        let light = if begins_here {
            let home = standing::Home {
                communication: self.settings.cloud_communication,
                connection: connection.as_ref().map(|it| it.enabled),
                running: running.is_some(),
                failures: status.cursor.failures,
                last_success_at: status.cursor.last_success_at,
                pending: status.pending,
            };
            standing::at_home(&home, now)
        } else {
            let cloud = standing::Cloud {
                token_made_at: token.as_ref().map(|it| it.revised_at),
                token_used_at: token.as_ref().and_then(|it| it.last_used_at),
                last_success_at: status.cursor.last_success_at,
            };
            standing::on_the_cloud(&cloud, now)
        };
        let steps = views(&runs, running);
        Ok(SyncPanel {
            light,
            begins_here,
            cursor: status.cursor,
            pending: status.pending,
            next_run: status.next_run,
            running,
            connection,
            token,
            steps,
            runs,
        })
    }
}

/// The steps of the newest run; the licence's is that of the newest run that was about it.
fn views(runs: &[NotedRun], running: Option<Uuid>) -> Vec<StepView> {
    let newest = runs.first().map(|(run, _)| run);
    let licensed = runs.iter().map(|(run, _)| run).find(|run| run.license_outcome.is_some());
    let license = match licensed.and_then(|run| run.license_outcome.as_deref()) {
        None => LicensePart::NotAsked,
        Some("failed") => {
            let code = licensed.and_then(|run| run.license_code.as_deref());
            LicensePart::Failed(code.unwrap_or("server_failed"))
        }
        Some(_) => LicensePart::Compared,
    };
    let ran = newest.map(|run| {
        let running = running == Some(run.id);
        // One that was broken off failed, whether or not somebody could note it.
        let broken = (run.outcome == "running" && !running).then_some("server_failed");
        Ran {
            running,
            failure: run.error_code.as_deref().or(broken),
            exchanged: run.step != "start",
            license,
        }
    });
    let view = |taken: Taken<'_>| {
        let words = match taken.step {
            Step::License => licensed.and_then(|run| run.license_error.clone()),
            _ => newest.and_then(|run| run.error.clone()),
        };
        StepView {
            step: taken.step.word(),
            state: taken.state.word(),
            code: taken.cause.map(str::to_owned),
            cause: words.filter(|_| taken.state == StepState::Failed),
            cure: taken.cause.and_then(cure),
        }
    };
    steps(ran).into_iter().map(view).collect()
}
