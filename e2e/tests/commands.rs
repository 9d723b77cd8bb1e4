//! Commands of the operator that reach over to the cloud, beside the server that runs.

use anyhow::{Result, ensure};
use wardstead_e2e::{
    fault_proxy::Fault,
    servers::Engine,
    story::{Crowd, families::connected},
};

#[tokio::test]
async fn an_organization_is_synced_by_command() -> Result<()> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        if !engine.available() {
            eprintln!("not run on {engine:?}: TEST_POSTGRES_URL is not set");
            continue;
        }
        let world = connected(engine, 100).await?;
        world.line.set(Fault::Unreachable);
        let mut crowd = Crowd::default();
        crowd.grow(&world, 3).await?;
        let organization = world.organization.to_string();
        let sync = ["admin", "sync", "now", "--organization", &organization];
        let Err(failed) = world.own.command(&sync).await else {
            anyhow::bail!("a cloud that cannot be reached was synced with");
        };
        ensure!(failed.to_string().contains("admin sync now"), "{failed:#}");

        world.line.set(Fault::None);
        let said = world.own.command(&sync).await?;
        ensure!(said.starts_with("synced; the run is "), "{said}");
        crowd.is_whole(&world).await?;

        let stranger =
            ["admin", "sync", "now", "--organization", "5f0c3d1e-0000-4000-8000-000000000001"];
        ensure!(world.own.command(&stranger).await.is_err(), "nobody's organization was synced");
    }
    Ok(())
}
