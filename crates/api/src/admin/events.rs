//! What happened in organizations, in the portal.

use app::{App, admin::NamedEvents, events::EventFilter};
use axum::{
    Json,
    extract::{Query, State},
};
use utoipa_axum::routes;
use wire::admin::events::{NamePart, OrganizationEventsResponse, PolicyKindPart};

use crate::{
    Routes,
    error::ApiError,
    events::{Chosen, Part, response},
    extract::{OperatorCaller, PathIds},
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(events))
}

/// What happened in an organization, the newest first, 50 at a time, whatever its plan logs for its
/// own people.
#[utoipa::path(get, path = "/organizations/{id}/events", tag = "admin",
    params(("id" = uuid::Uuid, Path), Part, Chosen),
    responses((status = 200, body = OrganizationEventsResponse), (status = 400), (status = 401),
        (status = 404)))]
async fn events(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
    Query(part): Query<Part>,
    Query(chosen): Query<Chosen>,
) -> Result<Json<OrganizationEventsResponse>, ApiError> {
    let permit = operator.permit(path.id("id")?)?;
    let filter = EventFilter::try_from(chosen)?;
    let NamedEvents { page, names, policies } =
        app.operators_view_of_events(permit, &filter, &part.into()).await?;
    let list = response(page);
    let mut names: Vec<_> = names.into_iter().map(|(id, name)| NamePart { id, name }).collect();
    names.sort_by_key(|part| part.id);
    let policy = |it: &domain::policies::Policy| PolicyKindPart {
        id: it.id.uuid(),
        r#type: it.kind.number(),
    };
    Ok(Json(OrganizationEventsResponse {
        object: list.object,
        data: list.data,
        names,
        policies: policies.iter().map(policy).collect(),
        continuation_token: list.continuation_token,
    }))
}
