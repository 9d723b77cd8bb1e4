//! `admin keys`: what the server signs and seals with.

use anyhow::Result;
use app::App;
use clap::{Subcommand, ValueEnum};

use crate::say::say;

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the keys, without what is secret
    List,
    /// Make a new key; those before it only verify from now on
    Rotate {
        /// What the key is for
        purpose: Purpose,
    },
}

/// What a key is for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Purpose {
    /// Access tokens
    Access,
    /// What is kept sealed in the database
    Seal,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Seal => "seal",
        }
    }
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::List => {
            for purpose in [Purpose::Access, Purpose::Seal] {
                for key in app.keys.all(purpose.name()) {
                    let state = if key.retired_at.is_some() { "verifies only" } else { "in use" };
                    let made = key.created_at.format("%Y-%m-%d");
                    say(format_args!("{:8} {}  made {made}, {state}", key.purpose, key.id));
                }
            }
        }
        Command::Rotate { purpose } => {
            let random = &*app.ports.random;
            let id = app.keys.rotate(&app.db, purpose.name(), random, app.now()).await?;
            say(format_args!("new key {id}; running servers take it up with `wardstead reload`"));
        }
    }
    Ok(())
}
