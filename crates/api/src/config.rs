//! `GET /api/config`: what clients ask before anything else.

use std::collections::BTreeMap;

use app::App;
use axum::{Json, extract::State};
use utoipa_axum::routes;
use wire::{
    config::{ConfigResponse, EnvironmentResponse, PushResponse, ServerResponse, SettingsResponse},
    object::ConfigObject,
};

use crate::Routes;

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(config))
}

/// What the server says of itself.
#[utoipa::path(get, path = "/config", responses((status = 200, body = ConfigResponse)), tag = "server")]
async fn config(State(app): State<App>) -> Json<ConfigResponse> {
    let settings = &app.settings;
    Json(ConfigResponse {
        object: ConfigObject::Tag,
        version: settings.protocol_version.clone(),
        git_hash: None,
        server: ServerResponse { name: "Wardstead", url: settings.address("") },
        environment: EnvironmentResponse {
            cloud_region: settings.announces_region.then(|| settings.region.name()),
            vault: settings.address(""),
            api: settings.address("/api"),
            identity: settings.address("/identity"),
            notifications: settings.address("/notifications"),
            sso: settings.address("/sso"),
        },
        feature_states: BTreeMap::from([
            ("cipher-key-encryption", true),
            ("pm-19148-innovation-archive", true),
        ]),
        push: PushResponse { push_technology: 0, vapid_public_key: None },
        settings: SettingsResponse {
            disable_user_registration: !settings.registration_open,
            suppress_onboarding_interstitials: false,
        },
        communication: None,
    })
}
