//! The mail address, and what is mailed to it.

use app::App;
use axum::{Extension, extract::State};
use domain::id::Id;
use utoipa_axum::routes;
use wire::accounts::{PasswordHintRequest, VerifyEmailRequest};

use crate::{
    Routes,
    error::{ApiError, HeldBack},
    extract::{Body, Caller},
    middleware::client_address::ClientAddress,
};

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(request)).routes(routes!(verify)).routes(routes!(hint))
}

/// Mails the link that verifies the address.
#[utoipa::path(post, path = "/accounts/verify-email", responses((status = 200)), tag = "accounts")]
async fn request(State(app): State<App>, caller: Caller) -> Result<(), ApiError> {
    Ok(app.request_email_verification(caller.user()).await?)
}

/// Verifies the address by the link.
#[utoipa::path(
    post, path = "/accounts/verify-email-token", request_body = VerifyEmailRequest,
    responses((status = 200), (status = 400, description = "The link is no good.")), tag = "accounts"
)]
async fn verify(
    State(app): State<App>,
    Body(request): Body<VerifyEmailRequest>,
) -> Result<(), ApiError> {
    Ok(app.verify_email(Id::new(request.user_id), &request.token).await?)
}

/// Mails the hint for the master password.
#[utoipa::path(
    post, path = "/accounts/password-hint", request_body = PasswordHintRequest,
    responses((status = 200)), tag = "accounts"
)]
async fn hint(
    State(app): State<App>,
    client: ClientAddress,
    Body(request): Body<PasswordHintRequest>,
) -> Result<Extension<HeldBack>, ApiError> {
    app.send_password_hint(&request.email, client.known()).await?;
    // Writing a letter takes time: the answer leaves when nobody can tell whether one was written.
    Ok(Extension(HeldBack))
}
