//! A database for one server.

use anyhow::{Context, Result, ensure};
use reqwest::Url;
use tokio::process::Command;
use uuid::Uuid;

/// What keeps a server's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data folder.
    Sqlite,
    /// A database of its own on the server that `TEST_POSTGRES_URL` names.
    Postgres,
}

impl Engine {
    /// Whether it can be used here.
    pub fn available(self) -> bool {
        self == Self::Sqlite || std::env::var_os("TEST_POSTGRES_URL").is_some()
    }
}

/// The database, which goes with this value.
#[derive(Debug)]
pub enum Database {
    File,
    Own { url: Url, name: String, admin: Url },
}

impl Database {
    pub async fn create(engine: Engine) -> Result<Self> {
        if engine == Engine::Sqlite {
            return Ok(Self::File);
        }
        let admin = std::env::var("TEST_POSTGRES_URL").context("TEST_POSTGRES_URL is not set")?;
        let admin = Url::parse(&admin).context("TEST_POSTGRES_URL is no address")?;
        let name = format!("story_{}", Uuid::new_v4().simple());
        let output = psql(&admin, &format!("CREATE DATABASE {name}")).output().await?;
        ensure!(output.status.success(), "psql: {}", String::from_utf8_lossy(&output.stderr));
        let mut url = admin.clone();
        url.set_path(&name);
        Ok(Self::Own { url, name, admin })
    }

    pub fn url(&self) -> &str {
        match self {
            Self::File => "sqlite:wardstead.db",
            Self::Own { url, .. } => url.as_str(),
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Self::Own { name, admin, .. } = self {
            let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            // What stays behind has a name of its own and is in nobody's way.
            let _ = psql(admin, &drop).into_std().output();
        }
    }
}

fn psql(admin: &Url, statement: &str) -> Command {
    let mut command = Command::new("psql");
    command.arg(admin.as_str()).args(["--no-psqlrc", "--quiet", "--command", statement]);
    command
}
