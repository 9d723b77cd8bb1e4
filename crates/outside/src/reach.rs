//! The way to a host, stage by stage: its name, a connection, its certificate, an answer. What each
//! failure means for whoever keeps the firewall is said here and nowhere else.

use std::{error::Error as _, net::SocketAddr, time::Duration};

use chrono::{DateTime, Utc};
use hyper_util::client::proxy::matcher::Matcher;
use tokio::net::TcpStream;
use url::Url;

/// How long one stage may take.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// How long a connection may take: a firewall that drops packets says nothing.
const CONNECT: Duration = Duration::from_secs(5);

/// Where a connection leads: to the host itself, or to a proxy of the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The host to connect to.
    pub host: String,
    /// The port to connect to.
    pub port: u16,
    /// Whether that is a proxy.
    pub proxied: bool,
}

impl Way {
    /// The way to `url`, as this process would go it.
    pub fn to(url: &Url) -> Option<Self> {
        let (host, port) = (url.host_str()?.to_owned(), url.port_or_known_default()?);
        let proxy = url.as_str().parse().ok().and_then(|uri| Matcher::from_env().intercept(&uri));
        let by_proxy = proxy.and_then(|proxy| {
            let host = proxy.uri().host()?.to_owned();
            Some((host, proxy.uri().port_u16().unwrap_or(8080)))
        });
        let proxied = by_proxy.is_some();
        let (host, port) = by_proxy.unwrap_or((host, port));
        Some(Self { host, port, proxied })
    }
}

/// A stage that failed: why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Why.
    pub why: String,
    /// What to do.
    pub cure: String,
}

/// What the name of a host resolves to. `setting` is where the name is written.
///
/// # Errors
///
/// When no name server knows it.
pub async fn look_up(host: &str, port: u16, setting: &str) -> Result<Vec<SocketAddr>, Broken> {
    let found = tokio::time::timeout(PATIENCE, tokio::net::lookup_host((host, port))).await;
    let addresses: Vec<_> = found.ok().and_then(Result::ok).map(Vec::from_iter).unwrap_or_default();
    if addresses.is_empty() {
        return Err(Broken {
            why: "no name server knows it".to_owned(),
            cure: format!(
                "Look at /etc/resolv.conf and allow port 53 to the name servers it lists, or correct \
                 {setting}"
            ),
        });
    }
    Ok(addresses)
}

/// Connects to a host, and lets go again.
///
/// # Errors
///
/// When it takes no connection.
pub async fn connect(addresses: &[SocketAddr], host: &str, port: u16) -> Result<(), Broken> {
    let why = match tokio::time::timeout(CONNECT, TcpStream::connect(addresses)).await {
        Ok(Ok(_)) => return Ok(()),
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("no answer within {} s", CONNECT.as_secs()),
    };
    let cure = format!(
        "Let the firewall allow outgoing TCP connections from this machine to {host} port {port}"
    );
    Err(Broken { why, cure })
}

/// An answer that can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// Its status.
    pub status: u16,
    /// What time it is there.
    pub date: Option<DateTime<Utc>>,
}

/// Asks without any trust in what comes back.
#[derive(Debug, Clone)]
pub struct Asker(reqwest::Client);

impl Asker {
    /// One that follows no redirection and gives up in time.
    ///
    /// # Errors
    ///
    /// When the machine's certificates cannot be read.
    pub fn new() -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .build()?;
        Ok(Self(client))
    }

    /// Asks for `address` on the service of `url`.
    ///
    /// # Errors
    ///
    /// When nobody answers who can be believed.
    pub async fn ask(&self, address: &str, url: &Url, setting: &str) -> Result<Answered, Broken> {
        match self.0.get(address).send().await {
            Ok(response) => {
                let date = response.headers().get("date").and_then(|date| date.to_str().ok());
                let date = date.and_then(|date| DateTime::parse_from_rfc2822(date).ok());
                let status = response.status().as_u16();
                Ok(Answered { status, date: date.map(|date| date.to_utc()) })
            }
            Err(error) => Err(unbelievable(&error, url, setting)),
        }
    }
}

fn unbelievable(error: &reqwest::Error, url: &Url, setting: &str) -> Broken {
    let mut why = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        why = deeper.to_string();
        cause = deeper.source();
    }
    let host = url.host_str().unwrap_or_default();
    let port = url.port_or_known_default().unwrap_or(443);
    let cure = if why.contains("UnknownIssuer") {
        format!(
            "If {host} has a private authority, or a firewall looks into TLS, add that authority's \
             certificate to those the machine trusts; else nobody but {host} should answer: ask who \
             redirects the connection"
        )
    } else if why.contains("xpired") || why.contains("NotValidYet") {
        format!("Set this machine's clock; if it is right, the certificate of {host} is not")
    } else if why.contains("NotValidForName") {
        format!("Correct {setting}: the certificate is for another name")
    } else {
        format!(
            "Let the firewall pass TLS to {host} port {port} without looking into it, and look whether \
             {setting} is right"
        )
    };
    Broken { why, cure }
}
