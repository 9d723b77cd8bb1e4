//! The settings: one file per section, three places to write them, and a sentence for every mistake.
//!
//! In order, the later winning: `wardstead.toml`, `env/global.override.env` in the data folder, the
//! environment under the documented names, the environment as `WARDSTEAD_SECTION__KEY`, and the
//! options of the command.

pub mod admin;
pub mod changes;
pub mod cloud;
pub mod database;
mod env_file;
pub mod listen;
pub mod log;
pub mod mail;
mod names;
mod reader;
pub mod reference;
pub mod secret;
pub mod server;
pub mod setting;
pub mod tls;
mod toml_file;

use std::path::{Path, PathBuf};

use self::{
    env_file::Line,
    reader::Reader,
    setting::{Origin, Problem, Problems, Setting, Value, Values},
};
use crate::roles::Role;

/// The file of documented names, in the data folder.
pub const OVERRIDES: &str = "env/global.override.env";
/// The settings file, in the data folder unless told otherwise.
pub const FILE: &str = "wardstead.toml";

/// Where settings are looked for.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The data folder.
    pub data: PathBuf,
    /// The settings file, when it is not the one in the data folder.
    pub file: Option<PathBuf>,
    /// The environment.
    pub environment: Vec<(String, String)>,
    /// Options of the command: key, option, text.
    pub options: Vec<(&'static str, &'static str, String)>,
}

/// Every setting, read and found good.
#[derive(Debug, Clone)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// Which part the server plays.
    pub role: Role,
    /// `[server]`.
    pub server: server::Server,
    /// `[listen]`.
    pub listen: listen::Listen,
    /// `[tls]`.
    pub tls: tls::Tls,
    /// `[database]`.
    pub database: database::Database,
    /// `[cloud]`.
    pub cloud: cloud::Cloud,
    /// `[mail]`.
    pub mail: mail::Mail,
    /// `[admin]`.
    pub admin: admin::Admin,
    /// `[log]`.
    pub log: log::Log,
    /// What was written, and where.
    pub values: Values,
    /// What was written and has no effect, in sentences.
    pub notices: Vec<String>,
}

impl Config {
    /// Reads every source.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, at once.
    pub fn load(sources: &Sources) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let mut notices = Vec::new();
        let values = collect(sources, &mut problems, &mut notices);
        let config = interpret(&sources.data, values, notices, &mut problems);
        config.filter(|_| problems.is_empty()).ok_or(Problems(problems))
    }

    /// These settings, but with those only a restart takes up as they are in `running`.
    ///
    /// # Errors
    ///
    /// When the two do not go together.
    pub fn until_restart(&self, running: &Self) -> Result<Self, Problems> {
        let mut values = self.values.clone();
        for setting in names::all().filter(|setting| setting.restart) {
            match running.values.get(setting.key) {
                Some(value) => values.insert(setting.key, value.clone()),
                None => values.remove(setting.key),
            };
        }
        let mut problems = Vec::new();
        let config = interpret(&self.data, values, self.notices.clone(), &mut problems);
        config.filter(|_| problems.is_empty()).ok_or(Problems(problems))
    }

    /// Why the server does less than it could, in sentences; empty when it does not.
    pub fn limitations(&self) -> Vec<String> {
        let mut found = Vec::new();
        if self.role.needs_installation() && self.cloud.installation_id.is_none() {
            found.push(
                "limited mode: no installation id and key are set, so licenses cannot be checked \
                 against this server and nothing is exchanged with the cloud; set \
                 globalSettings__installation__id and globalSettings__installation__key"
                    .to_owned(),
            );
        }
        if self.mail.host.is_none() {
            found.push("no mail server is set, so letters are not sent; set mail.host".to_owned());
        }
        found
    }
}

