//! The relay that reaches the phones of people on self-hosted servers.
//!
//! Only the maker of a phone's system reaches it, by keys that belong to the vendor of the app. This
//! cloud has none, so it says that the relay is not configured, once it knows who asks; servers then
//! go on without, and phones sync when they are opened.

use app::fault::{Fault, Kind};
use utoipa_axum::routes;
use uuid::Uuid;
use wire::push::{PushDevice, PushMessage, PushRegistration, PushUpdate};

use crate::{
    Routes,
    error::{ApiError, Nobody},
    extract::{Body, InstallationCaller},
};

/// What the cloud answers, below `/api`.
pub fn of_the_cloud() -> Routes {
    Routes::new()
        .routes(routes!(register))
        .routes(routes!(delete))
        .routes(routes!(add_organization))
        .routes(routes!(delete_organization))
        .routes(routes!(send))
}

/// Why nothing is relayed.
#[derive(Debug, Clone, Copy, thiserror::Error)]
enum PushError {
    /// The request names another server than its token.
    #[error("The installation id is not the one of the token.")]
    OtherInstallation,
    /// There is nobody to relay to.
    #[error("The push relay is not configured on this cloud; apps sync when they are opened.")]
    NotConfigured,
}

impl Fault for PushError {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::OtherInstallation => "other_installation",
            Self::NotConfigured => "push_relay_not_configured",
        })
    }
}

/// What becomes of a request of `caller` that names `installation`, if it names one.
fn relay(caller: &InstallationCaller, installation: Option<Uuid>) -> Result<(), ApiError> {
    if caller.scope != "api.push" {
        return Err(Nobody.into());
    }
    if installation.is_some_and(|named| named != caller.id.uuid()) {
        return Err(PushError::OtherInstallation.into());
    }
    Err(PushError::NotConfigured.into())
}

/// Takes a device that messages should reach.
#[utoipa::path(
    post, path = "/push/register", tag = "push", request_body = PushRegistration,
    responses((status = 200))
)]
async fn register(
    caller: InstallationCaller,
    Body(request): Body<PushRegistration>,
) -> Result<(), ApiError> {
    relay(&caller, request.installation_id)
}

/// Forgets a device.
#[utoipa::path(
    post, path = "/push/delete", tag = "push", request_body = PushDevice,
    responses((status = 200))
)]
async fn delete(caller: InstallationCaller, Body(_): Body<PushDevice>) -> Result<(), ApiError> {
    relay(&caller, None)
}

/// Lets devices hear what an organization is told.
#[utoipa::path(
    put, path = "/push/add-organization", tag = "push", request_body = PushUpdate,
    responses((status = 200))
)]
async fn add_organization(
    caller: InstallationCaller,
    Body(_): Body<PushUpdate>,
) -> Result<(), ApiError> {
    relay(&caller, None)
}

/// Devices no longer hear what an organization is told.
#[utoipa::path(
    put, path = "/push/delete-organization", tag = "push", request_body = PushUpdate,
    responses((status = 200))
)]
async fn delete_organization(
    caller: InstallationCaller,
    Body(_): Body<PushUpdate>,
) -> Result<(), ApiError> {
    relay(&caller, None)
}

/// Takes a message for devices.
#[utoipa::path(
    post, path = "/push/send", tag = "push", request_body = PushMessage,
    responses((status = 200))
)]
async fn send(
    caller: InstallationCaller,
    Body(message): Body<PushMessage>,
) -> Result<(), ApiError> {
    relay(&caller, message.installation_id)
}
