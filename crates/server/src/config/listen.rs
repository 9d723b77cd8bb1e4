//! `[listen]`: where the server is reached, and whom it believes.

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use ipnet::IpNet;

use super::{reader::Reader, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new(
        "listen.http",
        "an address and port such as 127.0.0.1:8080, or off",
        "127.0.0.1:8080 (cloud), 127.0.0.1:8090 (self-hosted)",
        "Where plain HTTP is answered, for a proxy in front or for use on one machine.",
    )
    .restart(),
    Setting::new(
        "listen.https",
        "an address and port such as 0.0.0.0:443, or off",
        "off, or 0.0.0.0:443 when `tls.acme_domains` or `tls.certificate` is set",
        "Where TLS is answered.",
    )
    .restart(),
    Setting::new(
        "listen.trusted_proxies",
        "addresses or ranges such as 127.0.0.1, 10.0.0.0/8",
        "none",
        "The proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; from everyone else \
         these headers are ignored.",
    ),
    Setting::new(
        "listen.shutdown_seconds",
        "a number of seconds such as 20",
        "20",
        "How long requests in hand may take to end when the server stops or restarts.",
    ),
];

/// What the section says.
#[derive(Debug, Clone)]
pub struct Listen {
    /// Where plain HTTP is answered.
    pub http: Option<SocketAddr>,
    /// Where TLS is answered.
    pub https: Option<SocketAddr>,
    /// The proxies that are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// How long requests in hand may take to end.
    pub shutdown: Duration,
}

/// Reads the section. `port` is the role's own, `tls` whether there are certificates.
pub fn read(reader: &mut Reader<'_>, port: u16, tls: bool) -> Listen {
    let http = reader.read("listen.http", place);
    let https = reader.read("listen.https", place);
    let trusted_proxies = reader.list("listen.trusted_proxies", |text| {
        text.parse().ok().or_else(|| text.parse().ok().map(|address: IpAddr| IpNet::from(address)))
    });
    let seconds = reader.read("listen.shutdown_seconds", |text| {
        text.parse().ok().filter(|seconds| (0..=3600).contains(seconds))
    });
    let listen = Listen {
        http: http.map_or(Some(SocketAddr::from(([127, 0, 0, 1], port))), Place::address),
        https: https.map_or(tls.then(|| SocketAddr::from(([0, 0, 0, 0], 443))), Place::address),
        trusted_proxies,
        shutdown: Duration::from_secs(seconds.unwrap_or(20)),
    };
    if listen.http.is_none() && listen.https.is_none() {
        reader.problem("listen.http and listen.https are both off; leave one of them on");
    }
    if listen.https.is_some() && !tls {
        reader.wrong("listen.https", Some("without a certificate"));
        reader.problem("set tls.certificate and tls.key, or tls.acme_domains, for listen.https");
    }
    listen
}

/// Where to listen, or that nobody should.
enum Place {
    Off,
    At(SocketAddr),
}

impl Place {
    fn address(self) -> Option<SocketAddr> {
        match self {
            Self::Off => None,
            Self::At(address) => Some(address),
        }
    }
}

fn place(text: &str) -> Option<Place> {
    if text == "off" { Some(Place::Off) } else { text.parse().ok().map(Place::At) }
}
