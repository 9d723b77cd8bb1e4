//! The official command-line client signs in to both servers over TLS and reads what is there.

use anyhow::{Result, ensure};
use wardstead_e2e::{
    certificates::Authority,
    http::at,
    official_cli::OfficialCli,
    person::{Person, Plan},
    servers::{Engine, Role, Server},
    story::world::{PASSWORD, join},
};

#[tokio::test]
async fn the_official_client_signs_in_and_syncs() -> Result<()> {
    let Some(program) = OfficialCli::find() else {
        eprintln!(
            "not run: no official client here; `npm install @bitwarden/cli` in e2e/, or name one in WARDSTEAD_BW"
        );
        return Ok(());
    };
    let authority = Authority::new()?;
    for role in [Role::SelfHosted, Role::Cloud] {
        let mut server = Server::prepare(role, Engine::Sqlite).await?;
        let certificate = authority.certificate()?;
        server.answer_tls(authority.pem(), &certificate.pem, &certificate.key)?;
        server.run().await?;
        let mut owner = Person::new(&server.http()?, "owner@example.com", PASSWORD);
        join(&server, &mut owner).await?;
        if role == Role::Cloud {
            owner.create_organization("Acme", Plan::Enterprise, 5).await?;
        }

        let mut client = OfficialCli::at(program.clone(), server.url(), authority.pem()).await?;
        client.log_in("owner@example.com", PASSWORD).await?;
        client.run(&["sync", "--force"]).await?;
        let status = client.json(&["status"]).await?;
        ensure!(at(&status, "/status")? == "unlocked", "{role:?}: {status}");
        ensure!(at(&status, "/userEmail")? == "owner@example.com", "{role:?}: {status}");
        let organizations = client.json(&["list", "organizations"]).await?;
        if role == Role::Cloud {
            ensure!(at(&organizations, "/0/name")? == "Acme", "{role:?}: {organizations}");
            let collections = client.json(&["list", "collections"]).await?;
            ensure!(at(&collections, "/0/name")? == "Default collection", "{collections}");
        }
        ensure!(
            client.run(&["login", "owner@example.com", "wrong"]).await.is_err(),
            "let in twice"
        );
        client.run(&["logout"]).await?;
        let refused = client.run(&["login", "owner@example.com", "wrong horse"]).await;
        ensure!(refused.is_err(), "{role:?}: a wrong password signs in");
    }
    Ok(())
}
