//! `admin installation`: the servers that may connect to this cloud.

use anyhow::{Result, anyhow, bail};
use app::{
    App,
    fault::{Fault, Kind},
};
use clap::Subcommand;
use domain::id::Id;
use uuid::Uuid;

use crate::say::say;

/// What can be done with installations.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an installation; its key is printed once
    Create {
        /// Whom to write to about it
        email: String,
    },
    /// List the installations, the newest first
    List {
        /// At most so many
        #[arg(long, default_value_t = 100)]
        limit: i64,
    },
    /// Give an installation another key; the one before works for a day longer
    Rotate {
        /// The installation id
        id: Uuid,
    },
    /// Let an installation sign in again
    Enable {
        /// The installation id
        id: Uuid,
    },
    /// Keep an installation from signing in
    Disable {
        /// The installation id
        id: Uuid,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    if app.ports.license_authority.key_id().is_err() {
        bail!("installations are made and kept by the cloud this server belongs to");
    }
    match command {
        Command::Create { email } => {
            let made = app.create_installation(&email, None).await?;
            say(format_args!("id   {}\nkey  {}", made.id, made.key.reveal()));
        }
        Command::List { limit } => {
            for it in app.list_installations(limit).await? {
                let state = if it.enabled { "enabled" } else { "disabled" };
                let active = it.last_active_at.map_or_else(
                    || "never active".to_owned(),
                    |at| format!("active {}", at.format("%Y-%m-%d %H:%M")),
                );
                say(format_args!("{}  {state:8}  {active:24}  {}", it.id(), it.email));
            }
        }
        Command::Rotate { id } => {
            let rotated = app.rotate_installation_key(Id::new(id), None).await;
            let rotated = rotated.map_err(about(id))?;
            let until = rotated.previous_until.format("%Y-%m-%d %H:%M UTC");
            say(format_args!("key  {}", rotated.key.reveal()));
            say(format_args!("the key before works until {until}"));
        }
        Command::Enable { id } => {
            app.switch_installation(Id::new(id), true).await.map_err(about(id))?;
            say("enabled");
        }
        Command::Disable { id } => {
            app.switch_installation(Id::new(id), false).await.map_err(about(id))?;
            say("disabled; a token it holds works for at most a day longer");
        }
    }
    Ok(())
}

/// What is said of an error about that installation.
fn about<E>(id: Uuid) -> impl Fn(E) -> anyhow::Error
where
    E: Fault + std::error::Error + Send + Sync + 'static,
{
    move |error| match error.kind() {
        Kind::NotFound => anyhow!("there is no installation {id}"),
        _ => error.into(),
    }
}
