//! Licences and the installations they are for.

use anyhow::Result;
use chrono::{DateTime, Utc};
use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{Organization, Person};
use crate::http::Call;

/// What the subscription page of a self-hosted organization shows.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// When the licence ends, with grace.
    pub expiration: Option<DateTime<Utc>>,
    /// When it ends without.
    pub expiration_without_grace_period: Option<DateTime<Utc>>,
}

impl Person {
    /// The licence of a cloud organization for an installation.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn license(&self, organization: Uuid, installation: Uuid) -> Result<Call> {
        let path = format!("/api/organizations/{organization}/license");
        Ok(self.http()?.get(&path).query(&[("installationId", &installation.to_string())]))
    }

    /// Makes a self-hosted organization from a licence.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn create_from_license(&self, license: &Value) -> Result<Organization> {
        let keys = self.new_organization_keys()?;
        let form = file(license)?
            .text("key", keys.wrapped)
            .text("collectionName", keys.collection)
            .text("keys.publicKey", keys.public)
            .text("keys.encryptedPrivateKey", keys.private);
        self.http()?.post("/api/organizations/licenses/self-hosted").multipart(form).read().await
    }

    /// Gives a self-hosted organization another licence.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn update_license(&self, organization: Uuid, license: &Value) -> Result<Call> {
        let path = format!("/api/organizations/licenses/self-hosted/{organization}");
        Ok(self.http()?.post(&path).multipart(file(license)?))
    }

    /// Has a self-hosted organization fetch its licence from the cloud.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn sync_license(&self, organization: Uuid) -> Result<Call> {
        let path = format!("/api/organizations/licenses/self-hosted/{organization}/sync/");
        Ok(self.http()?.post(&path))
    }

    /// What the subscription page of a self-hosted organization shows.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn subscription(&self, organization: Uuid) -> Result<Subscription> {
        self.http()?.get(&format!("/api/organizations/{organization}/subscription")).read().await
    }
}

fn file(license: &Value) -> Result<Form> {
    let part = Part::bytes(serde_json::to_vec_pretty(license)?)
        .file_name("organization_license.json")
        .mime_str("application/json")?;
    Ok(Form::new().part("license", part))
}
