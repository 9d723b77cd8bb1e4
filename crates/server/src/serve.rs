//! `serve`: the server, from its first breath to its last.

mod certificates;
mod jobs;
mod listeners;
mod live;
mod manners;
mod signals;

use std::{ffi::OsString, os::unix::process::CommandExt as _, path::PathBuf, process::Command};

use anyhow::{Context as _, Result};
use app::{App, KeyRing};
use store::Db;
use uuid::Uuid;

pub use self::certificates::readable;
use self::{
    certificates::Certificates,
    jobs::Workers,
    listeners::{Listeners, Sockets},
    live::Live,
    signals::{Signals, Wish},
};
use crate::{
    cli::Ended,
    config::{
        Config, Sources,
        changes::{self, Change},
    },
    logging, migrate,
    pages::Pages,
    roles,
    roles::{Ground, World},
    running::{self, Running},
};

/// The program that runs, as it was called: what a restart starts again.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    arguments: Vec<OsString>,
}

impl Program {
    /// This one. Asked early: once the file is replaced by a newer one, the system no longer tells.
    fn own() -> Result<Self> {
        let path =
            std::env::current_exe().context("the system does not tell which program this is")?;
        Ok(Self { path, arguments: std::env::args_os().skip(1).collect() })
    }

    /// Becomes that program. Comes back only with the reason why it could not.
    pub fn start(&self) -> std::io::Error {
        Command::new(&self.path).args(&self.arguments).exec()
    }
}

/// Serves until it is told to end.
pub async fn serve(sources: Sources) -> Result<Ended> {
    let program = Program::own()?;
    let config = Config::load(&sources)?;
    logging::start(&config.log);
    for notice in config.notices.iter().chain(&config.limitations()) {
        tracing::warn!("{notice}");
    }
    let mut signals = Signals::listen()?;
    let running = Running::take(&config.data)?;
    let mut server = Server::start(sources, config).await?;
    running.announce(server.instance.to_string(), server.listeners.address())?;
    tracing::info!(
        role = %server.config.role,
        version = env!("CARGO_PKG_VERSION"),
        data = %server.config.data.display(),
        "the server answers"
    );

    let again = loop {
        match signals.next(&mut server.listeners).await {
            Wish::End => break false,
            Wish::Restart => match server.may_restart() {
                Ok(()) => break true,
                Err(error) => server.tell(Err(error)),
            },
            Wish::Reload => {
                let outcome = server.reload().await;
                server.tell(outcome);
            }
            Wish::Failed(error) => {
                tracing::error!(%error, "a listener failed; the server ends");
                server.end().await;
                running.withdraw();
                return Ok(Ended::Badly);
            }
        }
    };

    tracing::info!(again, "the server ends what it has in hand");
    server.end().await;
    running.withdraw();
    Ok(if again { Ended::Again(program) } else { Ended::Well })
}

/// A server that answers.
struct Server {
    sources: Sources,
    config: Config,
    db: Db,
    keys: KeyRing,
    world: World,
    pages: Pages,
    app: App,
    live: Live,
    certificates: Certificates,
    workers: Workers,
    listeners: Listeners,
    /// A word for this start of the server.
    instance: Uuid,
}

impl Server {
    async fn start(sources: Sources, config: Config) -> Result<Self> {
        let certificates = Certificates::open(&config).await?;
        let db = migrate::open(&config).await?;
        migrate::bring_up_to_date(&config, &db).await?;
        let world = World::new();
        let now = app::ports::Clock::now(&*world.clock);
        let keys = KeyRing::load(&db, &*world.random, now).await?;
        let ground = Ground { config: &config, db: &db, keys: &keys, world: &world };
        let house = roles::assemble(ground, None).await?;
        house.app.plan_schedules().await?;
        let instance = house.app.unguessable_id();
        let pages = Pages::new();
        let router = pages.beside(house.router);
        let live = Live::new(router, &config.listen.trusted_proxies);
        let sockets = Sockets::take(&config)?;
        // They are this server's now: nobody else works as this node, and nothing new has begun.
        house.app.take_up_after_stop().await?;
        let listeners = Listeners::open(sockets, &live, &certificates)?;
        let workers = Workers::start(house.app.clone());
        Ok(Self {
            sources,
            config,
            db,
            keys,
            world,
            pages,
            app: house.app,
            live,
            certificates,
            workers,
            listeners,
            instance,
        })
    }

    /// Takes up changed settings. Nothing is touched before all of it is known to work.
    async fn reload(&mut self) -> Result<Vec<Change>> {
        let wanted = Config::load(&self.sources)?;
        let mut changes = changes::between(&self.config, &wanted);
        let config = wanted.until_restart(&self.config)?;
        let (db, keys, world) = (&self.db, &self.keys, &self.world);
        let house =
            roles::assemble(Ground { config: &config, db, keys, world }, Some(&self.app)).await?;
        if !self.certificates.reload(&config).await? {
            for change in changes.iter_mut().filter(|change| change.key.starts_with("tls.")) {
                change.restart = true;
            }
        }
        self.keys.reload(&self.db).await?;
        self.live.replace(self.pages.beside(house.router), &config.listen.trusted_proxies);
        self.workers.replace(house.app.clone());
        self.app = house.app;
        self.config = config;
        Ok(changes)
    }

    /// Whether a restart would find settings that are good.
    fn may_restart(&self) -> Result<()> {
        let config = Config::load(&self.sources)?;
        readable(&config.tls)
    }

    /// Tells whoever wished it, and the log, what became of a wish.
    fn tell(&self, outcome: Result<Vec<Change>>) {
        let (error, changes) = match outcome {
            Ok(changes) => (None, changes),
            Err(error) => (Some(format!("{error:#}")), Vec::new()),
        };
        if let Some(error) = &error {
            tracing::warn!(%error, "the new settings are refused; nothing has changed");
        } else {
            tracing::info!(changes = changes.len(), "the settings were read again");
        }
        for change in &changes {
            tracing::info!("{change}");
        }
        if let Err(error) = running::tell(&self.config.data, error, changes) {
            tracing::warn!(%error, "the outcome could not be written down");
        }
    }

    async fn end(self) {
        let patience = self.config.listen.shutdown;
        tokio::join!(self.listeners.end(patience), self.workers.end(patience));
        self.db.close().await;
    }
}
