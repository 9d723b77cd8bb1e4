//! What programs of others ask for first: who makes the tokens, and how to verify them.

use app::App;
use axum::{Json, extract::State};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use utoipa_axum::routes;
use wire::identity::{DiscoveryResponse, KeyResponse, KeySetResponse};

use crate::Routes;

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(discovery)).routes(routes!(keys))
}

/// Who makes the tokens, and how one gets them.
#[utoipa::path(
    get, path = "/.well-known/openid-configuration",
    responses((status = 200, body = DiscoveryResponse)), tag = "identity"
)]
async fn discovery(State(app): State<App>) -> Json<DiscoveryResponse> {
    Json(DiscoveryResponse {
        issuer: app.settings.address("/identity"),
        jwks_uri: app.settings.address("/identity/.well-known/openid-configuration/jwks"),
        token_endpoint: app.settings.address("/identity/connect/token"),
        grant_types_supported: vec!["password", "refresh_token", "client_credentials"],
        scopes_supported: vec![
            "api",
            "offline_access",
            "api.organization",
            "api.installation",
            "api.licensing",
            "api.push",
        ],
        id_token_signing_alg_values_supported: vec!["EdDSA"],
        subject_types_supported: vec!["public"],
        response_types_supported: vec!["token"],
    })
}

/// The keys that verify access tokens, retired ones included while their tokens may be about.
#[utoipa::path(
    get, path = "/.well-known/openid-configuration/jwks",
    responses((status = 200, body = KeySetResponse)), tag = "identity"
)]
async fn keys(State(app): State<App>) -> Json<KeySetResponse> {
    let keys = app.keys.all("access").into_iter().filter_map(|key| {
        Some(KeyResponse {
            kty: "OKP",
            crv: "Ed25519",
            alg: "EdDSA",
            usage: "sig",
            x: URL_SAFE_NO_PAD.encode(key.public?),
            kid: key.id,
        })
    });
    Json(KeySetResponse { keys: keys.collect() })
}
