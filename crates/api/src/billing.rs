//! Plans, and what organizations pay for.

use app::{App, billing::view_subscription::SubscriptionView, settings::Settings};
use axum::{Json, extract::State};
use domain::{
    authz::{SeeOrganization, ViewSubscription},
    billing::{Cents, PlanType, Status},
};
use utoipa_axum::routes;
use wire::{
    billing::{
        BillingMetadataResponse, BillingWarningsResponse, FreeTrial, InactiveSubscription,
        OrganizationSubscriptionResponse, PlanResponse, SubscriptionPart, UpcomingInvoice,
    },
    list::ListResponse,
    object::SubscriptionObject,
};

use crate::{
    Routes,
    error::{ApiError, NotFound},
    extract::Allowed,
    organizations::answers,
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(plans))
        .routes(routes!(subscription))
        .routes(routes!(metadata))
        .routes(routes!(metadata_vnext))
        .routes(routes!(self_host_metadata))
        .routes(routes!(warnings))
}

/// Every plan there is or was.
#[utoipa::path(get, path = "/plans", tag = "billing",
    responses((status = 200, body = ListResponse<PlanResponse>)))]
async fn plans() -> Json<ListResponse<PlanResponse>> {
    let plans: Vec<_> = PlanType::ALL.iter().copied().map(PlanResponse::from).collect();
    Json(plans.into())
}

/// What an organization pays for, or is licensed for.
#[utoipa::path(get, path = "/organizations/{id}/subscription", tag = "billing",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OrganizationSubscriptionResponse)))]
async fn subscription(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewSubscription>,
) -> Result<Json<OrganizationSubscriptionResponse>, ApiError> {
    let view = app.view_subscription(permit).await?.ok_or(NotFound)?;
    Ok(Json(answer(view, &app.settings)))
}

fn answer(view: SubscriptionView, settings: &Settings) -> OrganizationSubscriptionResponse {
    let SubscriptionView { organization, seating, subscription } = view;
    let plan = organization.entitlements.plan;
    let seats = organization.entitlements.seats.unwrap_or(0);
    let price = app::billing::renew::price(&organization);
    let upcoming = subscription
        .as_ref()
        .filter(|it| !it.cancel_at_period_end && it.status != Status::Canceled)
        .filter(|_| price > Cents(0))
        .map(|it| UpcomingInvoice {
            amount: if it.sponsored { 0.0 } else { wire::billing::dollars(price) },
            date: it.period_ends_at,
        });
    OrganizationSubscriptionResponse {
        object: SubscriptionObject::Tag,
        storage_name: organization.entitlements.max_storage_gb.map(|_| "0 Bytes".to_owned()),
        storage_gb: organization.entitlements.max_storage_gb.map(|_| 0.0),
        customer_discount: None,
        upcoming_invoice: upcoming,
        expiration: organization
            .expires_at
            .or_else(|| subscription.as_ref().map(|it| it.period_ends_at)),
        expiration_without_grace_period: organization
            .expires_without_grace_at
            .or_else(|| subscription.as_ref().map(|it| it.period_ends_at)),
        pending_annual_upgrade: None,
        sm_service_accounts_grace: None,
        exempt_from_billing_automation: false,
        occupied_seats: seating.taken(),
        occupied_by_sponsorships: seating.sponsorships,
        cloud_vault: settings
            .cloud_vault
            .as_ref()
            .map(|url| url.as_str().trim_end_matches('/').to_owned()),
        subscription: subscription.map(|it| SubscriptionPart::new(&it, plan, seats)),
        organization: answers::fields(organization),
    }
}

/// What clients ask about bills in passing.
#[utoipa::path(get, path = "/organizations/{id}/billing/metadata", tag = "billing",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = BillingMetadataResponse)))]
async fn metadata(
    State(app): State<App>,
    Allowed(permit): Allowed<SeeOrganization>,
) -> Result<Json<BillingMetadataResponse>, ApiError> {
    Ok(Json(BillingMetadataResponse {
        is_on_secrets_manager_standalone: false,
        organization_occupied_seats: app.occupied_seats(&permit).await?,
    }))
}

/// The same, where newer clients look for it.
#[utoipa::path(get, path = "/organizations/{id}/billing/vnext/metadata", tag = "billing",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = BillingMetadataResponse)))]
async fn metadata_vnext(
    state: State<App>,
    allowed: Allowed<SeeOrganization>,
) -> Result<Json<BillingMetadataResponse>, ApiError> {
    metadata(state, allowed).await
}

/// The same, where clients of self-hosted servers look for it.
#[utoipa::path(get, path = "/organizations/{id}/billing/vnext/self-host/metadata", tag = "billing",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = BillingMetadataResponse)))]
async fn self_host_metadata(
    state: State<App>,
    allowed: Allowed<SeeOrganization>,
) -> Result<Json<BillingMetadataResponse>, ApiError> {
    metadata(state, allowed).await
}

/// What clients warn of.
#[utoipa::path(get, path = "/organizations/{id}/billing/vnext/warnings", tag = "billing",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = BillingWarningsResponse)))]
async fn warnings(
    State(app): State<App>,
    Allowed(permit): Allowed<SeeOrganization>,
) -> Result<Json<BillingWarningsResponse>, ApiError> {
    let Some(subscription) = app.subscription_of(&permit).await? else {
        return Ok(Json(BillingWarningsResponse::default()));
    };
    let left = (subscription.period_ends_at - app.now()).num_days();
    let trial = subscription.status == Status::Trialing;
    let over = subscription.status == Status::Canceled;
    Ok(Json(BillingWarningsResponse {
        free_trial: trial.then_some(FreeTrial { remaining_trial_days: left.max(0) }),
        inactive_subscription: over.then_some(InactiveSubscription { resolution: "contact_owner" }),
        ..BillingWarningsResponse::default()
    }))
}
