//! The event log.

use app::{
    App,
    events::{EventFilter, EventPage, Reading, Reported},
};
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{authz::ViewEvents, id::Id};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    events::{EventRequest, EventResponse},
    list::ListResponse,
    object::ListObject,
};

use crate::{
    Routes,
    error::{ApiError, Unreadable},
    extract::{Allowed, Body, Caller, PathIds},
};

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(of_organization))
        .routes(routes!(of_member))
        .routes(routes!(of_caller))
}

/// Below `/events`.
pub fn collecting_routes() -> Routes {
    Routes::new().routes(routes!(collect))
}

/// Which part of the log.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// From when; 30 days ago unless given.
    start: Option<String>,
    /// To when; the end of today unless given.
    end: Option<String>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

impl From<Part> for Reading {
    fn from(part: Part) -> Self {
        Self { start: part.start, end: part.end, token: part.continuation_token }
    }
}

/// Which events of an organization.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct Chosen {
    /// Only these kinds, by their numbers, with commas between.
    types: Option<String>,
    /// Only what this person did.
    acting_user_id: Option<uuid::Uuid>,
    /// Only what is about this member.
    organization_user_id: Option<uuid::Uuid>,
}

impl TryFrom<Chosen> for EventFilter {
    type Error = ApiError;

    fn try_from(chosen: Chosen) -> Result<Self, ApiError> {
        let types = chosen.types.unwrap_or_default();
        let numbers = types.split(',').map(str::trim).filter(|text| !text.is_empty());
        let kinds: Result<Vec<i64>, _> = numbers.map(str::parse).collect();
        let wrong = |_| Unreadable("Types are numbers with commas between.".to_owned());
        Ok(Self {
            kinds: kinds.map_err(wrong)?,
            actor: chosen.acting_user_id,
            member: chosen.organization_user_id,
        })
    }
}

/// What happened in an organization, the newest first, 50 at a time.
#[utoipa::path(get, path = "/organizations/{id}/events", tag = "events",
    params(("id" = uuid::Uuid, Path), Part, Chosen),
    responses((status = 200, body = ListResponse<EventResponse>)))]
async fn of_organization(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewEvents>,
    Query(part): Query<Part>,
    Query(chosen): Query<Chosen>,
) -> Result<Json<ListResponse<EventResponse>>, ApiError> {
    let filter = EventFilter::try_from(chosen)?;
    Ok(Json(response(app.list_organization_events(permit, &filter, &part.into()).await?)))
}

/// What a member did in an organization, the newest first, 50 at a time.
#[utoipa::path(get, path = "/organizations/{org_id}/users/{id}/events", tag = "events",
    params(("org_id" = uuid::Uuid, Path), ("id" = uuid::Uuid, Path), Part),
    responses((status = 200, body = ListResponse<EventResponse>)))]
async fn of_member(
    State(app): State<App>,
    Allowed(permit): Allowed<ViewEvents>,
    path: PathIds,
    Query(part): Query<Part>,
) -> Result<Json<ListResponse<EventResponse>>, ApiError> {
    Ok(Json(response(app.list_member_events(permit, path.id("id")?, &part.into()).await?)))
}

/// What the caller did to their own account, the newest first, 50 at a time.
#[utoipa::path(get, path = "/events", tag = "events", params(Part),
    responses((status = 200, body = ListResponse<EventResponse>)))]
async fn of_caller(
    State(app): State<App>,
    caller: Caller,
    Query(part): Query<Part>,
) -> Result<Json<ListResponse<EventResponse>>, ApiError> {
    Ok(Json(response(app.list_own_events(caller.user(), &part.into()).await?)))
}

/// What a client saw happen.
#[utoipa::path(post, path = "/collect", tag = "events", request_body = Vec<EventRequest>,
    responses((status = 200)))]
async fn collect(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<Vec<EventRequest>>,
) -> Result<(), ApiError> {
    let reports: Vec<Reported> = request
        .into_iter()
        .map(|event| Reported {
            kind: event.r#type,
            cipher: event.cipher_id,
            organization: event.organization_id.map(Id::new),
            at: event.date,
        })
        .collect();
    app.collect_events(caller.user(), caller.0.device_type, &reports).await?;
    Ok(())
}

pub(crate) fn response(page: EventPage) -> ListResponse<EventResponse> {
    let data = page.events.into_iter().map(|event| {
        EventResponse {
            r#type: event.kind,
            user_id: event.user_id,
            organization_id: event.organization_id,
            provider_id: event.provider_id,
            organization_user_id: event.member_id,
            acting_user_id: event.acting_user_id,
            installation_id: event.installation_id,
            date: event.happened_at,
            device_type: event.device_type,
            ip_address: event.ip_address,
            system_user: event.system_user,
            ..EventResponse::default()
        }
        .about(event.subject_id)
    });
    ListResponse { object: ListObject::Tag, data: data.collect(), continuation_token: page.next }
}
