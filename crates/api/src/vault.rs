//! What a person's clients keep, and what they ask for on their own.

mod administered;
mod answers;
mod ciphers;
mod folders;
mod organization_items;
mod trash;

pub(crate) use ciphers::written;

use std::collections::BTreeSet;

use app::{App, vault::OwnCollection};
use axum::{
    Json,
    extract::{Query, State},
    response::Response,
};
use domain::{id::Id, vault::Cipher};
use serde::Deserialize;
use utoipa_axum::routes;
use wire::{
    list::ListResponse,
    object::{CollectionDetailsObject, PolicyObject, SyncObject},
    vault::{
        CollectionDetailsResponse, DomainsResponse, MasterPasswordUnlock, SyncPolicyResponse,
        SyncResponse, UserDecryption, rendered,
    },
};

use crate::{
    Routes,
    accounts::profile,
    error::{ApiError, Unreadable, Unwritten},
    extract::{Caller, Client},
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(ciphers::routes())
        .merge(trash::routes())
        .merge(organization_items::routes())
        .merge(administered::routes())
        .merge(folders::routes())
        .routes(routes!(sync))
        .routes(routes!(domains))
        .routes(routes!(tasks))
        .routes(routes!(notifications))
        .routes(routes!(passkeys))
        .routes(routes!(auth_requests))
        .routes(routes!(pending_auth_requests))
        .routes(routes!(trusted_contacts))
        .routes(routes!(granted_contacts))
        .routes(routes!(breaches))
}

/// What a sync leaves out.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase")]
struct SyncQuery {
    /// Whether the domains are not wanted: `true` or `false`.
    exclude_domains: Option<String>,
}

/// Everything the person's clients keep.
#[utoipa::path(get, path = "/sync", params(SyncQuery), responses((status = 200, body = SyncResponse)), tag = "vault")]
async fn sync(
    State(app): State<App>,
    caller: Caller,
    client: Client,
    Query(query): Query<SyncQuery>,
) -> Result<Response, ApiError> {
    let synced = app.sync(caller.user()).await?;
    let without_domains =
        query.exclude_domains.is_some_and(|word| word.eq_ignore_ascii_case("true"));
    let user_decryption = decryption(&synced.profile.account)?;
    let answer = SyncResponse {
        object: SyncObject::Tag,
        profile: profile::response(synced.profile),
        folders: synced.folders.into_iter().map(folders::response).collect(),
        collections: synced.collections.into_iter().map(own_collection).collect(),
        domains: (!without_domains).then(DomainsResponse::default),
        policies: synced
            .policies
            .into_iter()
            .map(|policy| SyncPolicyResponse {
                object: PolicyObject::Tag,
                id: policy.id,
                organization_id: policy.organization_id,
                kind: policy.kind,
                data: policy.data.and_then(|data| serde_json::from_str(&data).ok()),
                enabled: policy.enabled,
                revision_date: policy.revised_at,
            })
            .collect(),
        sends: [],
        user_decryption,
        ciphers: [],
    };
    let (begin, end) = rendered::around_the_last_list(&answer).map_err(Unwritten)?;
    Ok(answers::around(begin, synced.ciphers, client, end))
}

/// A collection, as the person who was given it has it.
pub(crate) fn own_collection(collection: OwnCollection) -> CollectionDetailsResponse {
    CollectionDetailsResponse {
        object: CollectionDetailsObject::Tag,
        id: collection.id,
        organization_id: collection.organization_id,
        name: collection.name,
        external_id: collection.external_id,
        read_only: collection.read_only,
        hide_passwords: collection.hide_passwords,
        manage: collection.manage,
        kind: 0,
        default_user_collection_email: None,
    }
}

/// How many items one request may name.
const MOST: usize = 10_000;

/// The items a request names, each once; not so many that others wait long for them.
fn ids(named: Vec<uuid::Uuid>) -> Result<Vec<Id<Cipher>>, ApiError> {
    if named.len() > MOST {
        let text = format!("At most {MOST} items can be named in one request.");
        return Err(Unreadable(text).into());
    }
    let once: BTreeSet<_> = named.into_iter().map(Id::new).collect();
    Ok(once.into_iter().collect())
}

fn decryption(account: &app::accounts::Account) -> Result<Option<UserDecryption>, ApiError> {
    let Some(user_key) = account.user_key.clone().filter(|_| account.password_hash.is_some())
    else {
        return Ok(None);
    };
    Ok(Some(UserDecryption {
        master_password_unlock: MasterPasswordUnlock {
            kdf: account.derivation()?.into(),
            master_key_encrypted_user_key: user_key.clone(),
            master_key_wrapped_user_key: user_key,
            salt: account.salt.clone(),
            contained_key_id: account.user_key_id.clone(),
        },
        user_key_id: account.user_key_id.clone(),
    }))
}

/// Domains that belong together.
#[utoipa::path(get, path = "/settings/domains", responses((status = 200, body = DomainsResponse)), tag = "vault")]
async fn domains(_: Caller) -> Json<DomainsResponse> {
    Json(DomainsResponse::default())
}

/// Declares lists that clients ask for on their own, and that are empty here.
macro_rules! empty_lists {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)+) => {$(
        $(#[$doc])*
        #[utoipa::path(get, path = $path, responses((status = 200, body = ListResponse<String>)), tag = "vault")]
        async fn $name(_: Caller) -> Json<ListResponse<String>> {
            Json(Vec::new().into())
        }
    )+};
}

empty_lists! {
    /// Security tasks: none.
    tasks = "/tasks";
    /// Notifications: none.
    notifications = "/notifications";
    /// Passkeys to sign in with: none.
    passkeys = "/webauthn";
    /// Sign-ins that wait for another device: none.
    auth_requests = "/auth-requests";
    /// Sign-ins that wait for another device: none.
    pending_auth_requests = "/auth-requests/pending";
    /// Emergency contacts: none.
    trusted_contacts = "/emergency-access/trusted";
    /// People who named the person their emergency contact: none.
    granted_contacts = "/emergency-access/granted";
}

/// Breaches an address was part of: not looked up.
#[utoipa::path(get, path = "/hibp/breach", responses((status = 200, body = Vec<String>)), tag = "vault")]
async fn breaches(_: Caller) -> Json<Vec<String>> {
    Json(Vec::new())
}
