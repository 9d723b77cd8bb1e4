//! Licences: the first, one fetched from the cloud, one that is too new, one of a family.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use uuid::Uuid;

use super::{
    gift::{CUSTOMER, family},
    operator::{allow_sponsoring_others, trust_cloud},
};
use crate::{
    person::Person,
    story::{
        Teller, World,
        world::{PASSWORD, join, minute},
    },
};

pub async fn first(world: &mut World, teller: &mut Teller) -> Result<()> {
    let nobody = Uuid::new_v4();
    world.cloud_owner.license(world.enterprise, nobody)?.refused(400).await?;
    let id = world.installation.id;
    world.license = world.cloud_owner.license(world.enterprise, id)?.read().await?;
    trust_cloud(world).await?;
    teller.saw(teller.words.own.trusts_cloud)?;
    let made = world.owner.create_from_license(&world.license).await?;
    ensure!(made.id != world.enterprise, "the own server takes the cloud's id");
    ensure!(made.seats == Some(world.seats.into()), "not what the licence says: {made:?}");
    world.organization = made.id;
    teller.saw(&(teller.words.own.organization)(&made.name))
}

pub async fn sync(world: &mut World, teller: &mut Teller) -> Result<()> {
    world.owner.sync_license(world.organization)?.done().await?;
    let connection = world.owner.connection(world.organization).await?;
    let last = connection.field("LastLicenseSync").cloned().unwrap_or_default();
    let last =
        serde_json::from_value(last).with_context(|| format!("still never: {connection:?}"))?;
    teller.saw(&(teller.words.sync.license_done)(&minute(last)))
}

pub async fn granted(world: &mut World, teller: &mut Teller) -> Result<()> {
    ensure!(!may_sponsor_others(world).await?, "it is granted before anybody said so");
    allow_sponsoring_others(world).await?;
    world.owner.sync_license(world.organization)?.done().await?;
    ensure!(may_sponsor_others(world).await?, "the licence did not bring it");
    teller.saw(teller.words.license.granted)
}

async fn may_sponsor_others(world: &World) -> Result<bool> {
    let profile = world.owner.sync().await?;
    let mut found = profile.organizations.iter().filter(|one| one.id == world.organization);
    Ok(found.next().context("the owner has left")?.use_admin_sponsored_families)
}

pub async fn too_new(world: &mut World, teller: &mut Teller) -> Result<()> {
    let mut newer = world.license.clone();
    *newer.get_mut("version").context("a licence has a version")? = 99.into();
    if let Some(fields) = newer.as_object_mut() {
        // Of a version nobody knows, the older proof alone is looked at.
        fields.insert("token".to_owned(), Value::Null);
    }
    let refused = world.owner.update_license(world.organization, &newer)?.refused(400).await?;
    ensure!(refused.contains("version not supported"), "people look for these words: {refused}");
    ensure!(refused.contains("99"), "it does not name the version: {refused}");
    teller.saw(&(teller.words.license.too_new)(&refused))?;
    let profile = world.owner.sync().await?;
    let mut found = profile.organizations.iter().filter(|one| one.id == world.organization);
    ensure!(found.next().is_some_and(|one| one.enabled), "the organization was switched off");
    teller.saw(teller.words.license.still_enabled)
}

pub async fn families(world: &mut World, teller: &mut Teller) -> Result<()> {
    let (customer, family) = family(world, CUSTOMER)?;
    let id = world.installation.id;
    let license: Value = customer.license(family, id)?.read().await?;
    let mut host = Person::new(&world.own.http()?, CUSTOMER, PASSWORD);
    join(&world.own, &mut host).await?;
    let made = host.create_from_license(&license).await?;
    let newer: Value = customer.license(family, id)?.read().await?;
    host.update_license(made.id, &newer)?.done().await?;
    teller.saw(&(teller.words.license.uploaded)(&made.name))
}
