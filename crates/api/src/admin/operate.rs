//! What operators do to organizations, in the portal.

use app::{
    App,
    fault::{Fault, Kind},
};
use axum::extract::State;
use domain::organizations::Feature;
use utoipa_axum::routes;
use wire::admin::organizations::{GrantFeatureRequest, SetPeriodRequest, SetSeatsRequest};

use crate::{
    Routes,
    error::ApiError,
    extract::{Body, OperatorCaller, PathIds},
};

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(enable))
        .routes(routes!(disable))
        .routes(routes!(grant))
        .routes(routes!(seats))
        .routes(routes!(period))
}

/// Nothing is called so.
#[derive(Debug, thiserror::Error)]
#[error("There is no such feature.")]
struct NoSuchFeature;

impl Fault for NoSuchFeature {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn fields(&self) -> Vec<(String, String)> {
        vec![("Feature".to_owned(), self.to_string())]
    }
}

/// Lets an organization work again.
#[utoipa::path(post, path = "/organizations/{id}/enable", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn enable(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    let permit = operator.permit(path.id("id")?)?;
    Ok(app.switch_organization(permit, true, &operator.by()).await.map(drop)?)
}

/// Stops an organization; its people still see it and cannot use it.
#[utoipa::path(post, path = "/organizations/{id}/disable", tag = "admin",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn disable(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    let permit = operator.permit(path.id("id")?)?;
    Ok(app.switch_organization(permit, false, &operator.by()).await.map(drop)?)
}

/// Lets an organization use something no plan includes, or takes it away.
#[utoipa::path(post, path = "/organizations/{id}/features", tag = "admin",
    params(("id" = uuid::Uuid, Path)), request_body = GrantFeatureRequest,
    responses((status = 200), (status = 400), (status = 401), (status = 404)))]
async fn grant(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
    Body(request): Body<GrantFeatureRequest>,
) -> Result<(), ApiError> {
    let permit = operator.permit(path.id("id")?)?;
    let named = Feature::ALL.iter().find(|it| it.name() == request.feature);
    let feature = *named.ok_or(NoSuchFeature)?;
    Ok(app.grant_feature(permit, feature, request.granted, &operator.by()).await?)
}

/// Gives an organization another number of seats; refused where a licence says how many.
#[utoipa::path(put, path = "/organizations/{id}/seats", tag = "admin",
    params(("id" = uuid::Uuid, Path)), request_body = SetSeatsRequest,
    responses((status = 200), (status = 400), (status = 401), (status = 404)))]
async fn seats(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
    Body(request): Body<SetSeatsRequest>,
) -> Result<(), ApiError> {
    let permit = operator.permit(path.id("id")?)?;
    Ok(app.set_seats(permit, request.seats, &operator.by()).await?)
}

/// Lets the paid period of an organization end at another time; refused where nothing is paid.
#[utoipa::path(put, path = "/organizations/{id}/period", tag = "admin",
    params(("id" = uuid::Uuid, Path)), request_body = SetPeriodRequest,
    responses((status = 200), (status = 400), (status = 401), (status = 404)))]
async fn period(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
    Body(request): Body<SetPeriodRequest>,
) -> Result<(), ApiError> {
    let permit = operator.permit(path.id("id")?)?;
    Ok(app.set_period(permit, request.ends, &operator.by()).await.map(drop)?)
}
