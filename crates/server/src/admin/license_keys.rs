//! `admin license-key`: the key this server signs licences with, and those whose licences it accepts.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use app::{
    App,
    licensing::{
        authority::{self, PURPOSE},
        trust,
    },
    ports::TrustFile,
};
use clap::Subcommand;

use crate::say::say;

/// What can be done with keys of licences.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the public key that self-hosted servers must trust, as PEM
    Show,
    /// Make a new key to sign with; those before it stay valid where they are trusted
    Rotate,
    /// Accept licences signed with the key in a file: a public key or a certificate
    Trust {
        /// The file
        file: PathBuf,
    },
    /// List the keys whose licences are accepted
    List,
    /// Accept licences of a key no longer
    Distrust {
        /// Its id, as `list` names it
        id: String,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::Show => {
            let id = app.ports.license_authority.key_id()?;
            let key = app.keys.by_id(PURPOSE, &id).and_then(|key| key.public);
            say(trust::pem(&key.context("the key has no public half")?).trim_end());
        }
        Command::Rotate => {
            app.ports.license_authority.key_id()?;
            let id = authority::rotate(&app.keys, &app.db, app.now()).await?;
            say(format_args!(
                "new key {id}; running servers take it up with `wardstead reload`, and self-hosted \
                 servers must trust it (`license-key show`)"
            ));
        }
        Command::Trust { file } => {
            let bytes = std::fs::read(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let key = app.trust_license_key(&TrustFile { name, bytes }).await?;
            say(format_args!("licenses signed with {} are accepted", key.id));
        }
        Command::List => {
            for key in app.trusted_license_keys().await? {
                say(format_args!("{}  {}", key.id, key.label));
            }
        }
        Command::Distrust { id } => {
            if !app.distrust_license_key(&id).await? {
                bail!("no such key was added by command; those in trust/ are removed there");
            }
            say("no longer accepted");
        }
    }
    Ok(())
}
