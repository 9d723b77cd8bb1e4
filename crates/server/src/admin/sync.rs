//! `admin sync`: an organization and its cloud organization.

use anyhow::Result;
use app::App;
use clap::Subcommand;
use domain::{authz::Permit, id::Id};
use uuid::Uuid;

use crate::say::say;

/// What can be done with syncs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sync an organization now
    Now {
        /// Which organization
        #[arg(long, value_name = "ID")]
        organization: Uuid,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    let Command::Now { organization } = command;
    let organization = Id::new(organization);
    let permit =
        Permit::of_the_server("a command typed on the server's machine looks", organization);
    app.view_organization(&permit).await?;
    let permit =
        Permit::of_the_server("a command typed on the server's machine syncs", organization);
    let license = Permit::of_the_server(
        "a command typed on the server's machine fetches the licence",
        organization,
    );
    let run = app.sync_now(permit, license).await?.sponsorships()?;
    say(format_args!("synced; the run is {run}"));
    Ok(())
}
