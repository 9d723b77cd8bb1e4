//! Two-step login by mail.

use app::{
    App,
    identity::{ClientHash, Secret, two_step::LogInProof},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderName},
};
use domain::identity::two_step::Method;
use utoipa_axum::routes;
use wire::{
    accounts::SecretRequest,
    two_step::{
        LogInCodeRequest, TwoStepEmailRequest, TwoStepEmailResponse, TwoStepProviderResponse,
    },
};

use super::proof;
use crate::{
    Routes,
    error::ApiError,
    extract::{Body, Caller},
    middleware::client_address::ClientAddress,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(show))
        .routes(routes!(send))
        .routes(routes!(set, remove))
        .routes(routes!(send_to_log_in))
}

const CLIENT_VERSION: HeaderName = HeaderName::from_static("bitwarden-client-version");

/// Whether the client looks for the address itself where current ones look for an object: those of
/// before August 2026 do.
fn older(headers: &HeaderMap) -> bool {
    let version = headers.get(CLIENT_VERSION).and_then(|value| value.to_str().ok());
    let mut parts = version.unwrap_or_default().split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month))) => (year, month) < (2026, 8),
        _ => false,
    }
}

/// Two-step login by mail.
#[utoipa::path(
    post, path = "/two-factor/get-email", request_body = SecretRequest,
    responses((status = 200, body = TwoStepEmailResponse), (status = 400, description = "The password is wrong.")),
    tag = "two-step"
)]
async fn show(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(request): Body<SecretRequest>,
) -> Result<Json<TwoStepEmailResponse>, ApiError> {
    let password = ClientHash::new(request.master_password_hash);
    let view = app.show_two_step_email(caller.user(), &password).await?;
    let ticket = view.ticket.reveal().to_owned();
    Ok(Json(TwoStepEmailResponse::new(view.email, older(&headers), Some(ticket))))
}

/// Mails a code that shows whether mail arrives.
#[utoipa::path(
    post, path = "/two-factor/send-email", request_body = TwoStepEmailRequest,
    responses((status = 200), (status = 400, description = "The address or the proof is no good.")),
    tag = "two-step"
)]
async fn send(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<TwoStepEmailRequest>,
) -> Result<(), ApiError> {
    Ok(app.send_set_up_code(caller.user(), &proof(request.proof), &request.email).await?)
}

/// Sets up two-step login by mail.
#[utoipa::path(
    method(put, post), path = "/two-factor/email", request_body = TwoStepEmailRequest,
    responses((status = 200, body = TwoStepEmailResponse), (status = 400, description = "The code or the proof is no good.")),
    tag = "two-step"
)]
async fn set(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(request): Body<TwoStepEmailRequest>,
) -> Result<Json<TwoStepEmailResponse>, ApiError> {
    let code = Secret::new(request.token);
    let proof = proof(request.proof);
    let email = app.set_two_step_email(caller.user(), &proof, &request.email, &code).await?;
    Ok(Json(TwoStepEmailResponse::new(Some(email), older(&headers), None)))
}

/// Switches two-step login by mail off.
#[utoipa::path(
    delete, path = "/two-factor/email", request_body = TwoStepEmailRequest,
    responses((status = 200, body = TwoStepProviderResponse), (status = 400, description = "The proof is no good.")),
    tag = "two-step"
)]
async fn remove(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<TwoStepEmailRequest>,
) -> Result<Json<TwoStepProviderResponse>, ApiError> {
    let method = Method::Email;
    app.switch_two_step_off(caller.user(), &proof(request.proof), method).await?;
    Ok(Json(TwoStepProviderResponse::new(method, false)))
}

/// Mails a code to sign in with, to someone who proved their password.
#[utoipa::path(
    post, path = "/two-factor/send-email-login", request_body = LogInCodeRequest,
    responses((status = 200), (status = 400, description = "The proof is no good, or codes are not mailed to the person.")),
    tag = "two-step"
)]
async fn send_to_log_in(
    State(app): State<App>,
    client: ClientAddress,
    Body(request): Body<LogInCodeRequest>,
) -> Result<(), ApiError> {
    let proof = match (request.code_session, request.master_password_hash) {
        (Some(token), _) if !token.is_empty() => LogInProof::Session(Secret::new(token)),
        (_, hash) => LogInProof::Password(request.email, ClientHash::new(hash.unwrap_or_default())),
    };
    Ok(app.send_log_in_code(&proof, client.known()).await?)
}

#[cfg(test)]
mod tests {
    use super::{CLIENT_VERSION, older};

    #[test]
    fn clients_of_before_august_2026_are_older() {
        let cases = [
            ("2026.9.0", false),
            ("2026.8.0", false),
            ("2026.7.1", true),
            ("2025.12.1", true),
            ("1.15.0", true),
            ("unknown", false),
            ("", false),
        ];
        for (version, expected) in cases {
            let header = (CLIENT_VERSION, version.parse().unwrap());
            assert_eq!(older(&[header].into_iter().collect()), expected, "{version}");
        }
        assert!(!older(&axum::http::HeaderMap::new()));
    }
}
