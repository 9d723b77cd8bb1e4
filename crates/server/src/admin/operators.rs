//! `admin operator`: who may sign in to the System Administrator Portal.

use anyhow::Result;
use app::App;
use clap::Subcommand;

use crate::say::say;

/// What can be done with operators.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make someone an operator, and print a link that signs in once, within 15 minutes
    Add {
        /// The mail address
        email: String,
    },
    /// List the operators
    List,
    /// Take the authenticator from an operator who lost it; a mailed link is then enough again
    ResetSecondStep {
        /// The mail address
        email: String,
    },
    /// Take the portal from someone
    Remove {
        /// The mail address
        email: String,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::Add { email } => say(app.add_operator(&email).await?),
        Command::List => {
            for (email, named) in app.list_operators().await? {
                let how = if named { "named in the settings" } else { "added" };
                say(format_args!("{email}  ({how})"));
            }
        }
        Command::ResetSecondStep { email } => {
            app.reset_second_step(&email).await?;
            say("reset");
        }
        Command::Remove { email } => {
            app.remove_operator(&email).await?;
            say("removed");
        }
    }
    Ok(())
}
