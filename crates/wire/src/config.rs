//! What the server says of itself before anyone signs in.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::object::ConfigObject;

/// What the server says of itself.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConfigResponse {
    /// Always `config`.
    pub object: ConfigObject,
    /// The version of the protocol, by which clients decide what they may ask for.
    pub version: String,
    /// Always null.
    pub git_hash: Option<String>,
    /// Who made the server.
    pub server: ServerResponse,
    /// Where everything is.
    pub environment: EnvironmentResponse,
    /// Switches of the clients.
    pub feature_states: BTreeMap<&'static str, bool>,
    /// How notifications come.
    pub push: PushResponse,
    /// What clients should know of the server's settings.
    pub settings: SettingsResponse,
    /// Always null.
    pub communication: Option<String>,
}

/// Who made the server.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServerResponse {
    /// The name.
    pub name: &'static str,
    /// Where to learn more.
    pub url: String,
}

/// Where everything is: absolute addresses.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EnvironmentResponse {
    /// The region; null unless the server has the say about it.
    pub cloud_region: Option<&'static str>,
    /// The web vault.
    pub vault: String,
    /// The API.
    pub api: String,
    /// Sign-in.
    pub identity: String,
    /// Notifications.
    pub notifications: String,
    /// Single sign-on.
    pub sso: String,
}

/// How notifications come.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PushResponse {
    /// 0: over a connection the client holds.
    pub push_technology: i64,
    /// Always null.
    pub vapid_public_key: Option<String>,
}

/// What clients should know of the server's settings.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SettingsResponse {
    /// Whether sign-up is closed.
    pub disable_user_registration: bool,
    /// Whether clients skip their introductions.
    pub suppress_onboarding_interstitials: bool,
}
