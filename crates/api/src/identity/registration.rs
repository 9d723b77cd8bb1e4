//! Signing up.

use app::{
    App,
    accounts::register::{MasterPassword, Proof, Registration},
    identity::ClientHash,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use utoipa_axum::routes;
use wire::accounts::{
    RegisterRequest, RegisterResponse, RegistrationToken, SendVerificationEmailRequest,
    VerificationEmailClickedRequest,
};

use crate::{
    Routes,
    error::{ApiError, Unreadable, unfit},
    extract::Body,
    middleware::client_address::ClientAddress,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(send_link))
        .routes(routes!(link_opened))
        .routes(routes!(finish))
        .routes(routes!(register))
}

/// Mails the link sign-up goes on behind; answers its token where mail is not verified.
#[utoipa::path(
    post, path = "/accounts/register/send-verification-email",
    request_body = SendVerificationEmailRequest,
    responses(
        (status = 200, body = String, description = "The link's token."),
        (status = 204, description = "It was mailed."), (status = 400)
    ),
    tag = "identity"
)]
async fn send_link(
    State(app): State<App>,
    client: ClientAddress,
    Body(request): Body<SendVerificationEmailRequest>,
) -> Result<Response, ApiError> {
    let token = app.start_registration(&request.email, request.name, client.known()).await?;
    Ok(match token {
        Some(token) => Json(token.reveal()).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    })
}

/// Whether the link is good.
#[utoipa::path(
    post, path = "/accounts/register/verification-email-clicked",
    request_body = VerificationEmailClickedRequest,
    responses((status = 200), (status = 400)), tag = "identity"
)]
async fn link_opened(
    State(app): State<App>,
    Body(request): Body<VerificationEmailClickedRequest>,
) -> Result<(), ApiError> {
    Ok(app.check_registration_link(&request.email, &request.email_verification_token).await?)
}

/// Makes the account.
#[utoipa::path(
    post, path = "/accounts/register/finish", request_body = RegisterRequest,
    responses((status = 200, body = RegisterResponse), (status = 400)), tag = "identity"
)]
async fn finish(
    State(app): State<App>,
    Body(request): Body<RegisterRequest>,
) -> Result<Json<RegisterResponse>, ApiError> {
    if request.master_password_authentication.is_some()
        && request.user_asymmetric_keys.is_none()
        && request.keys.is_none()
        && request.account_keys.is_none()
    {
        return Err(Unreadable("The account's keys are missing.".to_owned()).into());
    }
    make(&app, request).await
}

/// Makes the account, for clients that know no link.
#[utoipa::path(
    post, path = "/accounts/register", request_body = RegisterRequest,
    responses((status = 200, body = RegisterResponse), (status = 400)), tag = "identity"
)]
async fn register(
    State(app): State<App>,
    Body(request): Body<RegisterRequest>,
) -> Result<Json<RegisterResponse>, ApiError> {
    make(&app, request).await
}

async fn make(app: &App, request: RegisterRequest) -> Result<Json<RegisterResponse>, ApiError> {
    let proof = match request.proof().map_err(unfit)? {
        RegistrationToken::Link(token) => Proof::Link(token),
        RegistrationToken::Invitation(token) => Proof::Invitation(token),
        RegistrationToken::Sponsorship(token) => Proof::Sponsorship(token),
        RegistrationToken::None => Proof::None,
        RegistrationToken::Unknown => {
            return Err(Unreadable("This server does not give such invitations.".to_owned()).into());
        }
    };
    let fields = request.password().map_err(unfit)?;
    let registration = Registration {
        email: request.email.clone(),
        proof,
        name: request.name.clone(),
        hint: request.master_password_hint.clone(),
        password: MasterPassword {
            hash: ClientHash::new(fields.hash),
            kdf: fields.kdf,
            salt: fields.salt,
            user_key: fields.user_key,
        },
        user_key_id: fields.user_key_id,
        keys: request.keys().map_err(unfit)?,
    };
    app.register(registration).await?;
    Ok(Json(RegisterResponse::default()))
}
