//! The command line.

use std::path::PathBuf;

use anyhow::Result;
use app::ports::Clock;
use clap::{Parser, Subcommand};
use outside::system::SystemClock;

use crate::{
    admin, backup,
    config::{self, Config, Sources, log::Format},
    control, dev_certificates, doctor, generate, migrate, restore,
    roles::Role,
    say::say,
    serve,
};

/// A password-management server, and the commands of its operator.
#[derive(Debug, Parser)]
#[command(name = "wardstead", version, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command needs to know.
#[derive(Debug, Clone, clap::Args)]
pub struct Global {
    /// The data folder: database, settings, keys, attachments, backups
    #[arg(long, global = true, env = "WARDSTEAD_DATA", default_value = "data", value_name = "DIR")]
    data: PathBuf,
    /// The settings file [default: wardstead.toml in the data folder]
    #[arg(long, global = true, env = "WARDSTEAD_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// The part this server plays: cloud or self-hosted
    #[arg(long, global = true, env = "WARDSTEAD_ROLE")]
    role: Option<Role>,
    /// How a line of the log looks
    #[arg(long, global = true, value_name = "FORMAT")]
    log: Option<Format>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    Serve,
    /// Bring the database up to date, after a backup
    Migrate,
    /// Look at the settings
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Find out why something does not work
    #[command(subcommand)]
    Doctor(DoctorCommand),
    /// Write one file that holds everything, while the server runs
    Backup(backup::Options),
    /// Bring back what a backup holds
    Restore(restore::Options),
    /// Let the running server end what it has in hand and start anew
    Restart,
    /// Let the running server take up changed settings, without a break
    Reload,
    /// Operate the server
    #[command(subcommand)]
    Admin(admin::Command),
    /// Make a certificate authority for this machine, and a certificate for localhost
    DevCertificates {
        /// The folder they are kept in; what is there already stays as long as it is good
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Write what the repository keeps of the server: routes, permissions, settings
    #[command(hide = true)]
    Generate {
        /// The top of the repository, or a folder to compare with it
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum ConfigCommand {
    /// Say what is wrong with the settings
    Check,
    /// Say what counts, and where it was written
    Show,
    /// Print the reference of every setting, as Markdown
    Reference,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum DoctorCommand {
    /// Check the way from this self-hosted server to its cloud
    Cloud {
        /// Print the findings as JSON
        #[arg(long)]
        json: bool,
    },
}

/// How a command ended.
#[derive(Debug)]
pub enum Ended {
    /// As it should.
    Well,
    /// With bad news that was told already.
    Badly,
    /// With the wish to start anew.
    Again(serve::Program),
}

impl Global {
    /// Where settings are looked for.
    pub fn sources(&self) -> Sources {
        let role = self.role.map(|role| ("server.role", "--role", role.to_string()));
        let log = self.log.map(|format| {
            let name = match format {
                Format::Human => "human",
                Format::Json => "json",
            };
            ("log.format", "--log", name.to_owned())
        });
        Sources {
            data: std::path::absolute(&self.data).unwrap_or_else(|_| self.data.clone()),
            file: self.config.clone(),
            environment: config::environment(),
            options: role.into_iter().chain(log).collect(),
        }
    }

    /// The settings.
    pub fn config(&self) -> Result<Config> {
        Ok(Config::load(&self.sources())?)
    }
}

/// Runs the command.
pub async fn run(cli: Cli) -> Result<Ended> {
    let Cli { global, command } = cli;
    match command {
        Command::Serve => return serve::serve(global.sources()).await,
        Command::Migrate => migrate::migrate(&global.config()?).await?,
        Command::Config(ConfigCommand::Reference) => say(config::reference::page().trim_end()),
        Command::Config(ConfigCommand::Check) => check(&global.config()?)?,
        Command::Config(ConfigCommand::Show) => show(&global.config()?),
        Command::Doctor(DoctorCommand::Cloud { json }) => {
            return doctor::cloud(&global.config()?, json).await;
        }
        Command::Backup(options) => backup::backup(&global.config()?, options).await?,
        Command::Restore(options) => restore::restore(&global.sources(), options).await?,
        Command::Restart => return control::restart(&global.config()?).await,
        Command::Reload => return control::reload(&global.config()?).await,
        Command::Admin(command) => admin::run(&global.config()?, command).await?,
        Command::DevCertificates { out } => {
            dev_certificates::dev_certificates(&out, Clock::now(&SystemClock))?;
        }
        Command::Generate { out } => generate::generate(&out)?,
    }
    Ok(Ended::Well)
}

fn check(config: &Config) -> Result<()> {
    serve::readable(&config.tls)?;
    for notice in config.notices.iter().chain(&config.limitations()) {
        say(format_args!("note: {notice}"));
    }
    say("the settings are good");
    Ok(())
}

fn show(config: &Config) {
    for (setting, value) in config::shown(config) {
        match value {
            Some((text, origin)) => say(format_args!("{} = {text}  ({origin})", setting.key)),
            None => say(format_args!("{}: not set; default: {}", setting.key, setting.default)),
        }
    }
    for limitation in config.limitations() {
        say(format_args!("note: {limitation}"));
    }
}
