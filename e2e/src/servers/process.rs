//! One run of the server program.

use std::{fs::File, path::Path, process::Stdio, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use tokio::process::{Child, Command};

/// Where a process writes what it has to say.
const LOG: &str = "story.log";

/// A running server. It is killed with this value.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    pub fn start(program: &Path, role: &str, data: &Path) -> Result<Self> {
        let log = File::options().create(true).append(true).open(data.join(LOG))?;
        let child = clean(program)
            .args(["serve", "--role", role, "--data"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        Ok(Self(child))
    }

    pub fn runs(&mut self) -> bool {
        self.0.try_wait().is_ok_and(|ended| ended.is_none())
    }

    pub fn id(&self) -> Option<u32> {
        self.0.id()
    }

    pub async fn kill(mut self) -> Result<()> {
        Ok(self.0.kill().await?)
    }

    pub async fn stop(mut self) -> Result<()> {
        let id = self.0.id().context("the server has ended already")?.to_string();
        ensure!(Command::new("kill").args(["-TERM", &id]).status().await?.success(), "kill -TERM");
        let ended = tokio::time::timeout(Duration::from_secs(30), self.0.wait()).await;
        ended.context("the server did not end when it was asked to")??;
        Ok(())
    }
}

/// What a command of the program said, and how it ended.
pub struct Spoken {
    pub said: String,
    complaint: Option<String>,
}

impl Spoken {
    /// What it said, if it ended well.
    pub fn well(self) -> Result<String> {
        match self.complaint {
            None => Ok(self.said),
            Some(complaint) => bail!("{complaint}\n{}", self.said),
        }
    }
}

/// Runs a command of the program on a data folder.
pub async fn command(program: &Path, data: &Path, arguments: &[&str]) -> Result<Spoken> {
    let name = arguments.join(" ");
    let running = clean(program)
        .arg("--data")
        .arg(data)
        .args(arguments)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(Duration::from_mins(2), running)
        .await
        .with_context(|| format!("wardstead {name} does not end"))??;
    let complained = String::from_utf8_lossy(&output.stderr);
    let complaint = format!("wardstead {name} failed: {complained}");
    Ok(Spoken {
        said: String::from_utf8_lossy(&output.stdout).into_owned(),
        complaint: (!output.status.success()).then_some(complaint),
    })
}

/// The last lines a process said.
pub fn log(data: &Path) -> String {
    let text = std::fs::read_to_string(data.join(LOG)).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines.iter().skip(lines.len().saturating_sub(60)).copied().collect::<Vec<_>>().join("\n")
}

/// The program, without settings from whoever runs the story.
fn clean(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("NO_COLOR", "1");
    for (name, _) in std::env::vars_os() {
        let upper = name.to_string_lossy().to_uppercase();
        if upper.starts_with("WARDSTEAD_") || upper.starts_with("GLOBALSETTINGS__") {
            command.env_remove(name);
        }
    }
    command
}
