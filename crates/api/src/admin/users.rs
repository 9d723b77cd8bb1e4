//! People, in the portal.

use app::{App, admin::UserView};
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{accounts::User, admin::Act, id::Id};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    admin::users::{
        UserCountsPart, UserDeviceLine, UserLine, UserOrganizationLine, UserPageResponse,
        UserViewResponse,
    },
    object::ListObject,
};

use super::page;
use crate::{
    Routes,
    error::ApiError,
    extract::{OperatorCaller, PathIds},
};

/// How many are on a page, unless the request says otherwise.
const USUAL: i64 = 50;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(view, delete))
        .routes(routes!(enable))
        .routes(routes!(disable))
        .routes(routes!(verify_mail))
}

/// Who is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Sought {
    /// Part of the mail address or the name.
    search: Option<String>,
    /// `all`, `unverified`, `twoStep`, `noTwoStep` or `disabled`.
    state: Option<String>,
    /// How many: 50 unless given, 200 at most.
    page_size: Option<i64>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

/// People by mail address.
#[utoipa::path(get, path = "/users", tag = "admin", params(Sought),
    responses((status = 200, body = UserPageResponse), (status = 400), (status = 401)))]
async fn list(
    State(app): State<App>,
    _: OperatorCaller,
    Query(sought): Query<Sought>,
) -> Result<Json<UserPageResponse>, ApiError> {
    let after = sought.continuation_token.as_deref().map(page::text).transpose()?;
    let (text, state) = (sought.search.unwrap_or_default(), sought.state.unwrap_or_default());
    let count = sought.page_size.unwrap_or(USUAL);
    let found = app.search_users(&text, &state, after, count).await?;
    let data = found.users.into_iter().map(|row| UserLine {
        id: row.id,
        email: row.email,
        name: row.name,
        email_verified: row.email_verified,
        two_step: row.two_step,
        premium: row.premium,
        enabled: row.disabled_at.is_none(),
        organizations: row.organizations,
        creation_date: row.created_at,
        last_activity: row.last_active_at,
    });
    Ok(Json(UserPageResponse {
        object: ListObject::Tag,
        data: data.collect(),
        counts: found.counts.map(|counts| UserCountsPart {
            total: counts.users,
            unverified: counts.unverified,
            two_step: counts.two_step,
            disabled: counts.disabled,
        }),
        continuation_token: found.next.as_deref().map(page::of_text),
    }))
}

/// Everything there is to know of a person, but for what is theirs alone.
#[utoipa::path(get, path = "/users/{id}", tag = "admin", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = UserViewResponse), (status = 401), (status = 404)))]
async fn view(
    State(app): State<App>,
    _: OperatorCaller,
    path: PathIds,
) -> Result<Json<UserViewResponse>, ApiError> {
    Ok(Json(response(app.view_user(path.id("id")?).await?)))
}

/// Deletes an account with everything that is its own; refused while an organization would be left
/// without an owner.
#[utoipa::path(delete, path = "/users/{id}", tag = "admin", params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 400), (status = 401), (status = 404)))]
async fn delete(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.remove_user(path.id("id")?, &operator.by()).await?)
}

/// Lets someone sign in again.
#[utoipa::path(post, path = "/users/{id}/enable", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn enable(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.switch_user(path.id("id")?, true, &operator.by()).await?)
}

/// Keeps someone from signing in, and ends what they are signed in to.
#[utoipa::path(post, path = "/users/{id}/disable", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn disable(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.switch_user(path.id("id")?, false, &operator.by()).await?)
}

/// Mails the link that verifies someone's address, unless it is verified.
#[utoipa::path(post, path = "/users/{id}/verify-mail", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn verify_mail(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    let id: Id<User> = path.id("id")?;
    let view = app.view_user(id).await?;
    app.request_email_verification(id).await?;
    let deed = operator.by().did(Act::VerifyMail).to(id.uuid());
    Ok(app.note_deed(deed.called(view.account.email)).await?)
}

fn response(view: UserView) -> UserViewResponse {
    let UserView { account, devices, sessions, places } = view;
    UserViewResponse {
        id: account.id,
        has_master_password: account.password_hash.is_some(),
        has_public_and_private_keys: account.public_key.is_some() && account.private_key.is_some(),
        email: account.email,
        name: account.name,
        culture: account.culture,
        email_verified: account.email_verified,
        two_step: account.two_step,
        premium: account.premium,
        premium_expiration_date: account.premium_expires_at,
        enabled: account.disabled_at.is_none(),
        disabled_date: account.disabled_at,
        kdf: account.kdf,
        kdf_iterations: account.kdf_iterations,
        sessions,
        devices: devices
            .into_iter()
            .map(|device| UserDeviceLine {
                name: device.name,
                r#type: device.kind,
                creation_date: device.created_at,
                last_activity: device.last_active_at,
            })
            .collect(),
        organizations: places
            .into_iter()
            .map(|place| UserOrganizationLine {
                id: place.id,
                name: place.name,
                enabled: place.enabled,
                r#type: place.role,
                status: place.status,
                creation_date: place.created_at,
            })
            .collect(),
        creation_date: account.created_at,
        revision_date: account.revised_at,
    }
}
