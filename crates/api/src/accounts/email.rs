//! The mail address, and what is mailed to it.

use app::{
    App,
    identity::{ClientHash, Secret},
};
use axum::{Extension, extract::State};
use domain::id::Id;
use utoipa_axum::routes;
use wire::accounts::{EmailRequest, EmailTokenRequest, PasswordHintRequest, VerifyEmailRequest};

use super::password::master_password;
use crate::{
    Routes,
    error::{ApiError, HeldBack, unfit},
    extract::{Body, Caller},
    middleware::client_address::ClientAddress,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(request))
        .routes(routes!(verify))
        .routes(routes!(hint))
        .routes(routes!(request_change))
        .routes(routes!(change))
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

/// Mails a code to the address that is to be the new one.
#[utoipa::path(
    post, path = "/accounts/email-token", request_body = EmailTokenRequest,
    responses((status = 200), (status = 400, description = "The password is wrong, or it is no new address.")),
    tag = "accounts"
)]
async fn request_change(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<EmailTokenRequest>,
) -> Result<(), ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    Ok(app.request_email_change(caller.user(), &password, &request.new_email).await?)
}

/// Another mail address. Ends every session.
#[utoipa::path(
    post, path = "/accounts/email", request_body = EmailRequest,
    responses((status = 200), (status = 400, description = "The password or the code is wrong, or the new proof is incomplete.")),
    tag = "accounts"
)]
async fn change(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<EmailRequest>,
) -> Result<(), ApiError> {
    let kept = app.profile(caller.user()).await?.account.derivation()?;
    let new = master_password(request.password.password(Some(kept)).map_err(unfit)?);
    let old = ClientHash::new(request.password.master_password_hash);
    let code = Secret::new(request.token);
    Ok(app.change_email(caller.user(), &old, &request.new_email, &code, new).await?)
}
