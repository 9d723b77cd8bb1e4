//! The public keys licences are signed with.

use app::App;
use axum::{Json, extract::State};
use utoipa_axum::routes;
use wire::licensing::{LicenseKeyResponse, LicenseKeysResponse};

use crate::Routes;

pub fn routes() -> Routes {
    Routes::new().routes(routes!(keys))
}

/// The public keys licences are signed with, as a JSON Web Key Set.
#[utoipa::path(
    get, path = "/licenses/keys", responses((status = 200, body = LicenseKeysResponse)),
    tag = "licenses",
)]
async fn keys(State(app): State<App>) -> Json<LicenseKeysResponse> {
    let keys = app.license_keys().into_iter().map(|key| LicenseKeyResponse {
        kty: "RSA",
        usage: "sig",
        alg: "RS256",
        kid: key.id,
        n: key.modulus,
        e: key.exponent,
    });
    Json(LicenseKeysResponse { keys: keys.collect() })
}
