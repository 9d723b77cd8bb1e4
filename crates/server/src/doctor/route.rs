//! The way to one of the cloud's services, and what was learned of it.

use std::net::SocketAddr;

use outside::reach::Way;
use url::Url;

/// The way to one of the cloud's services.
#[derive(Debug, Clone)]
pub struct Route {
    /// What the service is called in the settings.
    pub setting: &'static str,
    /// Its address.
    pub url: Url,
    /// Where to connect to.
    pub way: Way,
    /// What the name of the host resolved to.
    pub addresses: Vec<SocketAddr>,
    /// Why going on is no use.
    pub broken: Option<&'static str>,
}

impl Route {
    /// The way to `url`, as this process would go it.
    pub fn to(setting: &'static str, url: &Url) -> Option<Self> {
        let way = Way::to(url)?;
        Some(Self { setting, url: url.clone(), way, addresses: Vec::new(), broken: None })
    }

    /// The host and port to connect to, and that it is a proxy's.
    pub fn target(&self) -> String {
        let proxy = if self.way.proxied { " (proxy)" } else { "" };
        format!("{}:{}{proxy}", self.way.host, self.way.port)
    }

    /// The service's own host.
    pub fn service(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// Whether both ways lead to the same place, so that one look is enough.
    pub fn is_like(&self, other: &Self) -> bool {
        self.way == other.way && self.service() == other.service()
    }

    /// The address of `path` on the service.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url.as_str().trim_end_matches('/'))
    }
}
