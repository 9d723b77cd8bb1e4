//! The way to the cloud, tried step by step: each with what was found and what to do about it.

use chrono::{DateTime, Utc};
use domain::{
    authz::{ManageLicense, Permit},
    licensing::verify::LEEWAY,
};

use super::{document::read, sync_license::SyncLicenseError};
use crate::{
    App,
    ports::{CloudError, CloudFacts, CloudScope},
};

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Good,
    /// It works, and may not for long.
    Doubtful,
    /// It does not.
    Bad,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// A stable word for it.
    pub name: &'static str,
    /// How it went.
    pub outcome: Outcome,
    /// What was found.
    pub found: String,
    /// What to do about it, if something must be done.
    pub remedy: Option<String>,
}

impl Check {
    fn new(name: &'static str, outcome: Outcome, found: impl Into<String>) -> Self {
        Self { name, outcome, found: found.into(), remedy: None }
    }

    fn remedied(mut self, remedy: &str) -> Self {
        self.remedy = Some(remedy.to_owned());
        self
    }
}

impl App {
    /// Tries the way to the cloud; with `permit`, also the billing sync token and the licence of its
    /// organization. Changes nothing here.
    pub async fn check_cloud(&self, permit: Option<&Permit<ManageLicense>>) -> Vec<Check> {
        let mut checks = vec![self.check_setting()];
        let facts = self.ports.cloud.facts().await;
        checks.push(reached(&facts));
        checks.extend(facts.as_ref().ok().map(|facts| self.check_region(facts)));
        checks.extend(facts.as_ref().ok().and_then(|facts| check_clock(facts, self.now())));
        for scope in [CloudScope::Installation, CloudScope::Licensing] {
            checks.push(signed_in(scope, self.ports.cloud.sign_in(scope).await));
        }
        if let Some(permit) = permit {
            checks.push(self.check_license(permit).await);
        }
        checks
    }

    fn check_setting(&self) -> Check {
        if self.settings.cloud_communication {
            return Check::new(
                "communication",
                Outcome::Good,
                "This server may talk to its cloud.",
            );
        }
        Check::new("communication", Outcome::Bad, "This server may not talk to its cloud.")
            .remedied("Set cloud.communication to true and reload the server.")
    }

    fn check_region(&self, facts: &CloudFacts) -> Check {
        let here = self.settings.region.name();
        match facts.region.as_deref() {
            None => Check::new("region", Outcome::Doubtful, "The cloud does not say its region."),
            Some(region) if region.eq_ignore_ascii_case(here) => {
                Check::new("region", Outcome::Good, format!("The region is {here} on both sides."))
            }
            Some(region) => Check::new(
                "region",
                Outcome::Bad,
                format!("The cloud is in the region {region}, this server is set to {here}."),
            )
            .remedied(
                "Set cloud.region and the cloud's addresses to the region of the installation.",
            ),
        }
    }

    async fn check_license(&self, permit: &Permit<ManageLicense>) -> Check {
        const NAME: &str = "license";
        let request = match self.license_request(permit).await {
            Ok(request) => request,
            Err(error) => return Check::new(NAME, Outcome::Bad, error.to_string()),
        };
        let fetched = self.ports.cloud.license(request).await;
        let document = match fetched {
            Ok(document) => document,
            Err(error) => {
                let found = SyncLicenseError::Cloud(error).to_string();
                return Check::new(NAME, Outcome::Bad, found)
                    .remedied("Make a new billing sync token on the cloud and enter it here.");
            }
        };
        match self.verified(&document).await {
            Ok(_) => Check::new(NAME, Outcome::Good, "The cloud's license can be used here."),
            Err(error) if read(&document, &[]).is_ok() => {
                Check::new(NAME, Outcome::Bad, error.to_string())
            }
            Err(error) => Check::new(NAME, Outcome::Bad, format!("The cloud sent {error}.")),
        }
    }
}

fn reached(facts: &Result<CloudFacts, CloudError>) -> Check {
    match facts {
        Ok(facts) => {
            let version = facts.version.as_deref().unwrap_or("unknown");
            Check::new("reached", Outcome::Good, format!("The cloud answers, version {version}."))
        }
        Err(error) => Check::new("reached", Outcome::Bad, error.to_string())
            .remedied("Check name resolution, firewall, proxy and certificates on the way there."),
    }
}

fn check_clock(facts: &CloudFacts, now: DateTime<Utc>) -> Option<Check> {
    let apart = facts.time? - now;
    let minutes = apart.num_minutes();
    let found = match minutes {
        0 => "The clocks agree.".to_owned(),
        1.. => format!("The clock of this server is {minutes} minutes behind the cloud's."),
        _ => format!("The clock of this server is {} minutes ahead of the cloud's.", -minutes),
    };
    let outcome = match apart.abs() {
        apart if apart < chrono::TimeDelta::minutes(1) => Outcome::Good,
        apart if apart <= LEEWAY => Outcome::Doubtful,
        _ => Outcome::Bad,
    };
    let check = Check::new("clock", outcome, found);
    Some(if outcome == Outcome::Good { check } else { check.remedied("Set the clock right.") })
}

fn signed_in(scope: CloudScope, answer: Result<(), CloudError>) -> Check {
    let name = match scope {
        CloudScope::Installation => "token.installation",
        CloudScope::Licensing => "token.licensing",
        CloudScope::Push => "token.push",
    };
    match answer {
        Ok(()) => Check::new(name, Outcome::Good, "The cloud accepts the installation."),
        Err(error @ CloudError::Unauthorized) => Check::new(name, Outcome::Bad, error.to_string())
            .remedied("Check cloud.installation_id and cloud.installation_key, and their region."),
        Err(error) => Check::new(name, Outcome::Bad, error.to_string()),
    }
}
