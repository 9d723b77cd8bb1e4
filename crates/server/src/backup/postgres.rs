//! PostgreSQL's own tools: `pg_dump` to take a database out, `psql` to bring it back.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context as _, Result, bail};
use tokio::process::Command;
use url::Url;

/// Takes everything away before the dump is read, in the same transaction.
const CLEAR: &str = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;";

/// Writes the database at `url` to `target`, as a script.
pub async fn dump(url: &str, target: &Path) -> Result<()> {
    let mut command = tool("pg_dump", url)?;
    command.args(["--format=plain", "--no-owner", "--no-privileges", "--file"]).arg(target);
    let by_hand = "pg_dump --format=plain --no-owner --file=wardstead.sql \"$DATABASE_URL\"";
    run(command, "pg_dump", by_hand).await
}

/// Replaces what is in the database at `url` by what the script `source` says: all of it or nothing.
pub async fn load(url: &str, source: PathBuf) -> Result<()> {
    let mut command = tool("psql", url)?;
    command.args(["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]);
    command.args(["--output=/dev/null", "--command", CLEAR, "--file"]).arg(source);
    let by_hand =
        "tar -xf BACKUP database && psql --single-transaction --file=database \"$DATABASE_URL\"";
    run(command, "psql", by_hand).await
}

/// The tool, told where to connect without the password showing in the list of processes.
fn tool(name: &str, url: &str) -> Result<Command> {
    let mut url = Url::parse(url).context("database.url is no address")?;
    let mut command = Command::new(name);
    if let Some(password) = url.password() {
        let plain = percent_encoding::percent_decode_str(password).decode_utf8()?;
        command.env("PGPASSWORD", plain.as_ref());
        // Only addresses that cannot have a password refuse to lose it.
        let _ = url.set_password(None);
    }
    command.arg("--no-password").arg(format!("--dbname={url}"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    Ok(command)
}

async fn run(mut command: Command, name: &str, by_hand: &str) -> Result<()> {
    let output = match command.output().await {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => bail!(
            "PostgreSQL needs {name}, which is not installed here; install postgresql-client, or \
             run this where it is:\n  {by_hand}"
        ),
        Err(error) => return Err(error).with_context(|| format!("{name} could not be started")),
    };
    if !output.status.success() {
        bail!("{name} failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}
