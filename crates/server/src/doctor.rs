//! `doctor`: finds out why something does not work, one line per check, each failure with its cure.

mod checks;
mod finding;
mod journey;
mod route;

use anyhow::Result;

use self::{finding::Finding, journey::Journey};
use crate::{cli::Ended, config::Config, say::say};

/// A check: looks at one thing, and says what it found. It may lean on what those before it learned.
type Check = for<'a> fn(&'a mut Journey) -> app::ports::Answer<'a, Vec<Finding>>;

/// The checks of the way to the cloud, in the order in which they lean on each other.
const CLOUD: &[Check] = &[
    |journey| Box::pin(async { checks::settings::communication(journey) }),
    |journey| Box::pin(async { checks::settings::installation(journey) }),
    |journey| Box::pin(checks::network::names(journey)),
    |journey| Box::pin(checks::network::ports(journey)),
    |journey| Box::pin(checks::network::protection(journey)),
    |journey| Box::pin(async { checks::clock::clock(journey) }),
    |journey| Box::pin(checks::cloud::token(journey)),
    |journey| Box::pin(checks::cloud::region(journey)),
];

/// Checks the way from this server to its cloud. Nothing needs to run, and nothing is changed.
pub async fn cloud(config: &Config, json: bool) -> Result<Ended> {
    let mut journey = Journey::begin(config)?;
    let mut findings = Vec::new();
    for check in CLOUD {
        for finding in check(&mut journey).await {
            if !json {
                say(&finding);
            }
            findings.push(finding);
        }
    }
    if json {
        say(serde_json::to_string_pretty(&findings)?);
    }
    let well = findings.iter().all(|finding| finding.ok);
    Ok(if well { Ended::Well } else { Ended::Badly })
}
