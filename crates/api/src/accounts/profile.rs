//! The account as its owner sees it.

use app::{
    App,
    accounts::{profile::Profile, update_profile::ProfileChange},
};
use app::{accounts::Account, vault::OwnOrganization};
use axum::{Json, extract::State};
use domain::billing::{PlanType, Tier};
use utoipa_axum::routes;
use wire::{
    accounts::{
        AccountKeysResponse, AvatarRequest, ProfileOrganizationResponse, ProfileRequest,
        ProfileResponse, SponsorshipFields,
    },
    list::ListResponse,
    object::{ProfileObject, ProfileOrganizationObject},
};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, Caller},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(read))
        .routes(routes!(update))
        .routes(routes!(avatar))
        .routes(routes!(revision))
        .routes(routes!(organizations))
}

/// The account and its organizations.
#[utoipa::path(get, path = "/accounts/profile", responses((status = 200, body = ProfileResponse)), tag = "accounts")]
async fn read(State(app): State<App>, caller: Caller) -> Result<Json<ProfileResponse>, ApiError> {
    Ok(Json(response(app.profile(caller.user()).await?)))
}

/// Changes name, language and password hint.
#[utoipa::path(
    method(put, post), path = "/accounts/profile", request_body = ProfileRequest,
    responses((status = 200, body = ProfileResponse)), tag = "accounts"
)]
async fn update(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<ProfileRequest>,
) -> Result<Json<ProfileResponse>, ApiError> {
    let change = ProfileChange {
        name: request.name,
        culture: request.culture,
        hint: request.master_password_hint,
    };
    Ok(Json(response(app.update_profile(caller.user(), change).await?)))
}

/// Changes the colour of the avatar.
#[utoipa::path(
    method(put, post), path = "/accounts/avatar", request_body = AvatarRequest,
    responses((status = 200, body = ProfileResponse)), tag = "accounts"
)]
async fn avatar(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<AvatarRequest>,
) -> Result<Json<ProfileResponse>, ApiError> {
    Ok(Json(response(app.set_avatar(caller.user(), request.avatar_color).await?)))
}

/// When anything the person's clients keep last changed, in milliseconds since 1970.
#[utoipa::path(get, path = "/accounts/revision-date", responses((status = 200, body = i64)), tag = "accounts")]
async fn revision(State(app): State<App>, caller: Caller) -> Result<Json<i64>, ApiError> {
    Ok(Json(app.revision(caller.user()).await?.timestamp_millis()))
}

/// The organizations of the person.
#[utoipa::path(
    get, path = "/accounts/organizations",
    responses((status = 200, body = ListResponse<ProfileOrganizationResponse>)), tag = "accounts"
)]
async fn organizations(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<ListResponse<ProfileOrganizationResponse>>, ApiError> {
    Ok(Json(response(app.profile(caller.user()).await?).organizations.into()))
}

/// A profile in the shape of the protocol.
pub fn response(profile: Profile) -> ProfileResponse {
    let account_keys = account_keys(&profile.account);
    let account = profile.account;
    let user = account.id;
    let organizations = profile.organizations.into_iter();
    ProfileResponse {
        object: ProfileObject::Tag,
        id: account.id,
        name: account.name,
        email: account.email,
        email_verified: account.email_verified,
        premium: profile.premium,
        premium_from_organization: profile.premium_from_organization,
        culture: account.culture,
        two_factor_enabled: account.two_step,
        key: account.user_key,
        private_key: account.private_key,
        account_keys,
        security_stamp: account.security_stamp,
        force_password_reset: account.force_password_reset,
        uses_key_connector: false,
        avatar_color: account.avatar_color,
        creation_date: account.created_at,
        verify_devices: account.verify_devices,
        organizations: organizations.map(|own| organization(user, own)).collect(),
        providers: [],
        provider_organizations: [],
    }
}

/// The key pairs of an account, once it has them.
pub fn account_keys(account: &Account) -> Option<AccountKeysResponse> {
    account.keys().map(AccountKeysResponse::from)
}

/// An organization of a person's in the shape of the protocol.
pub fn organization(user: uuid::Uuid, own: OwnOrganization) -> ProfileOrganizationResponse {
    let tier = PlanType::from_number(own.plan).map_or(Tier::Free, |plan| plan.plan().tier);
    let given = own.sponsorship_state.is_some();
    let sponsorship = SponsorshipFields {
        family_sponsorship_available: !given && tier == Tier::Enterprise,
        family_sponsorship_last_sync_date: own.sponsorship_synced_at,
        family_sponsorship_valid_until: own.sponsorship_valid_until,
        // 3 is ending, 4 removing.
        family_sponsorship_to_delete: own.sponsorship_state.map(|state| matches!(state, 3 | 4)),
        family_sponsorship_friendly_name: own.sponsorship_name.clone(),
        is_admin_initiated: false,
    };
    ProfileOrganizationResponse {
        object: ProfileOrganizationObject::Tag,
        permissions: ProfileOrganizationResponse::permissions(own.rights()),
        switches: ProfileOrganizationResponse::switches(own.uses(), own.rules()),
        sponsorship,
        id: own.id,
        name: own.name,
        identifier: own.identifier,
        enabled: own.enabled,
        product_tier_type: tier.number(),
        seats: own.seats,
        max_collections: own.max_collections,
        max_storage_gb: own.max_storage_gb,
        key: own.key,
        has_public_and_private_keys: own.has_keys,
        status: own.status,
        role: own.role,
        user_id: user,
        organization_user_id: own.membership_id,
        reset_password_enrolled: own.reset_password_enrolled,
        provider_id: None,
        provider_name: None,
        provider_type: None,
        key_connector_url: None,
        sso_member_decryption_type: None,
    }
}
