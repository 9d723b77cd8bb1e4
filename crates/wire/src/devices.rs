//! Devices people have signed in on.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::DeviceObject;

/// A device.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeviceResponse {
    /// Always `device`.
    pub object: DeviceObject,
    /// Which.
    pub id: Uuid,
    /// Its name for people.
    pub name: String,
    /// Its kind, by the protocol's number.
    #[serde(rename = "type")]
    pub kind: i64,
    /// What it calls itself.
    pub identifier: String,
    /// When the person first signed in on it.
    pub creation_date: DateTime<Utc>,
    /// When it was last heard of.
    pub last_activity_date: DateTime<Utc>,
    /// Whether it can unlock the vault by itself.
    pub is_trusted: bool,
    /// The user key, for the device's own key pair.
    pub encrypted_user_key: Option<String>,
    /// The device's public key, wrapped.
    pub encrypted_public_key: Option<String>,
    /// Always null.
    pub device_pending_auth_request: Option<String>,
}

/// Where notifications reach a device.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeviceTokenRequest {
    /// The token of the push service.
    pub push_token: String,
}

/// Devices that are trusted no more.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UntrustRequest {
    /// Which.
    #[serde(default)]
    pub devices: Vec<Uuid>,
}

/// The keys of a trusted device.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeviceKeysRequest {
    /// The user key, for the device's own key pair.
    pub encrypted_user_key: String,
    /// The device's public key, wrapped.
    pub encrypted_public_key: String,
    /// The device's private key, wrapped.
    pub encrypted_private_key: String,
}
