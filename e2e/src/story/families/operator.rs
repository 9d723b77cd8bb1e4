//! What operators do beside the apps: the servers' own commands.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    http::{Answer, at},
    story::World,
};

/// Part of the line of every request that syncs sponsorships.
pub const SYNC: &str = "/organization/sponsorship/sync";

/// Lets the organization's administrators sponsor people who are no members.
pub async fn allow_sponsoring_others(world: &World) -> Result<()> {
    let organization = world.enterprise.to_string();
    let arguments =
        ["admin", "organization", "grant", &organization, "--feature", "useAdminSponsoredFamilies"];
    world.cloud.command(&arguments).await.map(drop)
}

/// Has the own server accept licences the cloud signed.
pub async fn trust_cloud(world: &World) -> Result<()> {
    let key = world.cloud.command(&["admin", "license-key", "show"]).await?;
    let file = world.own.data().join("cloud-license-key.pem");
    std::fs::write(&file, key)?;
    let file = file.to_string_lossy();
    world.own.command(&["admin", "license-key", "trust", &file]).await.map(drop)
}

/// How long a sync that goes on is waited for before the button is pressed again.
const MEANWHILE: Duration = Duration::from_millis(200);

/// Syncs by hand, as the button in the portal does. While another sync goes on, the button answers
/// that one, so it is pressed again until a sync of its own has ended.
///
/// # Errors
///
/// When the sync fails, with the reason the server gives.
pub async fn sync_now(world: &World) -> Result<()> {
    let answer = pressed(world).await?;
    ensure!(answer.status == 200, "{answer}");
    Ok(())
}

/// Syncs by hand, expecting that it fails; gives the reason the server names.
///
/// # Errors
///
/// When it succeeds.
pub async fn failed_sync(world: &World) -> Result<String> {
    let answer = pressed(world).await?;
    ensure!(answer.status == 400, "{answer}, where a failure was expected");
    Ok(answer.message())
}

/// What the button answers once a sync has ended.
async fn pressed(world: &World) -> Result<Answer> {
    loop {
        let answer = world.owner.sync_now(world.organization)?.answer().await?;
        if answer.status != 200 {
            return Ok(answer);
        }
        // One's own that failed is no 200: this is another, which went on or just ended.
        let run = answer.read()?;
        let outcome = at(&run, "/outcome")?;
        if *outcome != "running" && *outcome != "failed" {
            return Ok(answer);
        }
        tokio::time::sleep(MEANWHILE).await;
    }
}

/// When the last sync succeeded.
///
/// # Errors
///
/// When none has.
pub async fn last_success(world: &World) -> Result<DateTime<Utc>> {
    let status = world.owner.sync_status(world.organization).await?;
    status.last_success.context("never")
}

/// Lets the paid period of a cloud organization end.
pub async fn end_period(world: &World, organization: Uuid) -> Result<()> {
    let (organization, now) = (organization.to_string(), Utc::now().to_rfc3339());
    let arguments =
        ["admin", "billing", "set-period", "--organization", &organization, "--ends-at", &now];
    world.cloud.command(&arguments).await.map(drop)
}
