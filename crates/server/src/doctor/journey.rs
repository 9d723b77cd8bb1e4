//! What the checks know, and what they learned on the way.

use std::sync::Arc;

use anyhow::Result;
use app::ports::Cloud;
use chrono::{DateTime, TimeDelta, Utc};
use domain::id::Id;
use outside::{
    cloud::{CloudAddress, CloudClient, HttpTransport},
    reach::Asker,
    system::SystemClock,
};

use super::route::Route;
use crate::config::Config;

/// What the checks know, and what they learned on the way.
pub struct Journey {
    /// The settings.
    pub config: Config,
    /// Asks without any trust in what comes back.
    pub asker: Asker,
    /// The ways to the cloud's services: api, identity, and push when it is elsewhere.
    pub routes: Vec<Route>,
    /// How far the cloud's clock is ahead of ours, once it was seen.
    pub ahead: Option<TimeDelta>,
    /// The client of the cloud, once the settings allow for one.
    pub cloud: Option<Box<dyn Cloud>>,
}

impl Journey {
    /// Knows the settings, and nothing else yet.
    pub fn begin(config: &Config) -> Result<Self> {
        let cloud = &config.cloud;
        let services = [
            ("cloud.api_url", &cloud.api_url),
            ("cloud.identity_url", &cloud.identity_url),
            ("cloud.push_url", &cloud.push_url),
        ];
        let mut routes: Vec<Route> = Vec::new();
        for (setting, url) in services {
            let route = url.as_ref().and_then(|url| Route::to(setting, url));
            // Services may share a host; it is looked at once.
            routes.extend(route.filter(|new| !routes.iter().any(|route| route.is_like(new))));
        }
        let cloud = client_of(config)?;
        Ok(Self { config: config.clone(), asker: Asker::new()?, routes, ahead: None, cloud })
    }

    /// The present moment, as this machine has it.
    pub fn now() -> DateTime<Utc> {
        app::ports::Clock::now(&SystemClock)
    }

    /// Why the service of that setting cannot be asked, if it cannot.
    pub fn broken(&self, url: Option<&url::Url>) -> Option<&'static str> {
        let Some(url) = url else { return Some("its address is not known") };
        let route = self.routes.iter().find(|route| Some(route.service()) == url.host_str());
        route.and_then(|route| route.broken)
    }
}

fn client_of(config: &Config) -> Result<Option<Box<dyn Cloud>>> {
    let cloud = &config.cloud;
    let (Some(id), Some(key), Some(identity), Some(api)) =
        (cloud.installation_id, &cloud.installation_key, &cloud.identity_url, &cloud.api_url)
    else {
        return Ok(None);
    };
    let address = CloudAddress {
        identity: identity.clone(),
        api: api.clone(),
        installation: Id::new(id),
        key: key.reveal().to_owned(),
    };
    let client = CloudClient::new(HttpTransport::new()?, address, Arc::new(SystemClock));
    Ok(Some(Box::new(client)))
}
