//! What the operator decided, as far as use cases need to know. Plain data: the role is not in it.

use std::time::Duration;

use domain::{id::Id, licensing::Installation};
use url::Url;
use uuid::Uuid;

/// The part of the world a server and its organizations belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// United States.
    Us,
    /// European Union.
    Eu,
    /// Government.
    Gov,
}

impl Region {
    /// The protocol's name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Us => "US",
            Self::Eu => "EU",
            Self::Gov => "Gov",
        }
    }
}

/// What is spoken to a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// HTTP, with or without TLS, as its address says.
    Http,
    /// Mail.
    Smtp,
}

/// A host the server talks to of its own accord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Egress {
    /// Its name, with the port.
    pub host: String,
    /// What for.
    pub purpose: &'static str,
    /// Its address.
    pub url: Url,
    /// What is spoken to it.
    pub protocol: Protocol,
    /// Where its address is written in the settings.
    pub setting: &'static str,
}

/// What happens to a sponsorship that may not go on when its period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SponsorshipsEnd {
    /// Nothing: it is renewed like any other.
    Off,
    /// It is renewed, and the log says what would have happened.
    DryRun,
    /// Reminders are sent, it ends, and the Families organization pays from then on.
    On,
}

/// What the operator decided.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the operator's own")]
pub struct Settings {
    /// Where people reach the server: the base of every other address, without a final slash.
    pub vault: Url,
    /// The region of the server (cloud), or of the cloud it belongs to (self-hosted).
    pub region: Region,
    /// Whether clients are told the region: on the cloud they are, elsewhere it would change theirs.
    pub announces_region: bool,
    /// Whether anyone may make an account.
    pub registration_open: bool,
    /// Whether sign-up goes through a mailed link; without it the link's token is answered at once.
    pub mail_verification: bool,
    /// Whether people are sent a code before they sign in on a device they never used; where there
    /// is no mail server they are not.
    pub new_device_verification: bool,
    /// Whether this server may talk to its cloud.
    pub cloud_communication: bool,
    /// Whether there is a cloud above this server for organizations to connect to.
    pub connects_to_cloud: bool,
    /// Where people open that cloud in a browser, if that is known.
    pub cloud_vault: Option<Url>,
    /// This server's installation, if it has one. A self-hosted server without one is limited.
    pub installation: Option<Id<Installation>>,
    /// Whether an installation must be approved for an organization before it may sync it; without
    /// this, one that is not is recorded and shown.
    pub bind_installations: bool,
    /// What happens to sponsorships that may not go on.
    pub sponsorships_end: SponsorshipsEnd,
    /// For how many days a revoked member goes on sponsoring; none is for ever.
    pub revoked_sponsor_days: Option<i64>,
    /// What `/api/config` says the server's version is, for clients' gates.
    pub protocol_version: String,
    /// Mail addresses that may sign in to the System Administrator Portal.
    pub operators: Vec<String>,
    /// The hosts this server talks to of its own accord.
    pub egress: Vec<Egress>,
    /// For how many days events are kept; none is for ever.
    pub event_days: Option<u32>,
    /// Whether sign-ins, registrations and installations are counted and refused past a limit, and
    /// wrong passwords answered late.
    pub limits: bool,
    /// How long someone who pressed a button waits for what it began; then they are told that it
    /// goes on.
    pub answer_within: Duration,
    /// This node, told from others on the same database and known again when it starts anew.
    pub node: Uuid,
}

impl Settings {
    /// The address of `path` (which begins with a slash) on this server.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.vault.as_str().trim_end_matches('/'))
    }
}
