//! A cloud that takes the daily sync of many installations.

use std::{sync::Arc, time::Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::{sync::Semaphore, task::JoinSet};
use uuid::Uuid;

use super::Usage;
use crate::{
    http::{Http, text_at},
    person::{Person, Plan},
    servers::{Engine, Role, Server},
    story::world::{PASSWORD, join},
};

/// How many servers sync at the same moment.
const AT_ONCE: usize = 16;

/// A server as the cloud knows it, with what it syncs for.
#[derive(Debug, Clone)]
struct Peer {
    installation: String,
    key: String,
    organization: Uuid,
    token: String,
}

/// Lets `count` installations, each with an organization of its own, sync once, and gives the table.
///
/// # Errors
///
/// When the cloud refuses one of them.
pub async fn daily(engine: Engine, count: usize) -> Result<String> {
    let cloud = Server::start(Role::Cloud, engine, &[]).await?;
    let mut owner = Person::new(&cloud.http()?, "owner@example.com", PASSWORD);
    join(&cloud, &mut owner).await?;
    let peers = gather(&owner, &cloud.http()?, count).await?;

    let id = cloud.process_id().context("the cloud does not run")?;
    Usage::forget_peak(id)?;
    let (before, begun) = (Usage::of(id)?, Instant::now());
    each(peers, |http, peer| async move { one_sync(&http, &peer).await }, &cloud.http()?).await?;
    let (wall, after) = (begun.elapsed().as_secs_f64(), Usage::of(id)?);

    let cpu = after.cpu - before.cpu;
    #[expect(clippy::cast_precision_loss, reason = "a count of this size is exact")]
    let each_one = cpu / count as f64;
    Ok(format!(
        "| installations | wall | cloud CPU | cloud CPU each | cloud peak |\n|---|---|---|---|---|\n\
         | {count} | {wall:.1} s | {:.1} s | {each_one:.2} ms | {:.0} MiB |",
        cpu / 1000.0,
        after.peak
    ))
}

async fn gather(owner: &Person, http: &Http, count: usize) -> Result<Vec<Peer>> {
    let doors = Arc::new(Semaphore::new(AT_ONCE));
    let mut making = JoinSet::new();
    for n in 0..count {
        let (owner, http, doors) = (owner.clone(), http.clone(), Arc::clone(&doors));
        making.spawn(async move {
            let _door = doors.acquire_owned().await?;
            peer(&owner, &http, n).await
        });
    }
    let mut peers = Vec::with_capacity(count);
    while let Some(made) = making.join_next().await {
        peers.push(made??);
    }
    Ok(peers)
}

async fn peer(owner: &Person, http: &Http, n: usize) -> Result<Peer> {
    let organization = owner.create_keyless(&format!("Acme {n}"), Plan::Enterprise, 10).await?;
    let key: Value = owner.billing_token(organization, PASSWORD)?.read().await?;
    let body = json!({ "email": "owner@example.com" });
    let installation: Value = http.post("/api/installations").json(&body).read().await?;
    Ok(Peer {
        installation: text_at(&installation, "/id")?.to_owned(),
        key: text_at(&installation, "/key")?.to_owned(),
        organization,
        token: text_at(&key, "/apiKey")?.to_owned(),
    })
}

async fn one_sync(http: &Http, peer: &Peer) -> Result<()> {
    let client = format!("installation.{}", peer.installation);
    let form = [
        ("grant_type", "client_credentials"),
        ("scope", "api.installation"),
        ("client_id", &client),
        ("client_secret", &peer.key),
    ];
    let token: Value = http.post("/identity/connect/token").form(&form).read().await?;
    let signed_in = http.signed_in(text_at(&token, "/access_token")?);
    let body = json!({
        "billingSyncKey": peer.token, "sponsoringOrganizationCloudId": peer.organization,
        "requestId": Uuid::new_v4(), "cursor": 0, "items": [],
    });
    let path = "/api/organization/sponsorship/sync/v2";
    let answer: Value = signed_in.post(path).json(&body).read().await?;
    ensure!(answer.get("cursor").is_some(), "no answer to a sync: {answer}");
    Ok(())
}

async fn each<F, Done>(peers: Vec<Peer>, work: F, http: &Http) -> Result<()>
where
    F: Fn(Http, Peer) -> Done,
    Done: Future<Output = Result<()>> + Send + 'static,
{
    let mut running = JoinSet::new();
    for peer in peers {
        if running.len() == AT_ONCE {
            running.join_next().await.context("nothing runs")???;
        }
        running.spawn(work(http.clone(), peer));
    }
    while let Some(done) = running.join_next().await {
        done??;
    }
    Ok(())
}
