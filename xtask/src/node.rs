//! What is written for Node: its packages, and how its programs are run.

use std::{
    fs,
    process::{Command, ExitStatus, Stdio},
};

use anyhow::{Result, bail};

use crate::{
    program,
    workspace::{self, root},
};

/// The oldest version that will do.
const OLDEST: u32 = 20;
const CURE: &str = "Node.js 20 or later, with npm, is needed for the web app: install it from https://nodejs.org, or from \
    your system where that is new enough (Debian 13, Ubuntu 25.10: sudo apt-get install -y nodejs npm).";

/// Where the lock file stands as it was when its packages were installed.
const INSTALLED: &str = "node_modules/.installed-lock.json";

/// Whether Node and npm are there; else what to do about it.
pub fn ready() -> Result<()> {
    let Some(version) = version() else { bail!("{CURE}") };
    if version < OLDEST {
        bail!("This is Node.js {version}. {CURE}");
    }
    Ok(())
}

fn version() -> Option<u32> {
    let npm = Command::new("npm").arg("--version").stdout(Stdio::null()).status();
    npm.ok().filter(ExitStatus::success)?;
    let output = Command::new("node").arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs what the lock file of `folder` names, unless it is there already.
pub fn install(folder: &str) -> Result<()> {
    ready()?;
    let lock = workspace::text(&format!("{folder}/package-lock.json"));
    let installed = format!("{folder}/{INSTALLED}");
    if workspace::text(&installed) == lock {
        return Ok(());
    }
    println!("· packages of {folder}");
    // `ci` refuses a lock file that was written where the packages of other systems cannot be had.
    let mut words = vec!["--prefix", folder, "install", "--no-save", "--no-audit", "--no-fund"];
    words.push("--no-update-notifier");
    // Without a network npm tries again for ten minutes before it says so.
    if program::quietly("npm", &["ping", "--fetch-retries=0"]).is_err() {
        words.push("--fetch-retries=0");
    }
    program::run("npm", &words)?;
    fs::write(root().join(installed), lock)?;
    Ok(())
}

/// Runs a script of the `package.json` in `folder`, with its packages there.
pub fn script(
    folder: &str,
    name: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
) -> Result<()> {
    install(folder)?;
    let mut words = vec!["--prefix", folder, "run", "--silent", name, "--"];
    words.extend(arguments);
    program::run_with("npm", &words, environment)
}
