//! `admin`: the operator's commands. One file per room below; each brings its own subcommands.

mod billing;
mod events;
mod installations;
mod jobs;
mod keys;
mod license_keys;
mod mail;
mod operators;
mod organizations;
mod premium;
mod sync;

use anyhow::Result;
use app::{App, KeyRing};
use clap::Subcommand;

use crate::{
    config::Config,
    migrate,
    roles::{self, Ground, World},
};

/// The rooms.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What the server signs and seals with
    #[command(subcommand)]
    Keys(keys::Command),
    /// The key licences are signed with, and those that are accepted
    #[command(subcommand)]
    LicenseKey(license_keys::Command),
    /// The servers that may connect to this cloud
    #[command(subcommand)]
    Installation(installations::Command),
    /// The letters the server wrote
    #[command(subcommand)]
    Mail(mail::Command),
    /// The work that waits or failed
    #[command(subcommand)]
    Jobs(jobs::Command),
    /// The organizations on this server
    #[command(subcommand)]
    Organization(organizations::Command),
    /// What organizations pay for
    #[command(subcommand)]
    Billing(billing::Command),
    /// What happened in an organization
    #[command(subcommand)]
    Events(events::Command),
    /// Who has premium features on this cloud
    #[command(subcommand)]
    Premium(premium::Command),
    /// The sync of an organization with its cloud organization
    #[command(subcommand)]
    Sync(sync::Command),
    /// Who may sign in to the System Administrator Portal
    #[command(subcommand)]
    Operator(operators::Command),
}

/// Runs a command, on the database of the settings. The server may run meanwhile.
pub async fn run(config: &Config, command: Command) -> Result<()> {
    let app = app(config).await?;
    let done = match command {
        Command::Keys(command) => keys::run(&app, command).await,
        Command::LicenseKey(command) => license_keys::run(&app, command).await,
        Command::Installation(command) => installations::run(&app, command).await,
        Command::Mail(command) => mail::run(&app, command).await,
        Command::Jobs(command) => jobs::run(&app, command).await,
        Command::Organization(command) => organizations::run(&app, command).await,
        Command::Billing(command) => billing::run(&app, command).await,
        Command::Events(command) => events::run(&app, command).await,
        Command::Premium(command) => premium::run(&app, command).await,
        Command::Sync(command) => sync::run(&app, command).await,
        Command::Operator(command) => operators::run(&app, command).await,
    };
    app.db.close().await;
    done
}

/// The use cases, as the server would have them.
async fn app(config: &Config) -> Result<App> {
    let db = migrate::open(config).await?;
    migrate::bring_up_to_date(config, &db).await?;
    let world = World::new();
    let now = app::ports::Clock::now(&*world.clock);
    let keys = KeyRing::load(&db, &*world.random, now).await?;
    let ground = Ground { config, db: &db, keys: &keys, world: &world };
    Ok(roles::assemble(ground, None).await?.app)
}
