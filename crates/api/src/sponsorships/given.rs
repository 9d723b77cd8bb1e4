//! What members do with the sponsorships they give.

use app::{App, sponsorships::resend_offer::Resender};
use axum::{
    Json,
    extract::{Query, State},
    http::StatusCode,
};
use domain::sponsorships::Recipient;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::sponsorships::{
    InvitationResponse, OfferManyRequest, OfferSponsorshipRequest, SponsorshipResponse,
};
use wire::{list::ListResponse, object::SponsorshipInvitationObject};

use super::giving::Giving;
use crate::{Routes, error::ApiError, extract::Body, words::said};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(offer))
        .routes(routes!(offer_many))
        .routes(routes!(revoke))
        .routes(routes!(revoke_by_post))
        .routes(routes!(reinstate))
        .routes(routes!(own))
}

pub(super) fn resending() -> Routes {
    Routes::new().routes(routes!(resend))
}

/// Offers someone a Families organization: one's own, or in the organization's name.
#[utoipa::path(
    post, path = "/{org_id}/families-for-enterprise", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), request_body = OfferSponsorshipRequest,
    responses((status = 200))
)]
async fn offer(
    State(app): State<App>,
    giving: Giving,
    Body(request): Body<OfferSponsorshipRequest>,
) -> Result<(), ApiError> {
    let in_its_name =
        request.is_admin_initiated.unwrap_or(false).then_some(giving.in_its_name).transpose()?;
    let recipient = Recipient::new(&request.sponsored_email, request.friendly_name, request.notes)
        .map_err(app::sponsorships::SponsorshipError::from)?;
    app.offer_sponsorship(giving.own, in_its_name, recipient).await?;
    Ok(())
}

/// Offers many people Families organizations in the organization's name.
#[utoipa::path(
    post, path = "/{org_id}/families-for-enterprise/bulk", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), request_body = OfferManyRequest,
    responses((status = 200, body = ListResponse<InvitationResponse>))
)]
async fn offer_many(
    State(app): State<App>,
    giving: Giving,
    Body(request): Body<OfferManyRequest>,
) -> Result<Json<ListResponse<InvitationResponse>>, ApiError> {
    let permit = giving.in_its_name?;
    let invited =
        app.offer_sponsorships(giving.own, permit, &request.emails, request.notes.as_ref()).await?;
    let data: Vec<InvitationResponse> = invited
        .into_iter()
        .map(|it| {
            let (id, refusal) = match it.outcome {
                Ok(id) => (Some(id.uuid()), None),
                Err(refusal) => (None, Some(refusal)),
            };
            let (code, message) = refusal.map(|(code, text)| (code, said(text))).unzip();
            let object = SponsorshipInvitationObject::Tag;
            InvitationResponse { object, email: it.email, id, code, message }
        })
        .collect();
    Ok(Json(data.into()))
}

/// Takes one's own sponsorship back.
#[utoipa::path(
    delete, path = "/{org_id}", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200))
)]
async fn revoke(State(app): State<App>, giving: Giving) -> Result<(), ApiError> {
    app.revoke_own_sponsorship(giving.own).await?;
    Ok(())
}

/// Takes one's own sponsorship back; older clients ask this way.
#[utoipa::path(
    post, path = "/{org_id}/delete", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200))
)]
async fn revoke_by_post(State(app): State<App>, giving: Giving) -> Result<(), ApiError> {
    app.revoke_own_sponsorship(giving.own).await?;
    Ok(())
}

/// Undoes that one's own sponsorship was taken back.
#[utoipa::path(
    post, path = "/{org_id}/reinstate", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)), responses((status = 200, body = SponsorshipResponse))
)]
async fn reinstate(
    State(app): State<App>,
    giving: Giving,
) -> Result<Json<SponsorshipResponse>, ApiError> {
    let row = app.reinstate_own_sponsorship(giving.own).await?;
    Ok(Json(SponsorshipResponse::from(&row)))
}

/// One's own sponsorship: its state, since when, and what happens next. Empty when there is none.
#[utoipa::path(
    get, path = "/{org_id}/own", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path)),
    responses((status = 200, body = SponsorshipResponse), (status = 204))
)]
async fn own(
    State(app): State<App>,
    giving: Giving,
) -> Result<Result<Json<SponsorshipResponse>, StatusCode>, ApiError> {
    let row = app.own_sponsorship(&giving.own).await?;
    Ok(row.map(|row| Json(SponsorshipResponse::from(&row))).ok_or(StatusCode::NO_CONTENT))
}

/// Which offer is meant.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Named {
    /// What the sponsor calls the recipient.
    #[serde(default, alias = "SponsoredFriendlyName")]
    sponsored_friendly_name: String,
}

/// Mails an offer again.
#[utoipa::path(
    post, path = "/{org_id}/families-for-enterprise/resend", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), Named), responses((status = 200))
)]
async fn resend(
    State(app): State<App>,
    giving: Giving,
    Query(named): Query<Named>,
) -> Result<(), ApiError> {
    let by = match giving.in_its_name {
        Ok(permit) => Resender::Administrator(permit),
        Err(_) => Resender::Member(giving.own),
    };
    app.resend_offer(by, &named.sponsored_friendly_name).await?;
    Ok(())
}
