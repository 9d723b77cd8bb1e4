//! What those who manage an organization's sponsorships do with all of them.

use app::{
    App,
    sponsorships::{list_sponsorships::Wanted, revoke_sponsorship::Which},
};
use axum::{
    Json,
    extract::{Query, State},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::IntoResponse,
};
use chrono::{DateTime, Utc};
use domain::{
    authz::ManageSponsorships,
    id::Id,
    sponsorships::{Recipient, Sponsorship},
};
use serde::Deserialize;

use utoipa::IntoParams;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::{
    list::ListResponse,
    object::ListObject,
    sponsorships::{EditOfferRequest, SeatForecastResponse, SponsorshipCount, SponsorshipResponse},
};

use crate::{
    Routes,
    error::{ApiError, Unreadable},
    extract::{Allowed, Body, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(list))
        .routes(routes!(export))
        .routes(routes!(seats))
        .routes(routes!(revoke_named))
        .routes(routes!(edit, revoke))
        .routes(routes!(reinstate))
}

/// Which sponsorships are listed.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Filter {
    /// `admin` (what clients expect when it is missing), `own` or `all`.
    kind: Option<String>,
    /// Only those in this state: `requested`, `offered`, `active`, `ending` or `removing`.
    state: Option<String>,
    /// Only those whose address or name contains this.
    search: Option<String>,
    /// How many; all when it is missing.
    page_size: Option<i64>,
    /// Where the page begins.
    continuation_token: Option<String>,
}

const STATES: &[&str] = &["requested", "offered", "active", "ending", "removing"];

impl Filter {
    fn wanted(&self) -> Wanted {
        let state = self.state.as_deref().and_then(|word| STATES.iter().position(|it| *it == word));
        Wanted {
            state: state.and_then(|at| i64::try_from(at).ok()),
            admin_initiated: match self.kind.as_deref() {
                Some("all") => None,
                Some("own") => Some(false),
                _ => Some(true),
            },
            text: self.search.clone(),
        }
    }

    fn after(&self) -> Result<Option<Place>, ApiError> {
        let Some(token) = &self.continuation_token else { return Ok(None) };
        let place = token.split_once('_').and_then(|(at, id)| {
            let at = DateTime::from_timestamp_micros(at.parse().ok()?)?;
            Some((at, Id::new(Uuid::parse_str(id).ok()?)))
        });
        let wrong = || Unreadable("The continuation token is not one.".to_owned());
        Ok(Some(place.ok_or_else(wrong)?))
    }
}

type Place = (DateTime<Utc>, Id<Sponsorship>);

/// More than anyone reads at once; a list without a page size ends there with a token.
const PAGES: usize = 20;

/// Every sponsorship, in the order they were made.
#[utoipa::path(
    get, path = "/{org_id}/sponsored", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), Filter),
    responses((status = 200, body = ListResponse<SponsorshipResponse>))
)]
async fn list(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    Query(filter): Query<Filter>,
) -> Result<Json<ListResponse<SponsorshipResponse>>, ApiError> {
    let (size, most) = filter.page_size.map_or((1_000, PAGES), |size| (size, 1));
    let (mut data, mut after) = (Vec::new(), filter.after()?);
    for _ in 0..most {
        let page = app.list_sponsorships(&permit, &filter.wanted(), after, size).await?;
        data.extend(page.rows.iter().map(SponsorshipResponse::from));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let token = after.map(|(at, id)| format!("{}_{id}", at.timestamp_micros()));
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
}

/// The same, as comma-separated values.
#[utoipa::path(
    get, path = "/{org_id}/sponsored/export", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), Filter), responses((status = 200, body = String))
)]
async fn export(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    Query(filter): Query<Filter>,
) -> Result<impl IntoResponse, ApiError> {
    let text = app.export_sponsorships(&permit, &filter.wanted()).await?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"sponsorships.csv\""),
    ];
    Ok((headers, text))
}

/// How many more are meant.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct More {
    /// Sponsorships in the organization's name to be given.
    #[serde(default)]
    more: i64,
}

/// How seats are used, and would be after some more sponsorships.
#[utoipa::path(
    get, path = "/{org_id}/seats", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), More),
    responses((status = 200, body = SeatForecastResponse))
)]
async fn seats(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    Query(more): Query<More>,
) -> Result<Json<SeatForecastResponse>, ApiError> {
    let (seats, counts) = app.forecast_seats(&permit, more.more).await?;
    let counts = counts
        .into_iter()
        .map(|it| SponsorshipCount {
            state: it.state,
            is_admin_initiated: it.admin_initiated,
            awaiting_sync: it.unsent,
            count: it.held,
        })
        .collect();
    Ok(Json(SeatForecastResponse::new(&seats, counts)))
}

/// Takes the first sponsorship with this friendly name back.
#[utoipa::path(
    delete, path = "/{org_id}/{friendly_name}/revoke", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), ("friendly_name" = String, Path)),
    responses((status = 200))
)]
async fn revoke_named(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    path: PathIds,
) -> Result<(), ApiError> {
    app.revoke_sponsorship(permit, Which::Named(path.text("friendly_name")?)).await?;
    Ok(())
}

/// Takes this sponsorship back.
#[utoipa::path(
    delete, path = "/{org_id}/by-id/{sponsorship_id}", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), ("sponsorship_id" = uuid::Uuid, Path)),
    responses((status = 200, body = SponsorshipResponse))
)]
async fn revoke(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    path: PathIds,
) -> Result<Json<SponsorshipResponse>, ApiError> {
    let row = app.revoke_sponsorship(permit, Which::Id(path.id("sponsorship_id")?)).await?;
    Ok(Json(SponsorshipResponse::from(&row)))
}

/// Changes for whom an open offer is.
#[utoipa::path(
    put, path = "/{org_id}/by-id/{sponsorship_id}", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), ("sponsorship_id" = uuid::Uuid, Path)),
    request_body = EditOfferRequest, responses((status = 200, body = SponsorshipResponse))
)]
async fn edit(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    path: PathIds,
    Body(request): Body<EditOfferRequest>,
) -> Result<Json<SponsorshipResponse>, ApiError> {
    let recipient = Recipient::new(&request.sponsored_email, request.friendly_name, request.notes)
        .map_err(app::sponsorships::SponsorshipError::from)?;
    let row = app.edit_offer(permit, path.id("sponsorship_id")?, recipient).await?;
    Ok(Json(SponsorshipResponse::from(&row)))
}

/// Undoes that this sponsorship was taken back.
#[utoipa::path(
    post, path = "/{org_id}/by-id/{sponsorship_id}/reinstate", tag = "sponsorships",
    params(("org_id" = uuid::Uuid, Path), ("sponsorship_id" = uuid::Uuid, Path)),
    responses((status = 200, body = SponsorshipResponse))
)]
async fn reinstate(
    State(app): State<App>,
    Allowed(permit): Allowed<ManageSponsorships>,
    path: PathIds,
) -> Result<Json<SponsorshipResponse>, ApiError> {
    let row = app.reinstate_sponsorship(permit, path.id("sponsorship_id")?).await?;
    Ok(Json(SponsorshipResponse::from(&row)))
}
