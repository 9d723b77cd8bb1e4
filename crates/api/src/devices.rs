//! Devices, below `/api/devices`.

use app::App;
use app::identity::devices::DeviceRow;
use axum::{Json, extract::State, http::HeaderMap};
use base64::{
    Engine as _,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use domain::id::Id;
use utoipa_axum::routes;
use wire::{
    devices::{DeviceKeysRequest, DeviceResponse, DeviceTokenRequest, UntrustRequest},
    list::ListResponse,
    object::DeviceObject,
};

use crate::{
    Routes,
    error::{ApiError, NotFound},
    extract::{Body, Caller, PathIds},
};

/// Clients leave the padding out; some do not.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(known))
        .routes(routes!(known_by_address))
        .routes(routes!(list))
        .routes(routes!(by_identifier))
        .routes(routes!(set_token))
        .routes(routes!(clear_token))
        .routes(routes!(set_keys))
        .routes(routes!(untrust))
        .routes(routes!(deactivate))
        .routes(routes!(by_id, remove))
}

fn response(device: DeviceRow) -> DeviceResponse {
    DeviceResponse {
        object: DeviceObject::Tag,
        id: device.id,
        name: device.name,
        kind: device.kind,
        is_trusted: device.encrypted_user_key.is_some()
            && device.encrypted_public_key.is_some()
            && device.encrypted_private_key.is_some(),
        identifier: device.identifier,
        creation_date: device.created_at,
        last_activity_date: device.last_active_at,
        encrypted_user_key: device.encrypted_user_key,
        encrypted_public_key: device.encrypted_public_key,
        device_pending_auth_request: None,
    }
}

/// Whether the account of the address in `X-Request-Email` was used on the device in
/// `X-Device-Identifier`.
#[utoipa::path(get, path = "/devices/knowndevice", responses((status = 200, body = bool)), tag = "devices")]
async fn known(State(app): State<App>, headers: HeaderMap) -> Result<Json<bool>, ApiError> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let email = header("x-request-email")
        .and_then(|text| LENIENT.decode(text).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    match (email, header("x-device-identifier")) {
        (Some(email), Some(device)) => Ok(Json(app.device_known(&email, device).await?)),
        _ => Ok(Json(false)),
    }
}

/// The same, for older clients.
#[utoipa::path(
    get, path = "/devices/knowndevice/{email}/{identifier}",
    params(("email" = String, Path), ("identifier" = String, Path)),
    responses((status = 200, body = bool)), tag = "devices"
)]
async fn known_by_address(State(app): State<App>, path: PathIds) -> Result<Json<bool>, ApiError> {
    Ok(Json(app.device_known(path.text("email")?, path.text("identifier")?).await?))
}

/// The person's devices.
#[utoipa::path(get, path = "/devices", responses((status = 200, body = ListResponse<DeviceResponse>)), tag = "devices")]
async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<ListResponse<DeviceResponse>>, ApiError> {
    let devices = app.devices(caller.user()).await?;
    Ok(Json(devices.into_iter().map(response).collect::<Vec<_>>().into()))
}

/// One device.
#[utoipa::path(
    get, path = "/devices/identifier/{identifier}", params(("identifier" = String, Path)),
    responses((status = 200, body = DeviceResponse), (status = 404)), tag = "devices"
)]
async fn by_identifier(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<DeviceResponse>, ApiError> {
    let device = app.device(caller.user(), path.text("identifier")?).await?;
    Ok(Json(response(device.ok_or(NotFound)?)))
}

/// Where notifications reach the device.
#[utoipa::path(
    method(put, post), path = "/devices/identifier/{identifier}/token",
    params(("identifier" = String, Path)), request_body = DeviceTokenRequest,
    responses((status = 200), (status = 404)), tag = "devices"
)]
async fn set_token(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<DeviceTokenRequest>,
) -> Result<(), ApiError> {
    let identifier = path.text("identifier")?;
    Ok(app.set_push_token(caller.user(), identifier, &request.push_token).await?)
}

/// Notifications no longer reach the device: someone signed out there.
#[utoipa::path(
    method(put, post), path = "/devices/identifier/{identifier}/clear-token",
    params(("identifier" = String, Path)), responses((status = 200)), tag = "devices"
)]
async fn clear_token(State(app): State<App>, path: PathIds) -> Result<(), ApiError> {
    Ok(app.clear_push_token(path.text("identifier")?).await?)
}

/// The keys of a trusted device.
#[utoipa::path(
    method(put, post), path = "/devices/{identifier}/keys", params(("identifier" = String, Path)),
    request_body = DeviceKeysRequest,
    responses((status = 200, body = DeviceResponse), (status = 404)), tag = "devices"
)]
async fn set_keys(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<DeviceKeysRequest>,
) -> Result<Json<DeviceResponse>, ApiError> {
    let keys = app::identity::trust_device::DeviceKeys {
        user_key: request.encrypted_user_key,
        public_key: request.encrypted_public_key,
        private_key: request.encrypted_private_key,
    };
    let device = app.trust_device(caller.user(), path.text("identifier")?, keys).await?;
    Ok(Json(response(device)))
}

/// One device.
#[utoipa::path(
    get, path = "/devices/{identifier}", params(("identifier" = uuid::Uuid, Path)),
    responses((status = 200, body = DeviceResponse), (status = 404)), tag = "devices"
)]
async fn by_id(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<DeviceResponse>, ApiError> {
    let device = app.device_by_id(caller.user(), path.id("identifier")?).await?;
    Ok(Json(response(device.ok_or(NotFound)?)))
}

/// Takes away what devices unlock the vault with by themselves.
#[utoipa::path(
    post, path = "/devices/untrust", request_body = UntrustRequest, responses((status = 200)),
    tag = "devices"
)]
async fn untrust(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<UntrustRequest>,
) -> Result<(), ApiError> {
    let devices: Vec<_> = request.devices.into_iter().map(Id::new).collect();
    Ok(app.untrust_devices(caller.user(), &devices).await?)
}

/// Signs a device out.
#[utoipa::path(
    post, path = "/devices/{identifier}/deactivate", params(("identifier" = uuid::Uuid, Path)),
    responses((status = 200), (status = 404)), tag = "devices"
)]
async fn deactivate(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    Ok(app.end_device(caller.user(), path.id("identifier")?).await?)
}

/// Signs a device out.
#[utoipa::path(
    delete, path = "/devices/{identifier}", params(("identifier" = uuid::Uuid, Path)),
    responses((status = 200), (status = 404)), tag = "devices"
)]
async fn remove(app: State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    deactivate(app, caller, path).await
}
