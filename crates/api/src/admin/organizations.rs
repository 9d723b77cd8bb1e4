//! Organizations, in the portal.

use app::{
    App,
    admin::{OrganizationView, Search},
    fault::{Fault, Kind},
    licensing::inspect_licenses::HeldLicense,
};
use axum::{
    Json,
    extract::{Query, State},
    http::{StatusCode, header::ALLOW},
    response::IntoResponse,
};
use domain::{
    admin::Act,
    billing::{PlanType, Tier},
    id::Id,
    organizations::{CollectionRule, Feature, Features, Organization},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    admin::organizations::{
        AdministratorResponse, ConnectionStateResponse, OrganizationLine, OrganizationPageResponse,
        OrganizationViewResponse, PeopleResponse, SeatsRangePart, SubscriptionStatePart,
    },
    error::ErrorResponse,
    sponsorships::{panel::SyncPanelResponse, runs::SyncRunResponse},
};

use super::licenses;
use crate::{
    Routes,
    error::{ApiError, NotFound},
    extract::{OperatorCaller, PathIds},
    licensing::server_line,
    sponsorships::panel::{panel_response, run},
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(view))
        .routes(routes!(delete))
        .routes(routes!(panel, sync))
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
    let (total, more) = (found.total, found.more);
    let plan = PlanType::from_number;
    let data = found.organizations.into_iter().map(|row| OrganizationLine {
        id: row.id,
        name: row.name,
        billing_email: row.billing_email,
        plan_type: row.plan,
        plan: plan(row.plan).map_or("", |it| it.plan().name),
        paid: plan(row.plan).is_some_and(|it| it.plan().tier != Tier::Free),
        status: row.status,
        enabled: row.enabled,
        seats: row.seats,
        members: row.members,
        connected: row.connected > 0,
        last_sync: row.last_sync_at,
        sync_failures: row.sync_failures,
        features: Features::from_bits(row.features).iter().map(Feature::name).collect(),
        creation_date: row.created_at,
        expiration_date: row.expires_at,
    });
    Ok(Json(OrganizationPageResponse { data: data.collect(), page, count, total, more }))
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
    let permit = operator.permit(path.id("id")?)?;
    let view = app.view_organization(&permit).await?;
    let license = app.held_license(&permit).await?;
    Ok(Json(response(view, license)))
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

/// Everything there is to see of an organization's syncs.
#[utoipa::path(get, path = "/organizations/{id}/sync", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = SyncPanelResponse), (status = 401), (status = 404)))]
async fn panel(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<Json<SyncPanelResponse>, ApiError> {
    let id: Id<Organization> = path.id("id")?;
    app.licensed_organization(id).await?;
    let panel = app.sync_panel(&operator.permit(id)?).await?;
    Ok(Json(panel_response(&app, panel)))
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
    let view = app.view_organization(&operator.permit(id)?).await?;
    let deed = operator.by().did(Act::SyncOrganization).to(id.uuid());
    app.note_deed(deed.called(view.organization.name)).await?;
    let began = app.sync_now(operator.permit(id)?, operator.permit(id)?).await?.sponsorships()?;
    // By its id: a change that was pushed meanwhile may have begun a newer run.
    let this = app.sync_run(&operator.permit(id)?, began).await?;
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

fn response(view: OrganizationView, license: Option<HeldLicense>) -> OrganizationViewResponse {
    let OrganizationView { organization, people, holdings, .. } = view;
    let entitlements = &organization.entitlements;
    OrganizationViewResponse {
        id: organization.id.uuid(),
        billing_email: organization.billing_email.clone(),
        business_name: organization.business_name.clone(),
        identifier: organization.identifier.clone(),
        plan_type: entitlements.plan.number(),
        plan: entitlements.plan.plan().name,
        status: organization.status.number(),
        enabled: organization.enabled,
        expiration_date: organization.expires_at,
        expiration_without_grace_date: organization.expires_without_grace_at,
        seats: entitlements.seats,
        occupied_seats: view.seating.taken(),
        occupied_by_sponsorships: view.seating.sponsorships,
        seats_range: view.seats_range.map(|(least, most)| SeatsRangePart { least, most }),
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
        connected_servers: view.servers.iter().map(server_line).collect(),
        subscription: view.subscription.map(|it| SubscriptionStatePart {
            status: it.status.word(),
            annual: it.annual,
            trial_end_date: it.trial_ends_at,
            period_start_date: it.period_starts_at,
            period_end_date: it.period_ends_at,
            cancel_at_period_end: it.cancel_at_period_end,
            sponsored: it.sponsored,
        }),
        license: license.map(licenses::line),
        creation_date: organization.created_at,
        revision_date: organization.revised_at,
        name: organization.name,
    }
}
