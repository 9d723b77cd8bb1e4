//! The server's own program, freshly built.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

use crate::{
    program,
    workspace::{self, root},
};

/// Builds the server, and answers where it is. Everything is built as the tests build it, so that
/// nothing is built twice with other features.
pub fn build() -> Result<PathBuf> {
    program::run("cargo", &["build", "--workspace", "--bins"])?;
    Ok(workspace::target()?.join("debug/wardstead"))
}

/// Runs a command of the server, its output shown as it comes.
pub fn call(binary: &Path, words: &[&str]) -> Result<()> {
    let status = Command::new(binary)
        .args(words)
        .current_dir(root())
        .status()
        .with_context(|| format!("{} could not be started", binary.display()))?;
    if !status.success() {
        bail!("`wardstead {}` failed ({status})", words.join(" "));
    }
    Ok(())
}

/// What a command of the server prints.
pub fn ask(binary: &Path, words: &[&str]) -> Result<String> {
    let output = Command::new(binary)
        .args(words)
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} could not be started", binary.display()))?;
    if !output.status.success() {
        bail!("`wardstead {}` failed ({})", words.join(" "), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
