//! Whether the server is well and what it reaches, in the portal.

use app::{
    App,
    admin::{Reached, Watched},
    ports::Probe,
};
use axum::{Json, extract::State};
use utoipa_axum::routes;
use wire::{
    admin::health::{
        CheckEgressRequest, EgressCheckLine, EgressResponse, EgressStagePart, FindingLine,
        HealthResponse,
    },
    list::ListResponse,
};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller},
    words::said,
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new().routes(routes!(health)).routes(routes!(egress)).routes(routes!(check))
}

/// Looks at everything the server needs: what was found, since when, and what to do about it.
#[utoipa::path(get, path = "/health", tag = "admin",
    responses((status = 200, body = HealthResponse), (status = 401)))]
async fn health(
    State(app): State<App>,
    _: OperatorCaller,
) -> Result<Json<HealthResponse>, ApiError> {
    let health = app.health().await?;
    Ok(Json(HealthResponse {
        state: health.state.word(),
        date: app.now(),
        findings: health.findings.into_iter().map(finding).collect(),
    }))
}

fn finding(watched: Watched) -> FindingLine {
    let Watched { finding, since } = watched;
    FindingLine {
        check: finding.check,
        state: finding.state.word(),
        code: finding.code,
        values: finding.values.into_iter().collect(),
        detail: said(finding.detail),
        cure: finding.cure.map(said),
        since,
    }
}

/// The hosts this server talks to of its own accord, for whoever keeps a firewall.
#[utoipa::path(get, path = "/egress", tag = "admin",
    responses((status = 200, body = Vec<EgressResponse>), (status = 401)))]
async fn egress(State(app): State<App>, _: OperatorCaller) -> Json<Vec<EgressResponse>> {
    let hosts = app.settings.egress.iter().map(|egress| EgressResponse {
        host: egress.host.clone(),
        purpose: egress.purpose.to_owned(),
        protocol: egress.url.scheme().to_owned(),
        setting: egress.setting,
    });
    Json(hosts.collect())
}

/// Goes the way to these hosts now, stage by stage. Only hosts of the list are tried.
#[utoipa::path(post, path = "/egress/check", tag = "admin", request_body = CheckEgressRequest,
    responses((status = 200, body = ListResponse<EgressCheckLine>), (status = 401)))]
async fn check(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    Body(request): Body<CheckEgressRequest>,
) -> Result<Json<ListResponse<EgressCheckLine>>, ApiError> {
    let reached = app.check_egress(request.host.as_deref(), &operator.by()).await?;
    let lines: Vec<_> = reached.into_iter().map(line).collect();
    Ok(Json(lines.into()))
}

fn line(reached: Reached) -> EgressCheckLine {
    EgressCheckLine {
        ok: reached.well(),
        host: reached.host.host,
        purpose: reached.host.purpose.to_owned(),
        stages: reached.probes.into_iter().map(stage).collect(),
    }
}

fn stage(probe: Probe) -> EgressStagePart {
    let ok = probe.outcome.is_ok();
    EgressStagePart {
        stage: probe.stage.word(),
        ok,
        detail: said(probe.outcome.unwrap_or_else(|why| why)),
        milliseconds: probe.milliseconds,
        cure: probe.cure.map(said),
    }
}
