//! One organization with many sponsorships: its first sync, and a sync after ten changes.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Usage;
use crate::{
    fault_proxy::Fault,
    http::at,
    servers::Engine,
    story::{World, families},
};

/// How many recipients one request may name.
const AT_ONCE: usize = 500;
/// How many changes the small sync carries.
const CHANGES: usize = 10;
/// How often the small sync is measured: the median of its wall time counts, and the mean of its
/// processor time, which the system counts in hundredths of a second.
const TIMES: usize = 15;

/// How many sponsorships the organizations have: the small one is what the large is held against.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// The one to compare with.
    pub small: usize,
    /// The one that matters.
    pub large: usize,
}

/// What a sync took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    wall: f64,
    own: f64,
    cloud: f64,
    own_peak: f64,
    cloud_peak: f64,
}

/// Measures both sizes and gives the table.
///
/// # Errors
///
/// When a server refuses, or a sync does not carry what it should.
pub async fn sync(engine: Engine, sizes: Sizes) -> Result<String> {
    let mut lines = vec![
        "| sponsorships | sync | wall | self-hosted CPU | cloud CPU | self-hosted peak | cloud peak |"
            .to_owned(),
        "|---|---|---|---|---|---|---|".to_owned(),
    ];
    let mut changes = Vec::new();
    for size in [sizes.small, sizes.large] {
        let (first, later) = measure(engine, size).await?;
        lines.push(row(size, "first", first));
        lines.push(row(size, "10 changes", later));
        changes.push(later);
    }
    if let [small, large] = changes.as_slice() {
        let (own, cloud) = (large.own / small.own, large.cloud / small.cloud);
        lines.push(format!(
            "\nA sync with {CHANGES} changes, {} against {} sponsorships: {:.2} times the wall time, \
             {own:.2} times the processor time on the self-hosted server, {cloud:.2} times on the cloud.",
            sizes.large,
            sizes.small,
            large.wall / small.wall,
        ));
    }
    Ok(lines.join("\n"))
}

fn row(size: usize, what: &str, taken: Taken) -> String {
    let Taken { wall, own, cloud, own_peak, cloud_peak } = taken;
    format!(
        "| {size} | {what} | {wall:.0} ms | {own:.0} ms | {cloud:.0} ms | {own_peak:.0} MiB | {cloud_peak:.0} MiB |"
    )
}

async fn measure(engine: Engine, size: usize) -> Result<(Taken, Taken)> {
    let seats = u32::try_from(size + CHANGES * TIMES + 100)?;
    let world = families::connected(engine, seats).await?;
    // Nothing goes out while the crowd gathers, so that the first sync carries all of it.
    world.line.set(Fault::Unreachable);
    let mut count = 0;
    while count < size {
        let more = AT_ONCE.min(size - count);
        offer(&world, count, more).await?;
        count += more;
    }
    let first = one_sync(&world, size).await?;

    let mut later = Vec::new();
    for _ in 0..TIMES {
        world.line.set(Fault::Unreachable);
        offer(&world, count, CHANGES).await?;
        count += CHANGES;
        later.push(one_sync(&world, CHANGES).await?);
    }
    later.sort_by(|one, other| one.wall.total_cmp(&other.wall));
    let mut median = *later.get(TIMES / 2).context("nothing was measured")?;
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let mean = |of: fn(&Taken) -> f64| later.iter().map(of).sum::<f64>() / later.len() as f64;
    median.own = mean(|taken| taken.own);
    median.cloud = mean(|taken| taken.cloud);
    Ok((first, median))
}

async fn offer(world: &World, from: usize, count: usize) -> Result<()> {
    let emails: Vec<String> =
        (from..from + count).map(|n| format!("recipient{n}@home.example")).collect();
    let path = format!(
        "/api/organization/sponsorship/self-hosted/{}/families-for-enterprise/bulk",
        world.organization
    );
    let body = json!({ "planSponsorshipType": 0, "emails": emails });
    world.owner.http()?.post(&path).json(&body).done().await
}

/// Syncs until nothing is left to send, and says what that took. The queue may begin by itself the
/// moment the line is open; what it carries counts as well, in time and in number.
async fn one_sync(world: &World, expected: usize) -> Result<Taken> {
    let own = world.own.process_id().context("the self-hosted server does not run")?;
    let cloud = world.cloud.process_id().context("the cloud does not run")?;
    for id in [own, cloud] {
        Usage::forget_peak(id)?;
    }
    let base = format!("/api/organization/sponsorship/self-hosted/{}", world.organization);
    let earlier: BTreeSet<String> = runs(world, &base).await?.into_keys().collect();
    let before = (Usage::of(own)?, Usage::of(cloud)?);
    let begun = Instant::now();
    world.line.set(Fault::None);
    // A long sync outlives the patience of who asked; the runs tell how it ends.
    let asked = world.owner.http()?.post(&format!("{base}/sync-now")).read::<Value>().await;
    if let Ok(answer) = asked {
        ensure!(at(&answer, "/outcome")? != "failed", "the sync failed: {answer}");
    }
    let mut wall = begun.elapsed().as_secs_f64() * 1000.0;
    loop {
        let since = runs(world, &base).await?;
        let since = since.iter().filter(|(id, _)| !earlier.contains(*id)).map(|(_, run)| run);
        let (open, sent) = since.fold((0_u64, 0), |(open, sent), run| {
            let ended = run.get("finishedAt").is_some_and(|at| !at.is_null());
            let sent_now = run.get("sent").and_then(Value::as_u64).unwrap_or(0);
            (open + u64::from(!ended), sent + sent_now)
        });
        if open == 0 {
            ensure!(sent >= expected as u64, "{expected} were to be sent, {sent} were");
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        wall = begun.elapsed().as_secs_f64() * 1000.0;
    }
    let after = (Usage::of(own)?, Usage::of(cloud)?);
    Ok(Taken {
        wall,
        own: after.0.cpu - before.0.cpu,
        cloud: after.1.cpu - before.1.cpu,
        own_peak: after.0.peak,
        cloud_peak: after.1.peak,
    })
}

/// The newest runs of the organization's syncs, by their ids.
async fn runs(world: &World, base: &str) -> Result<BTreeMap<String, Value>> {
    let path = format!("{base}/sync-runs?pageSize=100");
    let page: Value = world.owner.http()?.get(&path).read().await?;
    let runs = page.get("data").and_then(Value::as_array).cloned().unwrap_or_default();
    let named = runs.into_iter().map(|run| Ok((at(&run, "/id")?.to_string(), run)));
    named.collect()
}
