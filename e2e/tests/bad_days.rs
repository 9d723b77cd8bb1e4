//! Days on which things break between two servers. On each, nothing is lost, nothing doubled, and
//! nobody gets a mail twice.

use anyhow::{Result, ensure};
use wardstead_e2e::{
    fault_proxy::Fault,
    person::ApiKey,
    servers::Engine,
    story::{
        Crowd, World,
        families::{SYNC, connected, failed_sync, last_success, sync_now},
        world::PASSWORD,
    },
};

/// More than two requests can carry.
const MANY: usize = 2_500;

macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            use super::Engine;

            #[tokio::test]
            async fn sqlite() -> anyhow::Result<()> {
                super::days::$name(Engine::Sqlite).await
            }

            #[tokio::test]
            async fn postgres() -> anyhow::Result<()> {
                if !Engine::Postgres.available() {
                    eprintln!("not run: TEST_POSTGRES_URL is not set");
                    return Ok(());
                }
                super::days::$name(Engine::Postgres).await
            }
        }
    )+};
}

on_both_engines! {
    the_own_server_dies_in_the_middle_of_a_sync,
    the_cloud_dies_in_the_middle_of_a_sync,
    the_second_request_never_arrives,
    an_answer_is_lost_after_the_cloud_has_written,
    the_token_is_wrong,
    the_clocks_differ_by_ten_minutes,
    the_cloud_is_away_for_a_day,
}

/// A world with `count` sponsorships nobody has told the cloud of.
async fn untold(engine: Engine, count: usize) -> Result<(World, Crowd)> {
    let world = connected(engine, 3_000).await?;
    world.line.set(Fault::Unreachable);
    let mut crowd = Crowd::default();
    crowd.grow(&world, count).await?;
    Ok((world, crowd))
}

mod days {
    use super::*;

    pub async fn the_own_server_dies_in_the_middle_of_a_sync(engine: Engine) -> Result<()> {
        let (mut world, crowd) = untold(engine, MANY).await?;
        world.line.set(Fault::HoldAnswer { to: SYNC, nth: 2 });
        let sync = sync_now(&world);
        let struck = world.line.struck();
        tokio::select! {
            ended = sync => anyhow::bail!("the sync ended while its answer was held: {ended:?}"),
            struck = struck => struck?,
        }
        world.own.kill().await?;
        world.line.set(Fault::None);
        world.own.run().await?;
        sync_now(&world).await?;
        crowd.is_whole(&world).await
    }

    pub async fn the_cloud_dies_in_the_middle_of_a_sync(engine: Engine) -> Result<()> {
        let (mut world, mut crowd) = untold(engine, MANY).await?;
        world.line.set(Fault::None);
        let sync = sync_now(&world);
        let second = world.line.came(SYNC, 2);
        tokio::select! {
            ended = sync => anyhow::bail!("the sync ended within one request: {ended:?}"),
            second = second => second?,
        }
        world.cloud.kill().await?;
        failed_sync(&world).await?;
        world.cloud.run().await?;
        sync_now(&world).await?;
        crowd.is_whole(&world).await?;

        // Once more with withdrawals, and with the death after the work was done.
        world.line.set(Fault::Unreachable);
        crowd.shrink(&world, 10).await?;
        crowd.grow(&world, 10).await?;
        world.line.set(Fault::HoldAnswer { to: SYNC, nth: 1 });
        tokio::select! {
            ended = sync_now(&world) => anyhow::bail!("its answer was held: {ended:?}"),
            struck = world.line.struck() => struck?,
        }
        world.cloud.kill().await?;
        world.line.set(Fault::None);
        world.cloud.run().await?;
        sync_now(&world).await?;
        crowd.is_whole(&world).await
    }

    pub async fn the_second_request_never_arrives(engine: Engine) -> Result<()> {
        let (world, crowd) = untold(engine, MANY).await?;
        world.line.set(Fault::LoseRequest { to: SYNC, nth: 2 });
        failed_sync(&world).await?;
        world.line.struck().await?;
        world.line.set(Fault::None);
        sync_now(&world).await?;
        crowd.is_whole(&world).await
    }

    pub async fn an_answer_is_lost_after_the_cloud_has_written(engine: Engine) -> Result<()> {
        let (world, crowd) = untold(engine, MANY).await?;
        for nth in [1, 2] {
            world.line.set(Fault::LoseAnswer { to: SYNC, nth });
            failed_sync(&world).await?;
            world.line.struck().await?;
        }
        // And one that breaks off in the middle of its text.
        world.line.set(Fault::CutAnswer(2_000));
        failed_sync(&world).await?;
        world.line.set(Fault::None);
        sync_now(&world).await?;
        crowd.is_whole(&world).await
    }

    pub async fn the_token_is_wrong(engine: Engine) -> Result<()> {
        let (world, crowd) = untold(engine, 5).await?;
        world.line.set(Fault::None);
        world.owner.apply_billing_token(world.organization, &"x".repeat(30)).await?;
        let wrong = failed_sync(&world).await?;
        ensure!(!wrong.is_empty(), "nobody says what is wrong");
        // The token before the newest works for another day, the one before that does not.
        let rotate = || world.cloud_owner.rotate_billing_token(world.enterprise, PASSWORD);
        rotate()?.done().await?;
        let key: ApiKey = rotate()?.read().await?;
        world.owner.apply_billing_token(world.organization, &world.token).await?;
        failed_sync(&world).await?;
        world.owner.apply_billing_token(world.organization, &key.api_key).await?;
        sync_now(&world).await?;
        crowd.is_whole(&world).await
    }

    pub async fn the_clocks_differ_by_ten_minutes(engine: Engine) -> Result<()> {
        let (world, mut crowd) = untold(engine, 5).await?;
        for seconds in [600, -600] {
            world.line.set(Fault::WrongDate(seconds));
            let found = world.own.finding("clock").await?;
            ensure!(!found.ok, "the doctor does not see {seconds} seconds: {found:?}");
            sync_now(&world).await?;
            world.owner.sync_license(world.organization)?.done().await?;
            crowd.grow(&world, 1).await?;
        }
        world.line.set(Fault::None);
        sync_now(&world).await?;
        crowd.is_whole(&world).await
    }

    pub async fn the_cloud_is_away_for_a_day(engine: Engine) -> Result<()> {
        let (world, crowd) = untold(engine, 5).await?;
        let before = last_success(&world).await?;
        let said = failed_sync(&world).await?;
        ensure!(said.contains("cannot be reached"), "nobody says what is wrong: {said}");
        let status = world.owner.sync_status(world.organization).await?;
        ensure!(status.failures > 0 && status.pending == 5, "not written down: {status:?}");
        ensure!(status.next_run.is_some(), "the server does not try again: {status:?}");
        ensure!(last_success(&world).await? == before, "a failure counts as a sync");
        world.line.set(Fault::None);
        // The owner does not wait for the next try.
        sync_now(&world).await?;
        ensure!(last_success(&world).await? > before, "the success is not written down");
        crowd.is_whole(&world).await
    }
}
