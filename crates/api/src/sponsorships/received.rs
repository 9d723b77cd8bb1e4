//! What recipients do with offers, and owners of Families organizations with what they have.

use app::App;
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{authz::ReceiveSponsorship, id::Id};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::sponsorships::{OfferLinkResponse, RedeemRequest};

use super::given;
use crate::{
    Routes,
    error::ApiError,
    extract::{Allowed, Body, Caller},
};

pub(super) fn routes() -> Routes {
    given::resending()
        .routes(routes!(validate_token))
        .routes(routes!(redeem))
        .routes(routes!(decline))
        .routes(routes!(remove))
        .routes(routes!(remove_by_post))
}

/// The link of an offer.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Link {
    /// The token in it.
    #[serde(default, alias = "SponsorshipToken")]
    sponsorship_token: String,
}

/// What the link of an offer leads the caller to.
#[utoipa::path(
    post, path = "/validate-token", tag = "sponsorships", params(Link),
    responses((status = 200, body = OfferLinkResponse))
)]
async fn validate_token(
    State(app): State<App>,
    caller: Caller,
    Query(link): Query<Link>,
) -> Result<Json<OfferLinkResponse>, ApiError> {
    let found = app.validate_offer(caller.user(), &link.sponsorship_token).await?;
    Ok(Json(OfferLinkResponse {
        is_token_valid: found.valid,
        is_free_family_policy_enabled: found.forbidden,
        sponsoring_organization_name: found.sponsor,
        region: found.region,
    }))
}

/// Redeems an offer for a Families organization of the caller's.
#[utoipa::path(
    post, path = "/redeem", tag = "sponsorships", params(Link), request_body = RedeemRequest,
    responses((status = 200))
)]
async fn redeem(
    State(app): State<App>,
    caller: Caller,
    Query(link): Query<Link>,
    Body(request): Body<RedeemRequest>,
) -> Result<(), ApiError> {
    let families = Id::new(request.sponsored_organization_id);
    let kind = request.plan_sponsorship_type;
    app.redeem_offer(caller.user(), &link.sponsorship_token, families, kind).await?;
    Ok(())
}

/// Declines an offer.
#[utoipa::path(
    post, path = "/decline", tag = "sponsorships", params(Link), responses((status = 200))
)]
async fn decline(
    State(app): State<App>,
    caller: Caller,
    Query(link): Query<Link>,
) -> Result<(), ApiError> {
    app.decline_offer(caller.user(), &link.sponsorship_token).await?;
    Ok(())
}

/// Gives the sponsorship of a Families organization up.
#[utoipa::path(
    delete, path = "/sponsored/{org_id}", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200))
)]
async fn remove(
    State(app): State<App>,
    Allowed(permit): Allowed<ReceiveSponsorship>,
) -> Result<(), ApiError> {
    app.remove_sponsorship(permit).await?;
    Ok(())
}

/// Gives the sponsorship of a Families organization up; older clients ask this way.
#[utoipa::path(
    post, path = "/sponsored/{org_id}/remove", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200))
)]
async fn remove_by_post(
    State(app): State<App>,
    Allowed(permit): Allowed<ReceiveSponsorship>,
) -> Result<(), ApiError> {
    app.remove_sponsorship(permit).await?;
    Ok(())
}
