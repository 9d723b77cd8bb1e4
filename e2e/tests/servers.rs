//! The driver itself: a server starts, takes a setting up, dies and comes back.

use anyhow::{Result, ensure};
use wardstead_e2e::servers::{Engine, Role, Server};

#[tokio::test]
async fn a_server_starts_restarts_dies_and_comes_back() -> Result<()> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        if !engine.available() {
            eprintln!("not run on {engine:?}: TEST_POSTGRES_URL is not set");
            continue;
        }
        let mut server = Server::prepare(Role::SelfHosted, engine).await?;
        server.run().await?;
        server.restart().await?;
        server.kill().await?;
        ensure!(server.http()?.get("/alive").answer().await.is_err(), "it was killed and answers");
        server.run().await?;
        server.stop().await?;
        server.run().await?;
    }
    Ok(())
}
