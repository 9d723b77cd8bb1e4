//! `[server]`: which part this server plays, and for whom.

use app::settings::SponsorshipsEnd;
use url::Url;

use super::{reader::Reader, setting::Setting};
use crate::roles::Role;

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new("server.role", "cloud or self-hosted", "none: it must be said", "Which part the server plays.")
        .restart(),
    Setting::new(
        "server.vault",
        "an address such as https://vault.example.com",
        "http://localhost with the port of `listen.http`",
        "Where people reach the server. Links in mails and the addresses clients are told begin with it.",
    )
    .documented(&["globalSettings__baseServiceUri__vault"]),
    Setting::new(
        "server.disable_registration",
        "true or false",
        "false",
        "Whether new accounts are refused unless somebody invited them.",
    )
    .documented(&["globalSettings__disableUserRegistration"]),
    Setting::new(
        "server.mail_verification",
        "true or false",
        "true when `mail.host` is set",
        "Whether a new account is made through a link sent by mail.",
    ),
    Setting::new(
        "server.new_device_verification",
        "true or false",
        "true",
        "Whether people without two-step login are sent a code before they sign in on a device they \
         never used. Without a mail server nobody is.",
    ),
    Setting::new(
        "server.limits",
        "true or false",
        "true",
        "Whether sign-ins and registrations are counted and refused past a limit.",
    ),
    Setting::new(
        "server.bind_installations",
        "true or false",
        "false",
        "On a cloud: whether an installation may sync an organization only after one of its owners \
         approved it. Without this, one that nobody approved is recorded and shown.",
    ),
    Setting::new(
        "server.event_days",
        "a number of days",
        "none: events are kept for ever",
        "For how many days the event log is kept.",
    ),
    Setting::new(
        "server.sponsorships_end",
        "off, dry-run or on",
        "on",
        "On a cloud: what happens to a sponsorship that may not go on when its period ends. `on` \
         reminds the owners of the Families organization and lets it pay from then on, `dry-run` \
         renews it and writes to the log what would have happened, `off` renews it.",
    ),
    Setting::new(
        "server.revoked_sponsor_days",
        "a number of days, or never",
        "30",
        "For how many days a revoked member goes on sponsoring before what they gave ends.",
    ),
    Setting::new(
        "server.protocol_version",
        "a version such as 2026.8.0",
        "the newest this server speaks",
        "The protocol version clients are told.",
    ),
];

/// What the section says.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the operator's own")]
pub struct Server {
    /// Where people reach the server.
    pub vault: Url,
    /// Whether anyone may make an account.
    pub registration_open: bool,
    /// For how many days events are kept; none is for ever.
    pub event_days: Option<u32>,
    /// Whether sign-up goes through a mailed link, if somebody said so.
    pub mail_verification: Option<bool>,
    /// Whether people are sent a code before they sign in on a new device.
    pub new_device_verification: bool,
    /// Whether attempts are counted.
    pub limits: bool,
    /// Whether an installation must be approved for an organization before it may sync it.
    pub bind_installations: bool,
    /// What happens to sponsorships that may not go on.
    pub sponsorships_end: SponsorshipsEnd,
    /// For how many days a revoked member goes on sponsoring; none is for ever.
    pub revoked_sponsor_days: Option<i64>,
    /// The protocol version clients are told.
    pub protocol_version: String,
}

/// The newest protocol version the server speaks.
const PROTOCOL_VERSION: &str = "2026.8.0";

/// The role, if somebody named one.
pub fn role(reader: &mut Reader<'_>) -> Option<Role> {
    let role = reader.parsed("server.role");
    if reader.value("server.role").is_none() {
        reader.problem(
            "the role is missing; start with --role cloud or --role self-hosted, \
             or write role under [server] in wardstead.toml",
        );
    }
    role
}

/// Reads the section. `port` is the one people reach without a proxy.
pub fn read(reader: &mut Reader<'_>, port: u16) -> Option<Server> {
    let vault = reader.read("server.vault", web_address);
    let vault = match vault {
        Some(vault) => vault,
        None => Url::parse(&format!("http://localhost:{port}")).ok()?,
    };
    let version = reader.read("server.protocol_version", |text| {
        let numbers = text.split('.').filter(|part| part.parse::<u32>().is_ok()).count();
        (numbers == 3 && text.split('.').count() == 3).then(|| text.to_owned())
    });
    let end = reader.read("server.sponsorships_end", |text| match text {
        "off" => Some(SponsorshipsEnd::Off),
        "dry-run" => Some(SponsorshipsEnd::DryRun),
        "on" => Some(SponsorshipsEnd::On),
        _ => None,
    });
    let days = reader.read("server.revoked_sponsor_days", |text| match text {
        "never" => Some(None),
        number => number.parse().ok().filter(|days| (0..=36_500).contains(days)).map(Some),
    });
    Some(Server {
        vault,
        registration_open: !reader.flag("server.disable_registration").unwrap_or(false),
        mail_verification: reader.flag("server.mail_verification"),
        new_device_verification: reader.flag("server.new_device_verification").unwrap_or(true),
        limits: reader.flag("server.limits").unwrap_or(true),
        bind_installations: reader.flag("server.bind_installations").unwrap_or(false),
        event_days: reader.parsed("server.event_days"),
        sponsorships_end: end.unwrap_or(SponsorshipsEnd::On),
        revoked_sponsor_days: days.unwrap_or(Some(30)),
        protocol_version: version.unwrap_or_else(|| PROTOCOL_VERSION.to_owned()),
    })
}

/// An http or https address with a host.
pub fn web_address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}
