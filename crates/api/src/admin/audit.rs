//! What operators did, in the portal.

use app::{
    App,
    admin::{DeedFilter, DeedRow},
    events::Reading,
};
use axum::{
    Json,
    extract::{Query, State},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{admin::audit::ActionResponse, list::ListResponse, object::ListObject};

use crate::{Routes, error::ApiError, extract::OperatorCaller};

/// How many are on a page, unless the request says otherwise.
const USUAL: i64 = 50;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(audit))
}

/// Which part of the log.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct Sought {
    /// Only what the operator with this mail address did.
    operator: Option<String>,
    /// Only what begins so: `organization.` or `mail.read`.
    action: Option<String>,
    /// Only what was done to this.
    subject: Option<uuid::Uuid>,
    /// From when; 30 days ago unless given.
    start: Option<String>,
    /// To when; the end of today unless given.
    end: Option<String>,
    /// How many: 50 unless given, 200 at most.
    page_size: Option<i64>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

/// What operators did, the newest first.
#[utoipa::path(get, path = "/audit", tag = "admin", params(Sought),
    responses((status = 200, body = ListResponse<ActionResponse>), (status = 400), (status = 401)))]
async fn audit(
    State(app): State<App>,
    _: OperatorCaller,
    Query(sought): Query<Sought>,
) -> Result<Json<ListResponse<ActionResponse>>, ApiError> {
    let operator = sought.operator.map(|it| it.trim().to_lowercase()).filter(|it| !it.is_empty());
    let act = sought.action.unwrap_or_default();
    let filter = DeedFilter { operator, act, subject: sought.subject };
    let token = sought.continuation_token;
    let reading = Reading { start: sought.start, end: sought.end, token };
    let page = app.audit(&filter, &reading, sought.page_size.unwrap_or(USUAL)).await?;
    let data = page.deeds.into_iter().map(line).collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: page.next }))
}

/// A deed, as pages see it.
pub fn line(row: DeedRow) -> ActionResponse {
    ActionResponse {
        id: row.id,
        operator: row.operator_email,
        action: row.action,
        subject_id: row.subject_id,
        subject: row.subject,
        old_value: row.old_value,
        new_value: row.new_value,
        ip_address: row.ip_address,
        date: row.happened_at,
    }
}
