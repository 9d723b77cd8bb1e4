//! Licences, as self-hosted servers take them.

mod form;

use app::{App, licensing::found_licensed_organization::LicensedFounding};
use axum::{Json, extract::State};
use domain::authz::ManageLicense;
use utoipa_axum::routes;
use wire::licensing::LicensedOrganizationResponse;

use crate::{
    Routes,
    error::ApiError,
    extract::{Allowed, Caller},
};
use form::LicenseForm;

pub fn routes() -> Routes {
    Routes::new().routes(routes!(found)).routes(routes!(update))
}

/// Begins the organization of a licence on this server; whoever uploads it becomes its owner.
#[utoipa::path(
    post, path = "/organizations/licenses/self-hosted",
    responses((status = 200, body = LicensedOrganizationResponse)), tag = "licenses",
)]
async fn found(
    State(app): State<App>,
    caller: Caller,
    form: LicenseForm,
) -> Result<Json<LicensedOrganizationResponse>, ApiError> {
    let keys = form.field("keys.publicKey").zip(form.field("keys.encryptedPrivateKey"));
    let asked = LicensedFounding {
        document: form.license()?,
        key: form.field("key").unwrap_or_default(),
        collection_name: form.field("collectionName"),
        keys,
    };
    let id = app.found_licensed_organization(caller.user(), asked).await?;
    let organization = app.licensed_organization(id).await?;
    Ok(Json(LicensedOrganizationResponse {
        object: Default::default(),
        id: id.uuid(),
        name: organization.name,
        billing_email: organization.billing_email,
        business_name: organization.business_name,
        enabled: organization.enabled,
        plan_type: organization.entitlements.plan.number(),
        seats: organization.entitlements.seats,
        max_collections: organization.entitlements.max_collections,
        max_storage_gb: organization.entitlements.max_storage_gb,
        has_public_and_private_keys: organization.public_key.is_some(),
    }))
}

/// Applies another licence to an organization.
#[utoipa::path(
    post, path = "/organizations/licenses/self-hosted/{id}", params(("id" = uuid::Uuid, Path)),
    responses((status = 200)), tag = "licenses",
)]
async fn update(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageLicense>,
    form: LicenseForm,
) -> Result<(), ApiError> {
    Ok(app.update_license(permit, &form.license()?).await?)
}
