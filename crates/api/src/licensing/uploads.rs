//! Licences, as self-hosted servers take them.

mod form;

use app::{App, licensing::found_licensed_organization::LicensedFounding};
use axum::{Json, extract::State};
use domain::authz::{ManageLicense, SyncNow};
use utoipa_axum::routes;
use wire::organizations::OrganizationResponse;

use crate::{
    Routes,
    error::ApiError,
    extract::{Allowed, Caller},
    organizations::answers,
};
pub use form::LicenseForm;

pub fn routes() -> Routes {
    Routes::new().routes(routes!(found)).routes(routes!(update)).routes(routes!(sync))
}

/// Begins the organization of a licence on this server; whoever uploads it becomes its owner.
#[utoipa::path(
    post, path = "/organizations/licenses/self-hosted",
    responses((status = 200, body = OrganizationResponse)), tag = "licenses",
)]
async fn found(
    State(app): State<App>,
    caller: Caller,
    form: LicenseForm,
) -> Result<Json<OrganizationResponse>, ApiError> {
    let keys = form.field("keys.publicKey").zip(form.field("keys.encryptedPrivateKey"));
    let asked = LicensedFounding {
        document: form.license()?,
        key: form.field("key").unwrap_or_default(),
        collection_name: form.field("collectionName"),
        keys,
    };
    let id = app.found_licensed_organization(caller.user(), asked).await?;
    Ok(Json(answers::fields(app.licensed_organization(id).await?).into()))
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

/// Fetches the present licence from the cloud and applies it; sponsorships are synced in the same
/// run, so that this button and the one beside the connection show the same.
#[utoipa::path(
    post, path = "/organizations/licenses/self-hosted/{id}/sync",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)), tag = "licenses",
)]
async fn sync(
    State(app): State<App>,
    Allowed(sync): Allowed<SyncNow>,
    Allowed(permit): Allowed<ManageLicense>,
) -> Result<(), ApiError> {
    app.sync_now(sync, permit).await?.license()?;
    Ok(())
}