fn interpret(
    data: &Path,
    values: Values,
    notices: Vec<String>,
    problems: &mut Vec<Problem>,
) -> Option<Config> {
    let mut reader = Reader::new(&values);
    let role = server::role(&mut reader);
    let tls = tls::read(&mut reader, data);
    let own_port = role.map_or(8080, Role::port);
    let listen = listen::read(&mut reader, own_port, tls.on());
    let port = listen.http.or(listen.https).map_or(own_port, |address| address.port());
    let server = server::read(&mut reader, port);
    let database = database::read(&mut reader, data);
    let cloud = cloud::read(&mut reader);
    let host = server.as_ref().and_then(|server| server.vault.host_str()).unwrap_or("localhost");
    let mail = mail::read(&mut reader, host);
    let admin = admin::read(&mut reader);
    let log = log::read(&mut reader);
    problems.append(&mut reader.problems);
    Some(Config {
        data: data.to_owned(),
        role: role?,
        server: server?,
        listen,
        tls,
        database,
        cloud,
        mail,
        admin,
        log,
        values,
        notices,
    })
}

/// Every value that was written, from the weakest source to the strongest.
fn collect(sources: &Sources, problems: &mut Vec<Problem>, notices: &mut Vec<String>) -> Values {
    let mut values = Values::new();
    let file = sources.file.clone().unwrap_or_else(|| sources.data.join(FILE));
    if let Some(text) = content(&file, sources.file.is_some(), problems) {
        toml_file::read(&text, &file, &mut values, problems);
    }
    let overrides = sources.data.join(OVERRIDES);
    for line in
        content(&overrides, false, problems).map(|t| env_file::lines(&t)).unwrap_or_default()
    {
        match line {
            Line::Assignment { line, name, value } => {
                let origin = Origin::File { path: overrides.clone(), line };
                named(&name, value, origin, &mut values, problems, notices);
            }
            Line::Wrong { line, why } => {
                let origin = Origin::File { path: overrides.clone(), line };
                problems.push(Problem(format!("{origin}: {why}")));
            }
        }
    }
    let (own, documented): (Vec<_>, Vec<_>) = sources
        .environment
        .iter()
        .filter(|(name, _)| concerns_us(name))
        .partition(|(name, _)| starts_with(name, "WARDSTEAD_"));
    for (name, value) in documented.into_iter().chain(own) {
        let origin = Origin::Environment(name.clone());
        named(name, value.clone(), origin, &mut values, problems, notices);
    }
    for (key, option, text) in &sources.options {
        let origin = Origin::CommandLine(option);
        values.insert(key, Value { text: text.clone(), origin });
    }
    values
}

fn content(path: &Path, wanted: bool, problems: &mut Vec<Problem>) -> Option<String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !wanted => None,
        Err(error) => {
            problems.push(Problem(format!("{} cannot be read: {error}", path.display())));
            None
        }
    }
}

/// Takes up a value under the name of a variable.
fn named(
    name: &str,
    text: String,
    origin: Origin,
    values: &mut Values,
    problems: &mut Vec<Problem>,
    notices: &mut Vec<String>,
) {
    if let Some(setting) = names::by_variable(name) {
        values.insert(setting.key, Value { text, origin });
    } else if names::WITHOUT_EFFECT.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        notices.push(format!("{origin}: {name} has no effect here"));
    } else {
        let nearest = names::nearest_variable(name);
        problems.push(Problem::unknown(name, &origin, nearest.as_deref()));
    }
}

/// Whether an environment variable is meant for this server. `WARDSTEAD_DATA` and its like, which
/// have no section, are options of the command.
fn concerns_us(name: &str) -> bool {
    (starts_with(name, "WARDSTEAD_") && name.contains("__"))
        || starts_with(name, "globalSettings__")
        || starts_with(name, "adminSettings__")
}

fn starts_with(name: &str, prefix: &str) -> bool {
    name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// The environment of this process, as far as it is text.
pub fn environment() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

/// Every setting with its value as it may be shown, and where that was written.
pub fn shown(config: &Config) -> Vec<(&'static Setting, Option<(&str, String)>)> {
    let value = |setting: &'static Setting| {
        let value = config.values.get(setting.key)?;
        Some((setting.shown(&value.text), value.origin.to_string()))
    };
    names::all().map(|setting| (setting, value(setting))).collect()
}

#[cfg(test)]
mod tests;
