//! The official command-line client, as a judge nobody here wrote.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use tempfile::TempDir;
use tokio::process::Command;

/// The client with a folder of its own.
#[derive(Debug)]
pub struct OfficialCli {
    program: PathBuf,
    folder: TempDir,
    session: String,
}

impl OfficialCli {
    /// The program that `WARDSTEAD_BW` names, or the one installed beside this package; nothing
    /// where there is neither.
    pub fn find() -> Option<PathBuf> {
        let named = std::env::var_os("WARDSTEAD_BW").map(PathBuf::from);
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/.bin/bw");
        named.into_iter().chain([beside]).find(|program| program.is_file())
    }

    /// A client that trusts `authority`, in PEM, and uses the server at `url`.
    ///
    /// # Errors
    ///
    /// When the client refuses the server.
    pub async fn at(program: PathBuf, url: &str, authority: &str) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("wardstead-cli-").tempdir()?;
        std::fs::write(folder.path().join("authority.pem"), authority)?;
        std::fs::write(folder.path().join("loopback.cjs"), LOOPBACK_ONLY)?;
        let client = Self { program, folder, session: String::new() };
        client.run(&["config", "server", url]).await?;
        Ok(client)
    }

    /// Signs in.
    ///
    /// # Errors
    ///
    /// When the client says no.
    pub async fn log_in(&mut self, email: &str, password: &str) -> Result<()> {
        let session = self.run(&["login", email, password, "--raw"]).await?;
        ensure!(!session.is_empty(), "the client signed in and gave no session");
        self.session = session;
        Ok(())
    }

    /// Runs a command and gives what it printed.
    ///
    /// # Errors
    ///
    /// When it fails, with what it said.
    pub async fn run(&self, arguments: &[&str]) -> Result<String> {
        let name = arguments.iter().take(2).copied().collect::<Vec<_>>().join(" ");
        let folder = self.folder.path();
        let running = Command::new(&self.program)
            .args(arguments)
            .arg("--nointeraction")
            .env("BITWARDENCLI_APPDATA_DIR", folder)
            .env("NODE_EXTRA_CA_CERTS", folder.join("authority.pem"))
            .env("NODE_OPTIONS", format!("--require={}", folder.join("loopback.cjs").display()))
            .env("BW_SESSION", &self.session)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output();
        let output = tokio::time::timeout(Duration::from_mins(2), running)
            .await
            .with_context(|| format!("bw {name} does not end"))??;
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let complained = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "bw {name} failed: {said}\n{complained}");
        Ok(said)
    }

    /// Runs a command and reads the JSON it printed.
    ///
    /// # Errors
    ///
    /// When it fails, or prints something else.
    pub async fn json(&self, arguments: &[&str]) -> Result<Value> {
        let said = self.run(arguments).await?;
        serde_json::from_str(&said).with_context(|| format!("bw printed no JSON: {said}"))
    }
}

/// A value as the client takes it on its command line.
pub fn encoded(value: &Value) -> String {
    STANDARD.encode(value.to_string())
}

/// Loaded into the client first: it may ask its vendor's service before it knows its server.
const LOOPBACK_ONLY: &str = "\
const dns = require('node:dns')
const { lookup } = dns
dns.lookup = (host, ...rest) =>
  ['localhost', '127.0.0.1', '::1'].includes(host)
    ? lookup.call(dns, host, ...rest)
    : process.nextTick(rest.at(-1), Object.assign(new Error(`not here: ${host}`), { code: 'ENOTFOUND' }))
";
