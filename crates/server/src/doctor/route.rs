//! The way to a host: straight, or through a proxy of the environment.

use std::net::SocketAddr;

use hyper_util::client::proxy::matcher::Matcher;
use url::Url;

/// The way to one of the cloud's services.
#[derive(Debug, Clone)]
pub struct Route {
    /// What the service is called in the settings.
    pub setting: &'static str,
    /// Its address.
    pub url: Url,
    /// The host to connect to: the service's own, or a proxy's.
    pub host: String,
    /// The port to connect to.
    pub port: u16,
    /// Whether that is a proxy.
    pub proxied: bool,
    /// What the name of the host resolved to.
    pub addresses: Vec<SocketAddr>,
    /// Why going on is no use.
    pub broken: Option<&'static str>,
}

impl Route {
    /// The way to `url`, as this process would go it.
    pub fn to(setting: &'static str, url: &Url) -> Option<Self> {
        let (host, port) = (url.host_str()?.to_owned(), url.port_or_known_default()?);
        let proxy = url.as_str().parse().ok().and_then(|uri| Matcher::from_env().intercept(&uri));
        let by_proxy = proxy.and_then(|proxy| {
            let host = proxy.uri().host()?.to_owned();
            Some((host, proxy.uri().port_u16().unwrap_or(8080)))
        });
        let proxied = by_proxy.is_some();
        let (host, port) = by_proxy.unwrap_or((host, port));
        let (url, addresses) = (url.clone(), Vec::new());
        Some(Self { setting, url, host, port, proxied, addresses, broken: None })
    }

    /// The host and port to connect to, and that it is a proxy's.
    pub fn target(&self) -> String {
        let proxy = if self.proxied { " (proxy)" } else { "" };
        format!("{}:{}{proxy}", self.host, self.port)
    }

    /// The service's own host.
    pub fn service(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// Whether both ways lead to the same place, so that one look is enough.
    pub fn is_like(&self, other: &Self) -> bool {
        self.host == other.host && self.port == other.port && self.service() == other.service()
    }

    /// The address of `path` on the service.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url.as_str().trim_end_matches('/'))
    }
}
