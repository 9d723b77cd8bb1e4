//! The billing token, and the connection it is applied to.

use anyhow::Result;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Person, organizations::List};
use crate::http::Call;

/// The kind of key a self-hosted server syncs with.
const BILLING_SYNC: u8 = 1;

/// A key of an organization.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiKey {
    /// The key.
    pub api_key: String,
    /// When it was made.
    pub revision_date: DateTime<Utc>,
}

/// That an organization has a key of some kind.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyInformation {
    /// Its kind.
    pub key_type: u8,
    /// When it was made.
    pub revision_date: DateTime<Utc>,
}

/// What a self-hosted organization knows of its cloud organization.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// None as long as nothing was applied.
    pub id: Option<Uuid>,
    /// Whether it is in use.
    pub enabled: bool,
    /// The token and the organization.
    pub config: Option<Value>,
}

/// How an organization's syncs go.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SyncStatus {
    /// When one last succeeded.
    pub last_success: Option<DateTime<Utc>>,
    /// When one was last tried.
    pub last_try: Option<DateTime<Utc>>,
    /// When the server tries by itself again.
    pub next_run: Option<DateTime<Utc>>,
    /// How many changes the cloud has not answered.
    pub pending: i64,
    /// How many tries have failed in a row.
    pub failures: i64,
}

impl Connection {
    /// A field of the configuration, in whichever case it came.
    pub fn field(&self, name: &str) -> Option<&Value> {
        let fields = self.config.as_ref()?.as_object()?;
        fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Person {
    /// The billing token of an organization, made on the first call.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn billing_token(&self, organization: Uuid, password: &str) -> Result<Call> {
        self.key_call(organization, "api-key", password)
    }

    /// A new billing token in place of the old one.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn rotate_billing_token(&self, organization: Uuid, password: &str) -> Result<Call> {
        self.key_call(organization, "rotate-api-key", password)
    }

    fn key_call(&self, organization: Uuid, verb: &str, password: &str) -> Result<Call> {
        let hash = self.hash_of(password)?;
        let body = json!({ "type": BILLING_SYNC, "masterPasswordHash": hash });
        Ok(self.http()?.post(&format!("/api/organizations/{organization}/{verb}")).json(&body))
    }

    /// Whether the organization has a billing token, and since when.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn billing_token_since(&self, organization: Uuid) -> Result<Option<DateTime<Utc>>> {
        let path = format!("/api/organizations/{organization}/api-key-information/{BILLING_SYNC}");
        let list: List<KeyInformation> = self.http()?.get(&path).read().await?;
        let mut found = list.data.into_iter().filter(|key| key.key_type == BILLING_SYNC);
        Ok(found.next().map(|key| key.revision_date))
    }

    /// Whether the server talks to its cloud.
    ///
    /// # Errors
    ///
    /// When the server refuses to say.
    pub async fn cloud_communication(&self) -> Result<bool> {
        self.http()?.get("/api/organizations/connections/enabled").read().await
    }

    /// The connection of a self-hosted organization.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn connection(&self, organization: Uuid) -> Result<Connection> {
        let path = format!("/api/organizations/connections/{organization}/{BILLING_SYNC}");
        self.http()?.get(&path).read().await
    }

    /// Applies a billing token, for the first time or in place of another.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn apply_billing_token(&self, organization: Uuid, token: &str) -> Result<Connection> {
        let body = json!({
            "type": BILLING_SYNC, "organizationId": organization, "enabled": true,
            "config": { "billingSyncKey": token },
        });
        let call = match self.connection(organization).await?.id {
            None => self.http()?.post("/api/organizations/connections/"),
            Some(id) => self.http()?.put(&format!("/api/organizations/connections/{id}")),
        };
        call.json(&body).read().await
    }

    /// Syncs the organization with its cloud organization, and waits for the outcome.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn sync_now(&self, organization: Uuid) -> Result<Call> {
        let path = format!("/api/organization/sponsorship/self-hosted/{organization}/sync-now");
        Ok(self.http()?.post(&path))
    }

    /// How the organization's syncs go.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn sync_status(&self, organization: Uuid) -> Result<SyncStatus> {
        let path = format!("/api/organization/sponsorship/{organization}/sync-status");
        self.http()?.get(&path).read().await
    }
}
