//! Devices nobody used before.

use app::{App, identity::ClientHash};
use axum::extract::State;
use utoipa_axum::routes;
use wire::accounts::{ResendDeviceCodeRequest, VerifyDevicesRequest};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, Caller},
    middleware::client_address::ClientAddress,
};

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(switch)).routes(routes!(resend))
}

/// Whether the person is asked for a code on new devices.
#[utoipa::path(
    method(put, post), path = "/accounts/verify-devices", request_body = VerifyDevicesRequest,
    responses((status = 200), (status = 400, description = "The password is wrong.")), tag = "accounts"
)]
async fn switch(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<VerifyDevicesRequest>,
) -> Result<(), ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    Ok(app.set_device_verification(caller.user(), &password, request.verify_devices).await?)
}

/// Mails the code for a new device once more.
#[utoipa::path(
    post, path = "/accounts/resend-new-device-otp", request_body = ResendDeviceCodeRequest,
    responses((status = 200), (status = 400, description = "The password is wrong.")), tag = "accounts"
)]
async fn resend(
    State(app): State<App>,
    client: ClientAddress,
    Body(request): Body<ResendDeviceCodeRequest>,
) -> Result<(), ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    Ok(app.resend_device_code(&request.email, &password, client.known()).await?)
}
