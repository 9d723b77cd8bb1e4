//! Whether the server is well. Looked at when an operator asks, and every now and then so that what
//! went wrong is known by the time somebody asks.

use chrono::{DateTime, TimeDelta, Utc};
use domain::admin::health::{self, Backlog, Finding, Post, State};
use store::StoreError;

use crate::App;

/// Work that should have begun so long ago is late.
const LATE: TimeDelta = TimeDelta::minutes(10);

/// A finding, and since when it is so.
#[derive(Debug, Clone)]
pub struct Watched {
    /// What was found.
    pub finding: Finding,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// How the server is.
#[derive(Debug)]
pub struct Health {
    /// The worst of all findings.
    pub state: State,
    /// What was found.
    pub findings: Vec<Watched>,
}

impl App {
    /// Looks at everything, the way to the cloud included, and says since when it is so.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn health(&self) -> Result<Health, StoreError> {
        let mut found = self.look_around().await?;
        if self.settings.connects_to_cloud {
            let cloud = if self.settings.cloud_communication {
                self.check_cloud(None).await
            } else {
                vec![crate::licensing::check_cloud::communication(false)]
            };
            found.push(self.check_version(&cloud));
            found.extend(cloud);
        } else {
            found.push(self.check_version(&[]));
        }
        self.watch(found).await
    }

    /// Looks at what is here, and remembers since when it is so.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn keep_watch(&self) -> Result<(), StoreError> {
        let found = self.look_around().await?;
        for bad in found.iter().filter(|finding| finding.state == State::Fail) {
            tracing::warn!(check = bad.check, code = bad.code, "the server is not well");
        }
        self.watch(found).await.map(drop)
    }

    async fn look_around(&self) -> Result<Vec<Finding>, StoreError> {
        let now = self.now();
        let mut tx = self.db.read().await?;
        let (jobs, late) = (tx.job_counts().await?, tx.late_jobs(now - LATE).await?);
        let (mails, schedules) = (tx.mail_counts().await?, self.planned(&mut tx).await?);
        drop(tx);
        let greeted = match &self.ports.mail {
            Some(carrier) => Some(carrier.greet().await.map_err(|refused| refused.to_string())),
            None => None,
        };
        let due = schedules.into_iter().filter(|(row, _)| row.next_run_at < now - LATE);
        let due: Vec<String> = due.map(|(row, _)| row.name).collect();
        let backlog = Backlog { given_up: jobs.given_up, late: late.jobs, since: late.since };
        let post = Post { greeted, kept: mails.kept, given_up: mails.given_up };
        let machine = &self.ports.machine;
        Ok(vec![
            Finding::ok("database", format!("{} answers.", self.db.engine()))
                .with("engine", self.db.engine()),
            health::disk(machine.space()),
            health::certificate(machine.certificate(), now),
            health::mail(&post),
            health::jobs(backlog),
            health::schedules(&due),
        ])
    }

    fn check_version(&self, cloud: &[Finding]) -> Finding {
        let reached = cloud.iter().find(|it| it.check == "reached" && it.state == State::Ok);
        let there = reached.and_then(|it| it.values.first()).map(|(_, version)| version.as_str());
        health::version(&self.settings.protocol_version, there)
    }

    async fn watch(&self, found: Vec<Finding>) -> Result<Health, StoreError> {
        let now = self.now();
        let state = found.iter().map(|finding| finding.state).max().unwrap_or(State::Ok);
        let mut findings = Vec::new();
        let mut tx = self.db.write().await?;
        for finding in found {
            let since = tx.watch(finding.check, finding.code, now).await?;
            findings.push(Watched { finding, since });
        }
        tx.commit().await?;
        Ok(Health { state, findings })
    }
}
