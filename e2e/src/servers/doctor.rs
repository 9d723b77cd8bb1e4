//! What a server's doctor finds on the way to its cloud.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Server;

/// What a check of the doctor's found.
#[derive(Debug, Clone, Deserialize)]
pub struct Finding {
    /// What was looked at.
    pub check: String,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was seen.
    pub detail: String,
    /// What to do, when it is not.
    pub cure: Option<String>,
}

impl Server {
    /// Everything the doctor finds on the way to the cloud, good and bad.
    ///
    /// # Errors
    ///
    /// When the doctor cannot be asked.
    pub async fn findings(&self) -> Result<Vec<Finding>> {
        let json = self.said(&["doctor", "cloud", "--json"]).await?;
        serde_json::from_str(&json).with_context(|| format!("no findings: {json}"))
    }

    /// What the doctor finds of one thing.
    ///
    /// # Errors
    ///
    /// When it does not look at that.
    pub async fn finding(&self, check: &str) -> Result<Finding> {
        let findings = self.findings().await?;
        let known: Vec<String> = findings.iter().map(|found| found.check.clone()).collect();
        let found = findings.into_iter().find(|found| found.check == check);
        found.with_context(|| format!("the doctor looks at {known:?}, not at {check}"))
    }
}
