//! Whether administrators can recover the accounts of members.

use app::{App, identity::ClientHash};
use axum::extract::State;
use utoipa_axum::routes;
use wire::organizations::members::RecoveryEnrolmentRequest;

use crate::{
    Routes,
    error::{ApiError, NotFound},
    extract::{Body, Caller, PathIds},
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(enrol))
}

/// Lets administrators recover the caller's account, or no longer does.
#[utoipa::path(
    put, path = "/organizations/{org_id}/users/{user_id}/reset-password-enrollment",
    params(("org_id" = uuid::Uuid, Path), ("user_id" = uuid::Uuid, Path)),
    request_body = RecoveryEnrolmentRequest,
    responses((status = 200), (status = 400, description = "The password is wrong, or the organization decides."), (status = 404)),
    tag = "members"
)]
async fn enrol(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<RecoveryEnrolmentRequest>,
) -> Result<(), ApiError> {
    let user = caller.user();
    if path.id("user_id")? != user {
        return Err(NotFound.into());
    }
    let password = ClientHash::new(request.master_password_hash);
    let key = request.reset_password_key.as_deref().filter(|key| !key.is_empty());
    Ok(app.enrol_in_recovery(user, path.id("org_id")?, &password, key).await?)
}
