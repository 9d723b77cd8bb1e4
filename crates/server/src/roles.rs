//! The role, turned into things. After [`Role`] nobody can ask for it: what the two differ in is data.

mod cloud;
mod self_hosted;

use std::{fmt, str::FromStr, sync::Arc, time::Duration};

use anyhow::Result;
use api::Routes;
use app::{
    App, KeyRing, Parts, Ports, Settings,
    ports::{Answer, Machine, MailCarrier},
    settings::{Egress, Protocol},
};
use domain::id::Id;
use outside::{
    machine::{Own, ThisMachine},
    smtp::{self, Smtp},
    system::{SystemChance, SystemClock},
};
use store::Db;
use uuid::Uuid;

use crate::config::{Config, tls::Tls};

/// How long someone who pressed a button waits for what it began. Proxies give up later.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// Which part a server plays.
#[derive(Clone, Copy)]
pub struct Role(&'static Traits);

/// What the roles differ in.
struct Traits {
    name: &'static str,
    /// The port for plain HTTP.
    port: u16,
    /// Whether it belongs to a cloud, as an installation of it.
    needs_installation: bool,
    /// The routes it adds.
    routes: fn() -> Routes,
    /// The world outside, as it sees it.
    ports: for<'a> fn(Ground<'a>) -> Answer<'a, Result<Ports>>,
}

const ROLES: [Role; 2] = [Role(&cloud::TRAITS), Role(&self_hosted::TRAITS)];

impl Role {
    /// The port for plain HTTP.
    pub fn port(self) -> u16 {
        self.0.port
    }

    /// Whether it belongs to a cloud, as an installation of it.
    pub fn needs_installation(self) -> bool {
        self.0.needs_installation
    }
}

impl FromStr for Role {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = ROLES.into_iter().find(|role| role.0.name.eq_ignore_ascii_case(text));
        found.ok_or("write cloud or self-hosted")
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name)
    }
}

impl fmt::Debug for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name)
    }
}

/// What stays the same while the server runs, whatever its settings become. A port that holds a
/// state (connections, a cache) is made here once and handed to every [`Ports`].
#[derive(Clone)]
pub struct World {
    /// Tells the time.
    pub clock: Arc<SystemClock>,
    /// Makes what nobody can guess.
    pub random: Arc<SystemChance>,
}

impl World {
    /// The machine's.
    pub fn new() -> Self {
        Self { clock: Arc::new(SystemClock), random: Arc::new(SystemChance::new()) }
    }
}

/// A server put together: what it can be asked, and how.
pub struct House {
    /// The use cases.
    pub app: App,
    /// The routes.
    pub router: axum::Router,
}

/// What a server stands on.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// What the operator decided.
    pub config: &'a Config,
    /// The database, up to date.
    pub db: &'a Db,
    /// What it signs and seals with.
    pub keys: &'a KeyRing,
    /// What stays the same while the server runs.
    pub world: &'a World,
}

/// Puts a server together as its settings say; one that runs already goes on in it.
pub async fn assemble(ground: Ground<'_>, running: Option<&App>) -> Result<House> {
    let role = ground.config.role.0;
    let world = (role.ports)(ground).await?;
    let Ground { config, db, keys, .. } = ground;
    let settings = settings(config);
    let parts = Parts { db: db.clone(), keys: keys.clone(), settings, ports: world };
    let app = match running {
        Some(app) => app.rebuilt(parts),
        None => App::new(parts),
    };
    let router = api::router(app.clone(), (role.routes)());
    Ok(House { app, router })
}

/// What use cases need to know of the settings.
fn settings(config: &Config) -> Settings {
    let belongs = config.role.0.needs_installation;
    Settings {
        vault: config.server.vault.clone(),
        region: config.cloud.region,
        announces_region: !belongs,
        registration_open: config.server.registration_open,
        mail_verification: config.server.mail_verification.unwrap_or(config.mail.host.is_some()),
        new_device_verification: config.server.new_device_verification,
        cloud_communication: belongs && config.cloud.communication,
        connects_to_cloud: belongs,
        cloud_vault: config.cloud.vault_url.clone().filter(|_| belongs),
        installation: config.cloud.installation_id.filter(|_| belongs).map(Id::new),
        bind_installations: config.server.bind_installations,
        sponsorships_end: config.server.sponsorships_end,
        revoked_sponsor_days: config.server.revoked_sponsor_days,
        protocol_version: config.server.protocol_version.clone(),
        operators: config.admin.operators.clone(),
        egress: egress(config),
        event_days: config.server.event_days,
        limits: config.server.limits,
        answer_within: ANSWER_WITHIN,
        node: node(config),
    }
}

/// What tells this node from others on the same database: its machine, its folder and its door.
fn node(config: &Config) -> Uuid {
    let machine = rustix::system::uname();
    let words = format!(
        "{} {} {:?}",
        machine.nodename().to_string_lossy(),
        config.data.display(),
        config.listen.http
    );
    Uuid::new_v5(&Uuid::NAMESPACE_OID, words.as_bytes())
}

/// The hosts the server talks to of its own accord.
fn egress(config: &Config) -> Vec<Egress> {
    let mut found = Vec::new();
    if let Some(host) = &config.mail.host {
        let host = format!("{host}:{}", config.mail.port);
        if let Ok(url) = format!("smtp://{host}").parse() {
            let protocol = Protocol::Smtp;
            found.push(Egress { host, purpose: "mail", url, protocol, setting: "mail.host" });
        }
    }
    let cloud = &config.cloud;
    if config.role.0.needs_installation && cloud.communication {
        let places = [
            (&cloud.identity_url, "sign-in to the cloud", "cloud.identity_url"),
            (&cloud.api_url, "licenses and sponsorships", "cloud.api_url"),
        ];
        for (url, purpose, setting) in places {
            let Some(url) = url else { continue };
            let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
                continue;
            };
            let host = format!("{host}:{port}");
            let (url, protocol) = (url.clone(), Protocol::Http);
            found.push(Egress { host, purpose, url, protocol, setting });
        }
    }
    found
}

/// The machine, with what the settings say of its folders.
fn machine(config: &Config) -> Result<Arc<dyn Machine>> {
    let own = match &config.tls {
        Tls::Off => Own::None,
        Tls::Files { certificate, .. } => Own::File(certificate.clone()),
        Tls::Acme { .. } => Own::Folder(config.data.join("acme")),
    };
    Ok(Arc::new(ThisMachine::new(config.data.clone(), own)?))
}

/// Who carries letters, when there is a mail server.
fn mail(config: &Config) -> Result<Option<Arc<dyn MailCarrier>>> {
    let mail = &config.mail;
    let Some(host) = &mail.host else { return Ok(None) };
    let password = mail.password.as_ref().map(|password| password.reveal().to_owned());
    let smtp = Smtp::new(&smtp::Settings {
        host: host.clone(),
        port: mail.port,
        security: mail.security,
        credentials: mail.username.clone().zip(password),
        from: mail.from.clone(),
        reply_to: mail.reply_to.clone(),
    })?;
    Ok(Some(Arc::new(smtp)))
}
