//! Accounts, organizations, members and the own server.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    http::text_at,
    person::{Person, Plan},
    story::{
        Teller, World,
        world::{Installation, PASSWORD, join},
    },
};

/// Those who join the organization on the own server.
const MEMBERS: [&str; 3] = ["member@example.com", "colleague@example.com", "trainee@example.com"];

pub async fn cloud_account(world: &mut World, teller: &mut Teller) -> Result<()> {
    world.cloud.run().await?;
    join(&world.cloud, &mut world.cloud_owner).await?;
    let email = world.cloud_owner.email().to_owned();
    teller.saw(&(teller.words.cloud.mailed_link)(&email))?;
    let refusal = world.cloud_owner.refused_to_log_in("wrong horse battery staple").await?;
    ensure!(
        refusal == "Username or password is incorrect. Try again.",
        "clients compare: {refusal}"
    );
    world.cloud_owner.refresh().await?;
    ensure!(world.cloud_owner.sync().await?.email == email, "the profile is somebody else's");
    teller.saw(&(teller.words.cloud.signed_in)(&email))
}

pub async fn enterprise(world: &mut World, teller: &mut Teller) -> Result<()> {
    let made = world.cloud_owner.create_organization("Acme", Plan::Enterprise, world.seats).await?;
    let seats = i64::from(world.seats);
    ensure!(made.plan_type == 20 && made.seats == Some(seats), "not what was ordered: {made:?}");
    world.enterprise = made.id;
    world.cloud_owner.organization_key(made.id).await?;
    teller.saw(&(teller.words.cloud.organization)(&made.name, seats))
}

pub async fn installation(world: &mut World, teller: &mut Teller) -> Result<()> {
    let http = world.cloud.http()?;
    let body = json!({ "email": "owner@example.com" });
    let made: Value = http.post("/api/installations").json(&body).read().await?;
    let (id, key) = (text_at(&made, "/id")?, text_at(&made, "/key")?);
    ensure!(key.len() == 20, "an installation key has 20 characters, not {}", key.len());
    world.installation = Installation { id: id.parse()?, key: key.to_owned() };
    teller.saw(&(teller.words.cloud.installation)(id))?;

    let again: Value = http.get(&format!("/api/installations/{id}")).read().await?;
    ensure!(again.get("key").is_none_or(Value::is_null), "the key is shown again: {again}");
    let nobody = Uuid::new_v4();
    http.get(&format!("/api/installations/{nobody}")).refused(404).await?;
    teller.saw(teller.words.cloud.key_shown_once)
}

pub async fn own_server(world: &mut World, teller: &mut Teller) -> Result<()> {
    let Installation { id, key } = &world.installation;
    world.own.write_override("globalSettings__installation__id", &id.to_string())?;
    world.own.write_override("globalSettings__installation__key", key)?;
    world.own.run().await?;
    teller.saw(&(teller.words.own.runs)(world.own.url()))?;
    join(&world.own, &mut world.owner).await?;
    teller.saw(&(teller.words.cloud.signed_in)(world.owner.email()))
}

pub async fn members(world: &mut World, teller: &mut Teller) -> Result<()> {
    for email in MEMBERS {
        world.owner.invite(world.organization, email).await?;
        let (_, link) = world.own.mailed_link(email, "accept-organization").await?;
        let mut member = Person::new(&world.own.http()?, email, PASSWORD);
        join(&world.own, &mut member).await?;
        member.accept_invitation(&link).await?;
        world.owner.confirm(world.organization, email).await?;
        let key = member.organization_key(world.organization).await?;
        ensure!(
            key == world.owner.organization_key(world.organization).await?,
            "the key {email} got is not the organization's"
        );
        world.members.push(member);
        teller.saw(&(teller.words.own.confirmed)(email))?;
    }
    Ok(())
}
