//! Licences, in the portal.

use app::{App, licensing::inspect_licenses::HeldLicense};
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{admin::Act, id::Id, licensing::ServerStanding, organizations::Organization};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    admin::licenses::{HeldLicenseLine, IssuedLicenseLine, LicenseProblemPart},
    list::ListResponse,
    object::ListObject,
};

use super::page;
use crate::{
    Routes,
    error::{ApiError, Unreadable},
    extract::{OperatorCaller, PathIds},
    licensing::LicenseForm,
    words::said,
};

/// How many are on a page, unless the request says otherwise.
const USUAL: i64 = 50;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(held)).routes(routes!(issued)).routes(routes!(apply))
}

/// Where a page begins.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Part {
    /// How many: 50 unless given, 100 at most.
    page_size: Option<i64>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

impl Part {
    fn count(&self) -> i64 {
        self.page_size.unwrap_or(USUAL).clamp(1, 100)
    }

    /// The ids the page before ended with.
    fn after(&self) -> Result<Option<Vec<Uuid>>, ApiError> {
        let token = self.continuation_token.as_deref().filter(|token| !token.is_empty());
        let Some(text) = token.map(page::text).transpose()? else { return Ok(None) };
        let ids: Result<Vec<_>, _> = text.split('_').map(Uuid::parse_str).collect();
        let wrong =
            |_| Unreadable("The continuation token is not one of this server's.".to_owned());
        Ok(Some(ids.map_err(wrong)?))
    }
}

/// Whether a page is full, so that another one may follow.
fn is_full(found: usize, count: i64) -> bool {
    i64::try_from(found).is_ok_and(|found| found == count)
}

/// The licences held on this server, each with every rule it fails; none on a cloud.
#[utoipa::path(get, path = "/licenses", tag = "admin", params(Part),
    responses((status = 200, body = ListResponse<HeldLicenseLine>), (status = 400), (status = 401)))]
async fn held(
    State(app): State<App>,
    _: OperatorCaller,
    Query(part): Query<Part>,
) -> Result<Json<ListResponse<HeldLicenseLine>>, ApiError> {
    let after = part.after()?.and_then(|ids| ids.first().copied()).map(Id::new);
    let found = app.held_licenses(after, part.count()).await?;
    let last = found.last().filter(|_| is_full(found.len(), part.count()));
    let token = last.map(|it| page::of_text(&it.record.organization().to_string()));
    let data = found.into_iter().map(line).collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
}

/// The licences that went out, by organization and server; none on a self-hosted server.
#[utoipa::path(get, path = "/licenses/issued", tag = "admin", params(Part),
    responses((status = 200, body = ListResponse<IssuedLicenseLine>), (status = 400),
        (status = 401)))]
async fn issued(
    State(app): State<App>,
    _: OperatorCaller,
    Query(part): Query<Part>,
) -> Result<Json<ListResponse<IssuedLicenseLine>>, ApiError> {
    let after = match part.after()?.as_deref() {
        Some([organization, installation]) => Some((*organization, *installation)),
        _ => None,
    };
    let found = app.issued_licenses(after, part.count()).await?;
    let last = found.last().filter(|_| is_full(found.len(), part.count()));
    let token =
        last.map(|it| page::of_text(&format!("{}_{}", it.organization_id, it.installation_id)));
    let data = found.into_iter().map(|it| IssuedLicenseLine {
        approved: it.standing() == ServerStanding::Approved,
        refused: it.standing() == ServerStanding::Refused,
        organization_id: it.organization_id,
        organization_name: it.name,
        installation_id: it.installation_id,
        installation_email: it.email,
        creation_date: it.created_at,
        last_sync_date: it.last_sync_at,
    });
    let data = data.collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
}

/// Applies another licence to an organization; the answer to one that does not do names every rule
/// it fails.
#[utoipa::path(post, path = "/organizations/{id}/license", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 400), (status = 401), (status = 404)))]
async fn apply(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
    form: LicenseForm,
) -> Result<(), ApiError> {
    let id: Id<Organization> = path.id("id")?;
    let name = app.licensed_organization(id).await?.name;
    // The cloud says by itself what an organization may do.
    app.check_takes_licenses()?;
    app.update_license(operator.permit(id)?, &form.license()?).await?;
    let deed = operator.by().did(Act::ApplyLicense).to(id.uuid());
    Ok(app.note_deed(deed.called(name)).await?)
}

/// A licence, as pages see it.
pub fn line(held: HeldLicense) -> HeldLicenseLine {
    let HeldLicense { record, name, problems } = held;
    HeldLicenseLine {
        organization_id: record.organization().uuid(),
        organization_name: name,
        cloud_organization_id: record.cloud_organization_id,
        version: record.version,
        key_id: record.key_id,
        issued: record.issued_at,
        refresh: record.refresh_at,
        expires: record.expires_at,
        expires_without_grace: record.expires_without_grace_at,
        applied: record.applied_at,
        valid: problems.is_empty(),
        problems: problems
            .into_iter()
            .map(|it| LicenseProblemPart { code: it.code, message: said(it.message) })
            .collect(),
    }
}
