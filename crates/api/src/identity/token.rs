//! The token endpoint.

mod refused;
mod signed_in;

use app::{
    App,
    identity::{
        ClientHash, DeviceDescription, Secret,
        log_in::LogIn,
        two_step::{SecondStep, Way},
    },
};
use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::header::{CACHE_CONTROL, PRAGMA},
    response::{IntoResponse as _, Response},
};
use domain::{id::Id, identity::two_step::Method};
use utoipa_axum::routes;
use uuid::Uuid;
use wire::identity::{ProgramTokenResponse, TokenErrorResponse, TokenForm, TokenResponse};

use crate::{Routes, middleware::client_address::ClientAddress};
use refused::TokenError;

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(token))
}

/// A device of no known kind: a browser, by the protocol's number.
const UNKNOWN_DEVICE: i64 = 14;

/// How long the name of a program can be: those of the official ones (`web`, `browser`, `desktop`,
/// `mobile`, `cli`, `connector`) are short, others are kept as they are.
const LONGEST_PROGRAM: usize = 50;

/// An access token, for one of the ways to prove oneself.
#[utoipa::path(
    post, path = "/connect/token",
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = TokenResponse), (status = 400, body = TokenErrorResponse)),
    tag = "identity"
)]
async fn token(
    State(app): State<App>,
    client: ClientAddress,
    body: Bytes,
) -> Result<Response, TokenError> {
    let form = TokenForm::read(&body);
    let answer = match form.get("grant_type") {
        Some("password") => password(&app, &form, client).await,
        Some("refresh_token") => refresh(&app, &form).await,
        Some("client_credentials") => client_credentials(&app, &form, client).await,
        Some(_) => Err(TokenError::unsupported()),
        None => Err(TokenError::invalid_request("The kind of grant is missing.")),
    }?;
    Ok(([(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")], answer).into_response())
}

fn device(form: &TokenForm) -> DeviceDescription {
    let short = |name: &str| form.text(name).chars().take(200).collect();
    DeviceDescription {
        identifier: short("deviceidentifier"),
        name: short("devicename"),
        kind: form.number("devicetype").unwrap_or(UNKNOWN_DEVICE),
        push_token: form.get("devicepushtoken").map(str::to_owned),
    }
}

/// The program a person uses. Those that sign in for themselves have a dot in their name, which
/// nobody who signs in as a person may have.
fn program(form: &TokenForm) -> Result<String, TokenError> {
    let name = form.text("client_id");
    if name.contains('.') || name.len() > LONGEST_PROGRAM {
        return Err(TokenError::invalid_client());
    }
    Ok(name)
}

/// What is brought for the second step. The number 5 is what a remembered device brings, and 8 the
/// recovery code.
fn second_step(form: &TokenForm) -> Option<SecondStep> {
    let token = Secret::new(form.get("twofactortoken")?.to_owned());
    let way = match form.number("twofactorprovider") {
        Some(5) => Way::Remembered,
        Some(8) => Way::Recovery,
        number => number.and_then(Method::numbered).map_or(Way::Unknown, Way::By),
    };
    let remember = form.get("twofactorremember");
    let remember = remember.is_some_and(|it| it == "1" || it.eq_ignore_ascii_case("true"));
    Some(SecondStep { way, token, remember })
}

async fn password(
    app: &App,
    form: &TokenForm,
    client: ClientAddress,
) -> Result<Response, TokenError> {
    if form.get("authrequest").is_some() {
        return Err(TokenError::invalid_request("Login with another device is not offered here."));
    }
    let (Some(email), Some(password)) = (form.get("username"), form.get("password")) else {
        return Err(TokenError::incorrect());
    };
    let client_id = program(form)?;
    let request = LogIn {
        email: email.to_owned(),
        password: ClientHash::new(password.to_owned()),
        second_step: second_step(form),
        device_code: form.get("newdeviceotp").map(|code| Secret::new(code.to_owned())),
        device: device(form),
        client: client_id,
        address: client.known(),
    };
    let signed_in = app.log_in(request).await?;
    Ok(Json(signed_in::with_account(signed_in)?).into_response())
}

async fn refresh(app: &App, form: &TokenForm) -> Result<Response, TokenError> {
    program(form)?;
    let token = form.get("refresh_token").ok_or_else(TokenError::ended)?;
    let signed_in = app.refresh(&Secret::new(token.to_owned())).await?;
    Ok(Json(signed_in::alone(&signed_in)).into_response())
}

async fn client_credentials(
    app: &App,
    form: &TokenForm,
    client: ClientAddress,
) -> Result<Response, TokenError> {
    let named = form.get("client_id").and_then(|id| id.split_once('.'));
    let (kind, id) = named.ok_or_else(TokenError::invalid_client)?;
    let id = Uuid::parse_str(id).map_err(|_| TokenError::invalid_client())?;
    let secret = form.get("client_secret").ok_or_else(TokenError::invalid_client)?;
    match kind {
        "user" => {
            let secret = Secret::new(secret.to_owned());
            let signed_in =
                app.log_in_with_key(Id::new(id), &secret, &device(form), client.known()).await;
            let signed_in = signed_in.map_err(TokenError::of_key)?;
            Ok(Json(signed_in::with_account(signed_in)?).into_response())
        }
        "organization" => {
            let secret = Secret::new(secret.to_owned());
            let token = app.log_in_as_organization(Id::new(id), &secret, client.known()).await;
            let token = token.map_err(TokenError::of_key)?;
            Ok(Json(ProgramTokenResponse {
                access_token: token.access_token.reveal().to_owned(),
                expires_in: token.expires_in,
                token_type: "Bearer",
                scope: token.scope.to_owned(),
            })
            .into_response())
        }
        "installation" => {
            let scope = form.text("scope");
            let token = app.installation_token(Id::new(id), secret, &scope).await?;
            Ok(Json(ProgramTokenResponse {
                access_token: token.access_token,
                expires_in: token.expires_in,
                token_type: "Bearer",
                scope: token.scope.to_owned(),
            })
            .into_response())
        }
        _ => Err(TokenError::invalid_client()),
    }
}
