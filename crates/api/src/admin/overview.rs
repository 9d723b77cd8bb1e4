//! How the server is doing.

use std::collections::BTreeMap;

use app::App;
use axum::{Json, extract::State};
use domain::id::Id;
use utoipa_axum::routes;
use wire::admin::overview::{OverviewResponse, ScheduleResponse};

use super::audit;
use crate::{Routes, error::ApiError, extract::OperatorCaller};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(overview))
}

/// How the server is doing, at a glance.
#[utoipa::path(get, path = "/overview", tag = "admin",
    responses((status = 200, body = OverviewResponse), (status = 401)))]
async fn overview(
    State(app): State<App>,
    _: OperatorCaller,
) -> Result<Json<OverviewResponse>, ApiError> {
    let found = app.overview().await?;
    let (jobs, mails, settings) = (found.jobs, found.mails, &app.settings);
    Ok(Json(OverviewResponse {
        version: env!("CARGO_PKG_VERSION"),
        protocol_version: settings.protocol_version.clone(),
        vault: settings.vault.to_string(),
        region: settings.region.name(),
        cloud_communication: settings.cloud_communication,
        installation_id: settings.installation.map(Id::uuid),
        registration_open: settings.registration_open,
        mail: app.ports.mail.is_some(),
        organizations: found.totals.organizations,
        users: found.totals.users,
        installations: found.totals.installations,
        jobs: BTreeMap::from([
            ("waiting", jobs.waiting),
            ("running", jobs.running),
            ("givenUp", jobs.given_up),
        ]),
        mails: BTreeMap::from([
            ("waiting", mails.waiting),
            ("kept", mails.kept),
            ("givenUp", mails.given_up),
        ]),
        schedules: found
            .schedules
            .into_iter()
            .map(|row| ScheduleResponse {
                name: row.name,
                next: row.next_run_at,
                last: row.last_run_at,
            })
            .collect(),
        actions: found.deeds.into_iter().map(audit::line).collect(),
    }))
}
