//! Real server processes: started, stopped, killed, and asked through their own commands.

mod binary;
mod database;
mod doctor;
mod mails;
mod ports;
mod process;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::http::Http;
use database::Database;
use process::Process;

pub use database::Engine;
pub use doctor::Finding;
pub use mails::Mail;
pub use ports::free_port;

/// How long a server may take to answer after it was started.
const PATIENCE: Duration = Duration::from_mins(1);

/// The part a server plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The one that sells and signs.
    Cloud,
    /// A customer's own.
    SelfHosted,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Self::Cloud => "cloud",
            Self::SelfHosted => "self-hosted",
        }
    }
}

/// A server with a data folder, a database and a port of its own. It ends with this value.
#[derive(Debug)]
pub struct Server {
    role: Role,
    program: PathBuf,
    port: u16,
    public: String,
    authority: Option<Vec<u8>>,
    process: Option<Process>,
    // In this order: the process is gone before what it stands on.
    _database: Database,
    data: TempDir,
}

impl Server {
    /// Makes the folder and the database, and writes the settings; nothing runs yet.
    ///
    /// # Errors
    ///
    /// When there is no server program, or no database.
    pub async fn prepare(role: Role, engine: Engine) -> Result<Self> {
        let program = binary::find().await?;
        let data = tempfile::Builder::new().prefix("wardstead-story-").tempdir()?;
        let database = Database::create(engine).await?;
        let port = free_port()?;
        let public = format!("http://127.0.0.1:{port}");
        let settings = format!(
            "[server]\nrole = \"{}\"\nvault = \"{public}\"\nlimits = false\nmail_verification = true\n\n\
             [listen]\nhttp = \"127.0.0.1:{port}\"\nshutdown_seconds = 5\n\n\
             [database]\nurl = \"{}\"\n",
            role.name(),
            database.url(),
        );
        let server = Self {
            role,
            program,
            port,
            public,
            authority: None,
            process: None,
            _database: database,
            data,
        };
        std::fs::write(server.data.path().join("wardstead.toml"), settings)?;
        std::fs::create_dir_all(server.data.path().join("env"))?;
        Ok(server)
    }

    /// A running server with settings beside the usual ones.
    ///
    /// # Errors
    ///
    /// When it does not come up.
    pub async fn start(role: Role, engine: Engine, overrides: &[(&str, &str)]) -> Result<Self> {
        let mut server = Self::prepare(role, engine).await?;
        for (name, value) in overrides {
            server.write_override(name, value)?;
        }
        server.run().await?;
        Ok(server)
    }

    /// Has the server answer TLS with a certificate, on another port. `authority` is what a client
    /// trusts; all are PEM.
    ///
    /// # Errors
    ///
    /// When the files cannot be written.
    pub fn answer_tls(&mut self, authority: &str, certificate: &str, key: &str) -> Result<()> {
        let port = free_port()?;
        for (name, text) in [("server.pem", certificate), ("server.key", key)] {
            std::fs::write(self.data.path().join(name), text)?;
        }
        self.public = format!("https://localhost:{port}");
        self.authority = Some(authority.as_bytes().to_vec());
        self.write_override("WARDSTEAD_LISTEN__HTTPS", &format!("127.0.0.1:{port}"))?;
        self.write_override("WARDSTEAD_TLS__CERTIFICATE", "server.pem")?;
        self.write_override("WARDSTEAD_TLS__KEY", "server.key")?;
        self.write_override("globalSettings__baseServiceUri__vault", &self.public.clone())
    }

    /// Starts the process and waits until it answers.
    ///
    /// # Errors
    ///
    /// When it ends, or does not answer in time.
    pub async fn run(&mut self) -> Result<()> {
        self.process = Some(Process::start(&self.program, self.role.name(), self.data.path())?);
        self.wait_until_alive().await
    }

    /// Waits until it answers.
    ///
    /// # Errors
    ///
    /// When it ends, or does not answer in time.
    pub async fn wait_until_alive(&mut self) -> Result<()> {
        let begun = Instant::now();
        let http = Http::new(&self.local_url())?;
        loop {
            if http.get("/alive").answer().await.is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            let ended = self.process.as_mut().is_none_or(|process| !process.runs());
            if ended || begun.elapsed() > PATIENCE {
                bail!("the {} server does not answer; it said:\n{}", self.role.name(), self.log());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Ends the process as a power cut would.
    ///
    /// # Errors
    ///
    /// When it does not run.
    pub async fn kill(&mut self) -> Result<()> {
        self.process.take().context("the server does not run")?.kill().await
    }

    /// Asks the process to end, and waits until it has.
    ///
    /// # Errors
    ///
    /// When it does not run, or does not end.
    pub async fn stop(&mut self) -> Result<()> {
        self.process.take().context("the server does not run")?.stop().await
    }

    /// Writes a line of `env/global.override.env`, in place of an earlier one of that name. It
    /// counts after [`Server::restart`].
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write_override(&self, name: &str, value: &str) -> Result<()> {
        let path = self.data.path().join("env/global.override.env");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let mut lines: BTreeMap<&str, &str> =
            text.lines().filter_map(|line| line.split_once('=')).collect();
        lines.insert(name, value);
        let text = lines.iter().fold(String::new(), |mut text, (name, value)| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{name}={value}");
            text
        });
        Ok(std::fs::write(path, text)?)
    }

    /// Has the server take its changed settings up, by its own command.
    ///
    /// # Errors
    ///
    /// When the settings are refused, or the server does not come back.
    pub async fn restart(&mut self) -> Result<()> {
        self.command(&["restart"]).await?;
        self.wait_until_alive().await
    }

    /// Runs one of the server's own commands and gives what it printed.
    ///
    /// # Errors
    ///
    /// When it fails, with what it said.
    pub async fn command(&self, arguments: &[&str]) -> Result<String> {
        process::command(&self.program, self.data.path(), arguments).await?.well()
    }

    /// As [`Server::command`], for one whose bad news are news.
    ///
    /// # Errors
    ///
    /// When it does not end.
    pub async fn said(&self, arguments: &[&str]) -> Result<String> {
        Ok(process::command(&self.program, self.data.path(), arguments).await?.said)
    }

    /// Where the server is reached by people.
    pub fn url(&self) -> &str {
        &self.public
    }

    /// Where it is reached on this machine, without TLS.
    pub fn local_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its port without TLS.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The server, for clients.
    ///
    /// # Errors
    ///
    /// When the system offers no way to make connections.
    pub fn http(&self) -> Result<Http> {
        Http::trusting(&self.public, self.authority.as_deref())
    }

    /// The process, as the system numbers it.
    pub fn process_id(&self) -> Option<u32> {
        self.process.as_ref().and_then(Process::id)
    }

    /// Its data folder.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// The end of what the process said.
    pub fn log(&self) -> String {
        process::log(self.data.path())
    }
}
