//! What self-hosted servers ask of the relay that reaches phones.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A device that messages should reach.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PushRegistration {
    /// Which.
    pub device_id: String,
    /// Where the maker of its system reaches it; a secret of the device.
    pub push_token: String,
    /// Whose it is.
    pub user_id: String,
    /// Its kind, by the protocol's number.
    pub r#type: u8,
    /// What it calls itself.
    pub identifier: String,
    /// The organizations the person is in.
    #[serde(default)]
    pub organization_ids: Vec<String>,
    /// The server the device syncs with; none is the one that asks.
    pub installation_id: Option<Uuid>,
}

/// A device that messages should no longer reach.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PushDevice {
    /// Which.
    pub id: String,
    /// Its kind, by the protocol's number.
    pub r#type: Option<u8>,
}

/// Devices whose owner joined an organization, or left it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PushUpdate {
    /// Which devices.
    pub devices: Vec<PushDevice>,
    /// Which organization.
    pub organization_id: String,
}

/// A message: that something changed, never what it is now.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PushMessage {
    /// For the devices of this person.
    pub user_id: Option<String>,
    /// For the devices of everyone in this organization.
    pub organization_id: Option<String>,
    /// For every device of this server.
    pub installation_id: Option<Uuid>,
    /// Not for this device.
    pub device_id: Option<String>,
    /// Not for the device that calls itself so.
    pub identifier: Option<String>,
    /// What happened, by the protocol's number.
    pub r#type: u8,
    /// Which it happened to.
    pub payload: serde_json::Value,
    /// For clients of this kind alone, by the protocol's number.
    pub client_type: Option<u8>,
}
