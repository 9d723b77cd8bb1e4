//! A new user key.

use app::{
    App,
    accounts::{
        RotatedCipher, RotatedTrust,
        rotate_keys::{RotateKeysError, Rotation},
    },
    identity::ClientHash,
};
use axum::extract::{DefaultBodyLimit, State};
use domain::{
    accounts::{keys::AccountKeys, rotation::RotationRefusal},
    id::Id,
};
use utoipa_axum::routes;
use wire::accounts::RotateKeysRequest;

use super::password::master_password;
use crate::{
    Routes,
    error::{ApiError, Misshapen, Unreadable, unfit},
    extract::{Body, Caller},
    vault,
};

/// How long a request with a whole vault may be.
const LONGEST: usize = 64 * 1024 * 1024;

pub(super) fn routes() -> Routes {
    Routes::new().routes(routes!(rotate)).layer(DefaultBodyLimit::max(LONGEST))
}

/// Replaces the user key with everything that hangs on it. Ends every session.
#[utoipa::path(
    post, path = "/accounts/key-management/rotate-user-account-keys",
    request_body = RotateKeysRequest,
    responses((status = 200), (status = 400, description = "The password is wrong, or something was left behind.")),
    tag = "accounts"
)]
async fn rotate(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<RotateKeysRequest>,
) -> Result<(), ApiError> {
    let password = ClientHash::new(request.old_master_key_authentication_hash.clone());
    Ok(app.rotate_keys(caller.user(), &password, rotation(request)?).await?)
}

fn rotation(request: RotateKeysRequest) -> Result<Rotation, ApiError> {
    let (unlock, data) = (request.account_unlock_data, request.account_data);
    let unknown = [&unlock.emergency_access, &unlock.passkeys, &data.sends];
    if unknown.iter().any(|named| !named.is_empty()) {
        return Err(RotateKeysError::from(RotationRefusal::Unknown).into());
    }
    let fields = unlock.master_password.fields().map_err(unfit)?;
    let user_key_id = request.new_user_key_id.or_else(|| fields.user_key_id.clone());
    let mut ciphers = Vec::with_capacity(data.ciphers.len());
    for cipher in data.ciphers {
        let id = cipher.id.ok_or_else(|| Unreadable("An item has no id.".to_owned()))?;
        let written = vault::written(cipher)?;
        ciphers.push(RotatedCipher {
            id: Id::new(id),
            kind: written.content.kind.number(),
            known: written.known,
            body: written.content.body,
        });
    }
    let mut folders = Vec::with_capacity(data.folders.len());
    for folder in data.folders {
        if let Some(id) = folder.id {
            folders.push((Id::new(id), folder.folder.checked().map_err(Misshapen)?));
        }
    }
    let recovery = unlock.recovery.into_iter();
    let trust = unlock.devices.into_iter();
    Ok(Rotation {
        email: unlock.master_password.email.clone(),
        hint: unlock.master_password.master_password_hint.clone(),
        password: master_password(fields),
        keys: AccountKeys::try_from(request.account_keys).map_err(unfit)?,
        user_key_id,
        ciphers,
        folders,
        recovery: recovery.map(|it| (Id::new(it.organization_id), it.reset_password_key)).collect(),
        trust: trust
            .map(|it| RotatedTrust {
                device: Id::new(it.device_id),
                user_key: it.encrypted_user_key,
                public_key: it.encrypted_public_key,
            })
            .collect(),
    })
}
