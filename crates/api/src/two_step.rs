//! Two-step login in the settings, below `/api/two-factor`.

mod authenticator;
mod email;

use app::{
    App,
    identity::{ClientHash, Secret, two_step::SettingsProof},
};
use axum::{Json, extract::State};
use domain::identity::two_step::Method;
use utoipa_axum::routes;
use wire::{
    accounts::SecretRequest,
    list::ListResponse,
    object::TwoStepRecoverObject,
    two_step::{
        DisableTwoStepRequest, TwoStepProof, TwoStepProviderResponse, TwoStepRecoverResponse,
    },
};

use crate::{
    Routes,
    error::{ApiError, Unreadable},
    extract::{Body, Caller},
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(recovery_code))
        .routes(routes!(disable))
        .merge(authenticator::routes())
        .merge(email::routes())
}

/// What current clients prove themselves with, or else what older ones do.
fn proof(request: TwoStepProof) -> SettingsProof {
    match request.user_verification_token.filter(|token| !token.is_empty()) {
        Some(token) => SettingsProof::Ticket(Secret::new(token)),
        None => {
            let hash = request.master_password_hash.unwrap_or_default();
            SettingsProof::Password(ClientHash::new(hash))
        }
    }
}

/// The methods the person has set up.
#[utoipa::path(
    get, path = "/two-factor", responses((status = 200, body = ListResponse<TwoStepProviderResponse>)),
    tag = "two-step"
)]
async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<ListResponse<TwoStepProviderResponse>>, ApiError> {
    let methods = app.two_step_methods(caller.user()).await?.into_iter();
    let on = methods.map(|method| TwoStepProviderResponse::new(method, true));
    Ok(Json(on.collect::<Vec<_>>().into()))
}

/// The recovery code.
#[utoipa::path(
    post, path = "/two-factor/get-recover", request_body = SecretRequest,
    responses((status = 200, body = TwoStepRecoverResponse), (status = 400, description = "The password is wrong.")),
    tag = "two-step"
)]
async fn recovery_code(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<SecretRequest>,
) -> Result<Json<TwoStepRecoverResponse>, ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    let code = app.show_recovery_code(caller.user(), &password).await?.reveal().to_owned();
    Ok(Json(TwoStepRecoverResponse { object: TwoStepRecoverObject::Tag, code }))
}

/// Switches a method off, for older clients.
#[utoipa::path(
    method(put, post), path = "/two-factor/disable", request_body = DisableTwoStepRequest,
    responses((status = 200, body = TwoStepProviderResponse), (status = 400, description = "The password is wrong.")),
    tag = "two-step"
)]
async fn disable(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<DisableTwoStepRequest>,
) -> Result<Json<TwoStepProviderResponse>, ApiError> {
    let method = Method::numbered(request.kind).ok_or_else(|| {
        Unreadable("This method of two-step login is not offered here.".to_owned())
    })?;
    app.switch_two_step_off(caller.user(), &proof(request.proof), method).await?;
    Ok(Json(TwoStepProviderResponse::new(method, false)))
}
