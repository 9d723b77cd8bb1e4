//! Installations, connected servers and licence keys.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::{
    ConnectedServerObject, InstallationKeyObject, InstallationObject, PremiumObject,
};

/// Who asks for an installation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InstallationRequest {
    /// A mail address.
    #[serde(default)]
    pub email: String,
    /// The region it is wanted in: `US`, `EU` or `Gov`.
    pub region: Option<String>,
}

/// An installation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InstallationResponse {
    /// Always `installation`.
    pub object: InstallationObject,
    /// Its id.
    pub id: Uuid,
    /// Its key, when it was just made; null ever after.
    pub key: Option<String>,
    /// Whether it may sign in.
    pub enabled: bool,
}

/// An installation proves that it holds the present key, to get another.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotateInstallationKeyRequest {
    /// The present key.
    #[serde(default)]
    pub key: String,
}

/// Another key of an installation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InstallationKeyResponse {
    /// Always `installationKey`.
    pub object: InstallationKeyObject,
    /// The installation.
    pub id: Uuid,
    /// The key; it is shown only now.
    pub key: String,
    /// Until when the key before still works.
    pub previous_key_until: DateTime<Utc>,
}

/// A server that serves an organization.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConnectedServerResponse {
    /// Always `connectedServer`.
    pub object: ConnectedServerObject,
    /// Its installation.
    pub installation_id: Uuid,
    /// Whether an owner approved it.
    pub approved: bool,
    /// Whether an owner removed it; it is not served before one approves it again.
    pub refused: bool,
    /// Whether it may sign in.
    pub enabled: bool,
    /// Since when it is known.
    pub creation_date: DateTime<Utc>,
    /// When it last fetched or synced something of the organization's.
    pub last_sync_date: Option<DateTime<Utc>>,
    /// When it last signed in.
    pub last_activity_date: Option<DateTime<Utc>>,
}

/// What a self-hosted server proves to get a licence.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LicenseFetchRequest {
    /// The key of the licence it holds.
    #[serde(default)]
    pub license_key: String,
    /// The organization's billing sync token.
    #[serde(default)]
    pub billing_sync_key: String,
}

impl std::fmt::Debug for LicenseFetchRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LicenseFetchRequest(…)")
    }
}

/// The public keys licences are signed with, as a JSON Web Key Set.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenseKeysResponse {
    /// The keys, the one that signs now first.
    pub keys: Vec<LicenseKeyResponse>,
}

/// One public key, as a JSON Web Key.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenseKeyResponse {
    /// Always `RSA`.
    pub kty: &'static str,
    /// Always `sig`.
    #[serde(rename = "use")]
    pub usage: &'static str,
    /// Always `RS256`.
    pub alg: &'static str,
    /// Its id.
    pub kid: String,
    /// The modulus, base64url.
    pub n: String,
    /// The exponent, base64url.
    pub e: String,
}

/// What a self-hosted server proves to get a person's licence.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonalLicenseFetchRequest {
    /// The key of the licence it holds.
    #[serde(default)]
    pub license_key: String,
}

impl std::fmt::Debug for PersonalLicenseFetchRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonalLicenseFetchRequest(…)")
    }
}

/// What a person has of premium features.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PremiumResponse {
    /// Always `subscription`.
    pub object: PremiumObject,
    /// Whether they are open to the person now.
    pub premium: bool,
    /// How much the person stores, in words; null without premium features.
    pub storage_name: Option<String>,
    /// How much the person stores, in GB.
    pub storage_gb: Option<f64>,
    /// How much the person may store, in GB.
    pub max_storage_gb: Option<i64>,
    /// The licence they come from; null on a cloud.
    pub license: Option<PersonalLicenseResponse>,
    /// Until when they are open.
    pub expiration: Option<DateTime<Utc>>,
}

/// A personal licence, as far as it was proven.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonalLicenseResponse {
    /// The name of the person it was made for.
    pub name: String,
    /// The person's mail address when it was made.
    pub email: String,
    /// Whether it is only being tried.
    pub trial: bool,
    /// When it was made.
    pub issued: DateTime<Utc>,
    /// When a newer one should be fetched.
    pub refresh: Option<DateTime<Utc>>,
    /// When it runs out.
    pub expires: Option<DateTime<Utc>>,
}
