//! Running other programs.

use std::{
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

use crate::workspace::root;

/// Runs `program` at the root of the repository, its output shown as it comes.
pub fn run(program: &str, arguments: &[&str]) -> Result<()> {
    run_with(program, arguments, &[])
}

/// The same, with more in its environment.
pub fn run_with(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    let status = Command::new(program)
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(root())
        .status()
        .with_context(|| format!("{program} could not be started"))?;
    if !status.success() {
        bail!("`{program} {}` failed ({status})", arguments.join(" "));
    }
    Ok(())
}

/// The same, its output shown only when it fails.
pub fn quietly(program: &str, arguments: &[&str]) -> Result<()> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .with_context(|| format!("{program} could not be started"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        bail!("`{program} {}` failed ({}): {said}", arguments.join(" "), output.status);
    }
    Ok(())
}

/// Whether `cargo NAME` is installed.
pub fn has_cargo(name: &str) -> bool {
    Command::new("cargo")
        .args([name, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Whether a program of that name is where programs are looked for.
pub fn installed(name: &str) -> bool {
    environment("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).exists()))
}

/// The environment variable, when it is set and not empty.
#[expect(clippy::disallowed_methods, reason = "recipes are configured by their environment alone")]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A program that runs beside us and never outlives us, however we end.
///
/// A small shell holds it: it ignores the signals of the terminal, and stops the program when its
/// standard input closes, which the operating system does for us even when we are killed.
pub struct Guarded {
    shell: Child,
    lifeline: Option<ChildStdin>,
}

/// What the shell does: start, watch the lifeline, wait, clear away.
const KEEPER: &str = r#"
trap '' INT TERM HUP
exec 3<&0
eval "$START" </dev/null 3<&- &
child=$!
( read -r _ <&3; kill -"$STOP" "$child" 2>/dev/null ) &
watch=$!
wait "$child"
result=$?
kill -KILL "$watch" 2>/dev/null
[ -z "$REMOVE" ] || rm -rf "$REMOVE"
exit "$result"
"#;

impl Guarded {
    /// Starts `command` with `signal` to end it, and a folder to remove after that.
    pub fn start(
        command: &[&str],
        environment: &[(String, String)],
        signal: &str,
        remove: Option<&Path>,
    ) -> Result<Self> {
        let quoted: Vec<String> =
            command.iter().map(|word| format!("'{}'", word.replace('\'', r"'\''"))).collect();
        let mut shell = Command::new("sh")
            .args(["-c", KEEPER])
            .env("START", format!("exec {}", quoted.join(" ")))
            .env("STOP", signal)
            .env("REMOVE", remove.unwrap_or(Path::new("")))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .current_dir(root())
            .stdin(Stdio::piped())
            .spawn()
            .context("sh could not be started")?;
        let lifeline = shell.stdin.take();
        Ok(Self { shell, lifeline })
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.shell.try_wait(), Ok(None))
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        // Nothing can be done about a shell that cannot be waited for.
        let _ = self.shell.wait();
    }
}
