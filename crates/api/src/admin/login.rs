//! Signing in to the portal, and out.

use app::{App, admin::OperatorSession, identity::Secret};
use axum::{Json, extract::State};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use utoipa_axum::routes;
use wire::admin::operators::{ConfirmSignInRequest, OperatorSessionResponse, SignInRequest};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller, SESSION_COOKIE},
    middleware::client_address::ClientAddress,
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(login))
        .routes(routes!(confirm))
        .routes(routes!(session))
        .routes(routes!(logout))
}

/// Asks for a sign-in link. The answer is the same whoever asks.
#[utoipa::path(post, path = "/login", tag = "admin", request_body = SignInRequest,
    responses((status = 200), (status = 429)))]
async fn login(
    State(app): State<App>,
    client: ClientAddress,
    Body(request): Body<SignInRequest>,
) -> Result<(), ApiError> {
    app.request_operator_sign_in(&request.email, client.known()).await?;
    Ok(())
}

/// Opens a session with the token of a link, which works once. Operators with a second step send its
/// code too; without it, the link goes on working and the answer has the code `second_step_required`.
#[utoipa::path(post, path = "/login/confirm", tag = "admin", request_body = ConfirmSignInRequest,
    responses((status = 200, body = OperatorSessionResponse), (status = 400)))]
async fn confirm(
    State(app): State<App>,
    jar: CookieJar,
    client: ClientAddress,
    Body(request): Body<ConfirmSignInRequest>,
) -> Result<(CookieJar, Json<OperatorSessionResponse>), ApiError> {
    let opened = app
        .confirm_operator_sign_in(
            &Secret::new(request.token),
            request.code.as_deref(),
            client.known(),
        )
        .await?;
    // It goes with the browser; the server ends it after its time in any case.
    let cookie = cookie(&app, opened.secret.reveal().to_owned());
    let response = response(&app, &opened.session).await?;
    Ok((jar.add(cookie), Json(response)))
}

/// Whose session it is, and what its pages send with every change.
#[utoipa::path(get, path = "/session", tag = "admin",
    responses((status = 200, body = OperatorSessionResponse), (status = 401)))]
async fn session(
    State(app): State<App>,
    OperatorCaller(session): OperatorCaller,
) -> Result<Json<OperatorSessionResponse>, ApiError> {
    Ok(Json(response(&app, &session).await?))
}

/// Ends the session.
#[utoipa::path(post, path = "/logout", tag = "admin", responses((status = 200), (status = 401)))]
async fn logout(
    State(app): State<App>,
    _: OperatorCaller,
    jar: CookieJar,
) -> Result<CookieJar, ApiError> {
    if let Some(secret) = jar.get(SESSION_COOKIE) {
        app.operator_signs_out(&Secret::new(secret.value().to_owned())).await?;
    }
    let gone = cookie(&app, String::new());
    Ok(jar.remove(gone))
}

fn cookie(app: &App, value: String) -> Cookie<'static> {
    Cookie::build((SESSION_COOKIE, value))
        .path("/admin")
        .http_only(true)
        .same_site(SameSite::Strict)
        // A server that people reach without TLS could otherwise not be signed in to at all.
        .secure(app.settings.vault.scheme() == "https")
        .build()
}

async fn response(
    app: &App,
    session: &OperatorSession,
) -> Result<OperatorSessionResponse, ApiError> {
    let second_step = app.operator_second_step(session.id).await?;
    Ok(OperatorSessionResponse {
        email: session.email.clone(),
        antiforgery: session.antiforgery().to_owned(),
        second_step: second_step.since.is_some(),
    })
}
