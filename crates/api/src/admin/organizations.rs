//! Organizations, in the portal.

use app::{
    App,
    admin::{OrganizationView, Search},
    fault::{Fault, Kind},
};
use axum::{
    Json,
    extract::{Query, State},
    http::{StatusCode, header::ALLOW},
    response::IntoResponse,
};
use domain::{
    admin::Act,
    id::Id,
    organizations::{CollectionRule, Feature, Features, Organization},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    admin::organizations::{
        AdministratorResponse, ConnectionStateResponse, LicenseResponse, OrganizationLine,
        OrganizationPageResponse, OrganizationViewResponse, PeopleResponse,
    },
    error::ErrorResponse,
    sponsorships::runs::SyncRunResponse,
};

use crate::{
    Routes,
    error::{ApiError, NotFound},
    extract::{OperatorCaller, PathIds},
    sponsorships::syncs::run,
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(view))
        .routes(routes!(delete))
        .routes(routes!(sync))
        .routes(routes!(old_sync))
}

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Sought {
    /// Part of the name.
    name: Option<String>,
    /// The mail address of someone in it.
    user_email: Option<String>,
    /// The page, from 1.
    page: Option<i64>,
    /// How many are on a page: 25 unless given, 100 at most.
    count: Option<i64>,
}

/// Organizations by name, 25 a page.
#[utoipa::path(get, path = "/organizations", tag = "admin", params(Sought),
    responses((status = 200, body = OrganizationPageResponse), (status = 401)))]
async fn list(
    State(app): State<App>,
    _: OperatorCaller,
    Query(sought): Query<Sought>,
) -> Result<Json<OrganizationPageResponse>, ApiError> {
    let page = sought.page.unwrap_or(1).max(1);
    let count = sought.count.unwrap_or(25).clamp(1, 100);
    let name = sought.name.unwrap_or_default();
    let search = Search { name, email: sought.user_email, page, count };
    let found = app.search_organizations(&search).await?;
    let data = found.organizations.into_iter().map(|row| OrganizationLine {
        id: row.id,
        name: row.name,
        billing_email: row.billing_email,
        plan_type: row.plan,
        enabled: row.enabled,
        seats: row.seats,
        features: Features::from_bits(row.features).iter().map(Feature::name).collect(),
        creation_date: row.created_at,
        expiration_date: row.expires_at,
    });
    Ok(Json(OrganizationPageResponse { data: data.collect(), page, count, more: found.more }))
}

/// Everything there is to know of an organization, but for what it keeps secret.
#[utoipa::path(get, path = "/organizations/view/{id}", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OrganizationViewResponse), (status = 401), (status = 404)))]
async fn view(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<Json<OrganizationViewResponse>, ApiError> {
    Ok(Json(response(app.view_organization(operator.permit(path.id("id")?)?).await?)))
}

/// Deletes an organization with everything in it.
#[utoipa::path(post, path = "/organizations/delete/{id}", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn delete(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    app.remove_organization(operator.permit(path.id("id")?)?, &operator.by()).await?;
    Ok(())
}

/// Syncs an organization with its cloud organization now, and answers how that went.
#[utoipa::path(post, path = "/organizations/{id}/sync", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = SyncRunResponse), (status = 400), (status = 401), (status = 404)))]
async fn sync(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<Json<SyncRunResponse>, ApiError> {
    let id: Id<Organization> = path.id("id")?;
    let view = app.view_organization(operator.permit(id)?).await?;
    let deed = operator.by().did(Act::SyncOrganization).to(id.uuid());
    app.note_deed(deed.called(view.organization.name)).await?;
    let began = app.sync_now(operator.permit(id)?, operator.permit(id)?).await?;
    let view = app.view_organization(operator.permit(id)?).await?;
    let this = view.runs.into_iter().find(|(run, _)| run.id == began);
    Ok(Json(run(this.ok_or(NotFound)?)))
}

/// The sync is asked for with GET.
#[derive(Debug, thiserror::Error)]
#[error("A sync changes something, so it is asked for with POST /admin/organizations/{{id}}/sync.")]
struct ByPost;

impl Fault for ByPost {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
}

/// Refuses: what changes something is not done by opening a link.
#[utoipa::path(get, path = "/organizations/triggerbillingsync/{id}", tag = "admin",
    params(("id" = uuid::Uuid, Path)), responses((status = 401), (status = 405)))]
async fn old_sync(_: OperatorCaller) -> impl IntoResponse {
    let body = ErrorResponse::new(ByPost.to_string());
    (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "POST")], Json(body))
}

fn response(view: OrganizationView) -> OrganizationViewResponse {
    let OrganizationView { organization, people, holdings, .. } = view;
    let entitlements = &organization.entitlements;
    OrganizationViewResponse {
        id: organization.id.uuid(),
        billing_email: organization.billing_email.clone(),
        plan_type: entitlements.plan.number(),
        status: organization.status.number(),
        enabled: organization.enabled,
        expiration_date: organization.expires_at,
        seats: entitlements.seats,
        occupied_seats: people.invited + people.accepted + people.confirmed,
        users: PeopleResponse {
            invited: people.invited,
            accepted: people.accepted,
            confirmed: people.confirmed,
            revoked: people.revoked,
            two_step: people.two_step,
        },
        features: entitlements.features.iter().map(Feature::name).collect(),
        collection_rules: CollectionRule::ALL
            .iter()
            .map(|rule| (rule.name(), organization.collection_rules.has(*rule)))
            .collect(),
        policies: holdings.policies,
        collections: holdings.collections,
        sponsorships: holdings.sponsorships,
        has_public_and_private_keys: organization.has_keys(),
        administrators: view
            .administrators
            .into_iter()
            .map(|one| AdministratorResponse {
                email: one.email,
                r#type: one.role,
                status: one.status,
            })
            .collect(),
        connections: view
            .connections
            .into_iter()
            .map(|one| ConnectionStateResponse {
                r#type: one.kind,
                enabled: one.enabled,
                cloud_organization_id: one.cloud_organization_id,
                automatic_license: one.automatic_license,
                last_license_sync: one.last_license_sync_at,
                last_sync: one.last_success_at,
                next_try: one.retry_at,
                failures: one.failures.unwrap_or(0),
            })
            .collect(),
        sync_runs: view.runs.into_iter().map(run).collect(),
        license: view.license.map(|license| LicenseResponse {
            cloud_organization_id: license.cloud_organization_id,
            version: license.version,
            issued: license.issued_at,
            expires: license.expires_at,
            applied: license.applied_at,
        }),
        creation_date: organization.created_at,
        revision_date: organization.revised_at,
        name: organization.name,
    }
}
