//! The keys of the account.

use app::App;
use app::accounts::Account;
use axum::{Json, extract::State};
use domain::accounts::keys::AccountKeys;
use utoipa_axum::routes;
use wire::{
    accounts::{KeysRequest, KeysResponse, UserKeyIdRequest},
    object::KeysObject,
};

use super::profile::account_keys;
use crate::{
    Routes,
    error::{ApiError, unfit},
    extract::{Body, Caller},
};

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(read, set)).routes(routes!(record_id))
}

fn response(account: Account) -> KeysResponse {
    KeysResponse {
        object: KeysObject::Tag,
        account_keys: account_keys(&account),
        key: account.user_key,
        public_key: account.public_key,
        private_key: account.private_key,
    }
}

/// The keys of the account.
#[utoipa::path(get, path = "/accounts/keys", responses((status = 200, body = KeysResponse)), tag = "accounts")]
async fn read(State(app): State<App>, caller: Caller) -> Result<Json<KeysResponse>, ApiError> {
    Ok(Json(response(app.profile(caller.user()).await?.account)))
}

/// Keys for an account that has none.
#[utoipa::path(
    post, path = "/accounts/keys", request_body = KeysRequest,
    responses((status = 200, body = KeysResponse), (status = 400, description = "It has keys.")),
    tag = "accounts"
)]
async fn set(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<KeysRequest>,
) -> Result<Json<KeysResponse>, ApiError> {
    let id = request.user_key_id.clone();
    let keys = AccountKeys::try_from(request).map_err(unfit)?;
    Ok(Json(response(app.set_account_keys(caller.user(), keys, id).await?)))
}

/// What clients call the user key.
#[utoipa::path(
    post, path = "/accounts/key-management/user-key-id", request_body = UserKeyIdRequest,
    responses((status = 200), (status = 400, description = "Another is recorded.")), tag = "accounts"
)]
async fn record_id(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<UserKeyIdRequest>,
) -> Result<(), ApiError> {
    Ok(app.record_user_key_id(caller.user(), &request.user_key_id).await?)
}
