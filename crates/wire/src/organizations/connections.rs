//! Connections. Their configuration is answered with capitals, as clients have always found it.
#![expect(missing_docs, reason = "the fields are the protocol's own")]

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A connection to be made or changed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionRequest {
    #[serde(rename = "type")]
    pub kind: i64,
    pub organization_id: Uuid,
    #[serde(default)]
    pub enabled: bool,
    pub config: Option<ConnectionConfigRequest>,
}

/// Its configuration: some fields for each type.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionConfigRequest {
    pub billing_sync_key: Option<String>,
    /// Whether licences are fetched and applied without anyone asking.
    pub automatic_license: Option<bool>,
    pub enabled: Option<bool>,
    pub scim_provider: Option<i64>,
    pub invite_users_after_provisioning: Option<bool>,
}

/// A connection; without an id there is none.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionResponse {
    pub id: Option<Uuid>,
    #[serde(rename = "type")]
    pub kind: i64,
    pub organization_id: Uuid,
    pub enabled: bool,
    pub config: Option<ConnectionConfig>,
}

/// The configuration of a connection.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum ConnectionConfig {
    /// To the cloud organization.
    #[serde(rename_all = "PascalCase")]
    Cloud {
        billing_sync_key: Option<String>,
        cloud_organization_id: Uuid,
        last_license_sync: Option<DateTime<Utc>>,
        automatic_license: bool,
    },
    /// To a provisioning service.
    #[serde(rename_all = "PascalCase")]
    Scim { enabled: bool, scim_provider: Option<i64>, invite_users_after_provisioning: bool },
}
