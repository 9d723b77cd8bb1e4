//! Self-hosting Families sponsorships: every documented step, in its order.

mod beginning;
mod connection;
mod ending;
mod gift;
mod licenses;
mod operator;

use std::pin::Pin;

use anyhow::{Context, Result};

use super::{Teller, Words, World};
use crate::servers::Engine;

pub use operator::{SYNC, failed_sync, last_success, sync_now};

type Told<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// One step of the story.
struct Step {
    title: fn(&Words) -> &'static str,
    tell: for<'a> fn(&'a mut World, &'a mut Teller) -> Told<'a>,
}

macro_rules! steps {
    ($($title:ident: $tell:path),+ $(,)?) => {
        &[$(Step {
            title: |words| words.titles.$title,
            tell: |world, teller| Box::pin($tell(world, teller)),
        }),+]
    };
}

/// The story, in its order.
const STEPS: &[Step] = steps! {
    cloud_account: beginning::cloud_account,
    enterprise: beginning::enterprise,
    installation: beginning::installation,
    own_server: beginning::own_server,
    communication: connection::communication,
    region: connection::region,
    license: licenses::first,
    member: beginning::members,
    token: connection::token,
    apply_token: connection::apply_token,
    first_sync: connection::first_sync,
    license_sync: licenses::sync,
    granted: licenses::granted,
    too_new: licenses::too_new,
    sponsor: gift::sponsor,
    sent: gift::sent,
    redeem_new: gift::redeem_new,
    redeem_existing: gift::redeem_existing,
    active: gift::active,
    take_back: ending::take_back,
    end_gift: ending::end_gift,
    rotate: connection::rotate,
    families_license: licenses::families,
    period_end: ending::period_end,
};

/// The steps after which the own server has synced.
const CONNECTED: usize = 14;

/// Tells the whole story on new servers.
///
/// # Errors
///
/// When a step was not seen as it is written.
pub async fn tell(engine: Engine, teller: &mut Teller) -> Result<()> {
    let mut world = World::new(engine).await?;
    teller.begin(teller.words.families, STEPS.len())?;
    play(&mut world, teller, STEPS).await?;
    teller.saw(teller.words.end)
}

/// A world in which the own server is connected to the cloud and has synced once. Its organization
/// may have many members and sponsor people who are none.
///
/// # Errors
///
/// When a step on the way there was not seen as it is written.
pub async fn connected(engine: Engine, seats: u32) -> Result<World> {
    let mut world = World { seats, ..World::new(engine).await? };
    let steps = STEPS.get(..CONNECTED).context("the story is too short")?;
    play(&mut world, &mut Teller::silent(), steps).await?;
    Ok(world)
}

async fn play(world: &mut World, teller: &mut Teller, steps: &[Step]) -> Result<()> {
    for step in steps {
        let title = (step.title)(teller.words);
        teller.step(title)?;
        if let Err(error) = (step.tell)(world, teller).await {
            let (cloud, own) = (world.cloud.log(), world.own.log());
            return Err(error).with_context(|| {
                format!("{title}\n--- the cloud said\n{cloud}\n--- the own server said\n{own}\n---")
            });
        }
    }
    Ok(())
}
