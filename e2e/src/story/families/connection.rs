//! Cloud communication, the billing token, and syncing by hand.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::operator::{failed_sync, sync_now};
use crate::{
    http::at,
    person::ApiKey,
    story::{
        Teller, World,
        world::{PASSWORD, minute},
    },
};

pub async fn communication(world: &mut World, teller: &mut Teller) -> Result<()> {
    ensure!(!world.owner.cloud_communication().await?, "it is on before anybody said so");
    teller.saw(teller.words.own.communication_off)?;
    let line = world.line.url();
    world.own.write_override("globalSettings__enableCloudCommunication", "true")?;
    world
        .own
        .write_override("globalSettings__installation__identityUri", &format!("{line}/identity"))?;
    world.own.write_override("globalSettings__installation__apiUri", &format!("{line}/api"))?;
    world.own.restart().await?;
    ensure!(world.owner.cloud_communication().await?, "the restart did not take it up");
    teller.saw(teller.words.own.communication_on)
}

pub async fn region(world: &mut World, teller: &mut Teller) -> Result<()> {
    world.own.write_override("globalSettings__baseServiceUri__cloudRegion", "EU")?;
    world.own.write_override("globalSettings__pushRelayBaseUri", &world.line.url())?;
    world.own.restart().await?;
    let found = world.own.finding("region").await?;
    ensure!(!found.ok, "a region that is not the cloud's goes unnoticed: {found:?}");
    teller.saw(&(teller.words.own.wrong_region)(&found.detail))?;

    world.cloud.write_override("globalSettings__baseServiceUri__cloudRegion", "EU")?;
    world.cloud.restart().await?;
    let config: Value = world.cloud.http()?.get("/api/config").read().await?;
    ensure!(
        at(&config, "/environment/cloudRegion")? == "EU",
        "the cloud names another region: {config}"
    );
    for found in world.own.findings().await? {
        ensure!(found.ok, "something is wrong on the way: {found:?}");
    }
    teller.saw(&(teller.words.own.right_region)("EU"))
}

pub async fn token(world: &mut World, teller: &mut Teller) -> Result<()> {
    let owner = &world.cloud_owner;
    ensure!(
        owner.billing_token_since(world.enterprise).await?.is_none(),
        "there is a token already"
    );
    let wrong = owner.billing_token(world.enterprise, "wrong horse battery staple")?;
    let refusal = wrong.refused(400).await?;
    ensure!(
        owner.billing_token_since(world.enterprise).await?.is_none(),
        "a wrong password made one"
    );
    teller.saw(&(teller.words.token.wrong_password)(&refusal))?;

    let key: ApiKey = owner.billing_token(world.enterprise, PASSWORD)?.read().await?;
    ensure!(key.api_key.len() == 30, "a billing token has 30 characters");
    ensure!(key.api_key.chars().all(|c| c.is_ascii_alphanumeric()), "letters and digits only");
    ensure!(
        owner.billing_token_since(world.enterprise).await?.is_some(),
        "the token is not listed"
    );
    teller.saw(&(teller.words.token.generated)(key.api_key.len()))?;
    world.token = key.api_key;
    Ok(())
}

pub async fn apply_token(world: &mut World, teller: &mut Teller) -> Result<()> {
    let before = world.owner.connection(world.organization).await?;
    ensure!(before.id.is_none(), "there is a connection already: {before:?}");
    let made = world.owner.apply_billing_token(world.organization, &world.token).await?;
    ensure!(made.id.is_some() && made.enabled, "the connection is not in use: {made:?}");
    let cloud = made.field("CloudOrganizationId").and_then(Value::as_str);
    ensure!(
        cloud == Some(&world.enterprise.to_string()),
        "the cloud organization is not the one of the licence: {made:?}"
    );
    teller.saw(teller.words.token.applied)?;
    let last = made.field("LastLicenseSync");
    ensure!(last.is_none_or(Value::is_null), "it was never synced: {made:?}");
    teller.saw(teller.words.token.never)
}

pub async fn first_sync(world: &mut World, teller: &mut Teller) -> Result<()> {
    let status = world.owner.sync_status(world.organization).await?;
    ensure!(status.last_success.is_none(), "nothing was synced yet: {status:?}");
    sync_now(world).await?;
    let last = super::operator::last_success(world).await?;
    teller.saw(&(teller.words.sync.done)(&minute(last)))
}

pub async fn rotate(world: &mut World, teller: &mut Teller) -> Result<()> {
    let rotated = rotated_token(world).await?;
    ensure!(rotated != world.token, "the token is the old one");
    sync_now(world).await?;
    teller.saw(teller.words.token.old_still_works)?;
    // One more, and the first is no longer the one before.
    let newest = rotated_token(world).await?;
    let refusal = failed_sync(world).await?;
    teller.saw(&(teller.words.token.old_refused)(&refusal))?;

    world.token = newest;
    world.owner.apply_billing_token(world.organization, &world.token).await?;
    sync_now(world).await?;
    teller.saw(teller.words.token.new_works)
}

async fn rotated_token(world: &World) -> Result<String> {
    let call = world.cloud_owner.rotate_billing_token(world.enterprise, PASSWORD)?;
    let key: ApiKey = call.read().await?;
    Ok(key.api_key)
}
