//! What organizations are connected to.

use app::{
    App,
    organizations::connections::{Asking, OpenConnection, Wanted},
};
use axum::{Json, extract::State};
use domain::{
    authz::Actor,
    id::Id,
    organizations::{
        Organization,
        connections::{ConnectionKind, Link},
    },
};
use utoipa_axum::routes;
use wire::organizations::connections::{ConnectionConfig, ConnectionRequest, ConnectionResponse};

use crate::{
    Routes,
    error::{ApiError, Unreadable},
    extract::{Body, Caller, PathIds},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .routes(routes!(enabled))
        .routes(routes!(create))
        .routes(routes!(update, remove))
        .routes(routes!(view))
}

async fn asking(
    app: &App,
    caller: &Caller,
    organization: Id<Organization>,
) -> Result<Asking, ApiError> {
    let standing = app.db.read().await?.standing(organization, caller.user()).await?;
    Ok(Asking { actor: Actor::User(caller.user()), organization, standing })
}

fn kind(text: &str) -> Result<ConnectionKind, ApiError> {
    let kinds = [ConnectionKind::CloudBillingSync, ConnectionKind::Scim];
    let named = |kind: &ConnectionKind| {
        text == kind.number().to_string() || text.eq_ignore_ascii_case(kind.name())
    };
    let unknown = || Unreadable("There is no such type of connection.".to_owned());
    Ok(kinds.into_iter().find(named).ok_or_else(unknown)?)
}

fn wanted(request: &ConnectionRequest) -> Result<Wanted, ApiError> {
    let config = request.config.as_ref();
    Ok(match kind(&request.kind.to_string())? {
        ConnectionKind::CloudBillingSync => Wanted::Cloud {
            token: config.and_then(|it| it.billing_sync_key.clone()),
            automatic_license: config.and_then(|it| it.automatic_license),
        },
        ConnectionKind::Scim => Wanted::Scim { provider: config.and_then(|it| it.scim_provider) },
    })
}

fn answer(open: OpenConnection) -> ConnectionResponse {
    let OpenConnection { connection, token } = open;
    let kind = connection.link.kind().number();
    let config = match connection.link {
        Link::Cloud(link) => ConnectionConfig::Cloud {
            billing_sync_key: token,
            cloud_organization_id: link.cloud_organization,
            last_license_sync: link.last_license_sync_at,
            automatic_license: link.automatic_license,
        },
        Link::Scim { provider } => ConnectionConfig::Scim {
            enabled: connection.enabled,
            scim_provider: provider,
            invite_users_after_provisioning: true,
        },
    };
    ConnectionResponse {
        id: Some(connection.id.uuid()),
        kind,
        organization_id: connection.organization.uuid(),
        enabled: connection.enabled,
        config: Some(config),
    }
}

/// Whether this server may talk to a cloud.
#[utoipa::path(get, path = "/organizations/connections/enabled", tag = "organizations",
    responses((status = 200, body = bool)))]
async fn enabled(State(app): State<App>, _: Caller) -> Json<bool> {
    Json(app.cloud_connections_enabled())
}

/// The connection of that type; without an id when there is none.
#[utoipa::path(get, path = "/organizations/connections/{id}/{type}", tag = "organizations",
    params(("id" = uuid::Uuid, Path), ("type" = String, Path)),
    responses((status = 200, body = ConnectionResponse)))]
async fn view(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
) -> Result<Json<ConnectionResponse>, ApiError> {
    let kind = kind(path.text("type")?)?;
    let asking = asking(&app, &caller, path.id("id")?).await?;
    let found = app.view_connection(asking, kind).await?;
    Ok(Json(found.map_or_else(
        || ConnectionResponse {
            id: None,
            kind: kind.number(),
            organization_id: asking.organization.uuid(),
            enabled: false,
            config: None,
        },
        answer,
    )))
}

/// Make a connection.
#[utoipa::path(post, path = "/organizations/connections", tag = "organizations",
    request_body = ConnectionRequest, responses((status = 200, body = ConnectionResponse)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<ConnectionRequest>,
) -> Result<Json<ConnectionResponse>, ApiError> {
    let asking = asking(&app, &caller, Id::new(request.organization_id)).await?;
    let wanted = wanted(&request)?;
    Ok(Json(answer(app.create_connection(asking, request.enabled, wanted).await?)))
}

/// Change a connection.
#[utoipa::path(put, path = "/organizations/connections/{id}", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), request_body = ConnectionRequest,
    responses((status = 200, body = ConnectionResponse)))]
async fn update(
    State(app): State<App>,
    caller: Caller,
    path: PathIds,
    Body(request): Body<ConnectionRequest>,
) -> Result<Json<ConnectionResponse>, ApiError> {
    let asking = asking(&app, &caller, Id::new(request.organization_id)).await?;
    let wanted = wanted(&request)?;
    let id = path.id("id")?;
    Ok(Json(answer(app.update_connection(asking, id, request.enabled, wanted).await?)))
}

/// Remove a connection.
#[utoipa::path(delete, path = "/organizations/connections/{id}", tag = "organizations",
    params(("id" = uuid::Uuid, Path)), responses((status = 200)))]
async fn remove(State(app): State<App>, caller: Caller, path: PathIds) -> Result<(), ApiError> {
    let id = path.id("id")?;
    let organization = app.connected_organization(id).await?;
    app.remove_connection(asking(&app, &caller, organization).await?, id).await?;
    Ok(())
}
