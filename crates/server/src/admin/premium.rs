//! `admin premium`: who has premium features on this cloud.

use anyhow::Result;
use app::{App, admin::By};
use chrono::{DateTime, Utc};
use clap::Subcommand;

use crate::say::say;

/// What can be done with premium features.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open them to a person
    Grant {
        /// The person's mail address
        email: String,
        /// Until when, as 2030-12-31T00:00:00Z; for good without it
        #[arg(long)]
        until: Option<DateTime<Utc>>,
    },
    /// Close them
    Withdraw {
        /// The person's mail address
        email: String,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::Grant { email, until } => {
            app.grant_premium(&email, true, until, &By::command()).await?;
            say("granted");
        }
        Command::Withdraw { email } => {
            app.grant_premium(&email, false, None, &By::command()).await?;
            say("withdrawn; a license that was handed out lasts to its end");
        }
    }
    Ok(())
}
