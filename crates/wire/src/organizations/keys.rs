//! Keys an organization hands to programs.
#![expect(missing_docs, reason = "the fields are the protocol's own")]

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::{ApiKeyObject, KeyInformationObject};

/// Asks for a key.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiKeyRequest {
    #[serde(rename = "type", default)]
    pub kind: i64,
    pub master_password_hash: Option<String>,
}

/// A key, shown this once.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationApiKeyResponse {
    pub object: ApiKeyObject,
    pub api_key: String,
    pub revision_date: DateTime<Utc>,
}

/// What is known of a key.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeyInformationResponse {
    pub object: KeyInformationObject,
    pub key_type: i64,
    pub revision_date: DateTime<Utc>,
    /// Its last four characters.
    pub last_four: String,
    pub last_used_date: Option<DateTime<Utc>>,
    /// The installation that used it.
    pub last_used_by: Option<Uuid>,
    /// Until when the key before it works.
    pub previous_valid_until: Option<DateTime<Utc>>,
}
