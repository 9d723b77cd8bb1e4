//! `reload` and `restart`: wishes to the server that runs on the data folder.

use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::process::Signal;

use crate::{
    cli::Ended,
    config::Config,
    running::{self, Note},
    say::{complain, say},
};

/// How long the server may take to answer a wish.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often we look whether it did.
const BREATH: Duration = Duration::from_millis(50);

/// Lets the running server take up changed settings. The caller has found them good.
pub async fn reload(config: &Config) -> Result<Ended> {
    let note = server_of(config)?;
    let before = running::outcome(&config.data).number;
    note.process.signal(Signal::HUP)?;
    let look = || (running::outcome(&config.data).number > before).then_some(());
    until(&note, PATIENCE, look).await.context("the server did not answer; look at its log")?;
    let outcome = running::outcome(&config.data);
    if let Some(error) = outcome.error {
        complain(&format!("the server refused the settings and goes on as it was:\n{error}"));
        return Ok(Ended::Badly);
    }
    if outcome.changes.is_empty() {
        say("no setting has changed; certificates were read again");
    }
    for change in &outcome.changes {
        say(change);
    }
    if outcome.changes.iter().any(|change| change.restart) {
        say("some changes wait for `wardstead restart`");
    }
    Ok(Ended::Well)
}

/// Lets the running server start anew, and waits until it answers again.
pub async fn restart(config: &Config) -> Result<Ended> {
    let note = server_of(config)?;
    let before = running::outcome(&config.data).number;
    note.process.signal(Signal::USR2)?;
    let patience = PATIENCE + config.listen.shutdown;
    let look = || {
        let outcome = running::outcome(&config.data);
        let refused = outcome.error.filter(|_| outcome.number > before);
        let again = running::found(&config.data).filter(|now| now.instance != note.instance);
        refused.map(Err).or_else(|| again.map(Ok))
    };
    let answer = until(&note, patience, look).await;
    match answer.context("the server did not come back; look at its log")? {
        Err(error) => {
            complain(&format!("the server refused to restart and goes on as it was:\n{error}"));
            Ok(Ended::Badly)
        }
        Ok(again) => {
            alive(&again).await?;
            say(format_args!("the server runs again, version {}", again.version));
            Ok(Ended::Well)
        }
    }
}

fn server_of(config: &Config) -> Result<Note> {
    running::found(&config.data).with_context(|| {
        format!("no server runs on {}; start it with `wardstead serve`", config.data.display())
    })
}

/// Waits until `look` sees something, or the server is gone, or patience ends.
async fn until<T>(note: &Note, patience: Duration, look: impl Fn() -> Option<T>) -> Option<T> {
    let wait = async {
        loop {
            if let Some(seen) = look() {
                return Some(seen);
            }
            if !note.process.runs() {
                return None;
            }
            tokio::time::sleep(BREATH).await;
        }
    };
    tokio::time::timeout(patience, wait).await.ok().flatten()
}

/// Asks the server whether it lives.
async fn alive(note: &Note) -> Result<()> {
    let Some(address) = &note.address else { return Ok(()) };
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build()?;
    client.get(format!("{address}/alive")).send().await?.error_for_status()?;
    Ok(())
}
