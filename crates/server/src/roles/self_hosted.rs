//! A self-hosted server: verifies, remembers, and exchanges with its cloud.

use std::sync::Arc;

use anyhow::Result;
use app::{
    Ports,
    ports::{Cloud, NoAuthority, NoCloud, NotSold, RememberingDesk},
};
use domain::id::Id;
use outside::{
    cloud::{CloudAddress, CloudClient, HttpTransport},
    license_files::LicenseFolder,
};

use super::{Ground, Traits, World, machine, mail};
use crate::config::Config;

pub(super) const TRAITS: Traits = Traits {
    name: "self-hosted",
    port: 8090,
    needs_installation: true,
    routes: api::roles::self_hosted,
    ports: |ground| Box::pin(async move { ports(ground) }),
};

fn ports(ground: Ground<'_>) -> Result<Ports> {
    let Ground { config, world, .. } = ground;
    Ok(Ports {
        clock: world.clock.clone(),
        random: world.random.clone(),
        mail: mail(config)?,
        cloud: cloud(config, world)?,
        license_authority: Arc::new(NoAuthority),
        license_files: Arc::new(LicenseFolder::below(&config.data)),
        machine: machine(config)?,
        sponsorship_desk: Arc::new(RememberingDesk),
        payments: Arc::new(NotSold),
    })
}

/// The cloud, once everything is known that a call to it needs.
fn cloud(config: &Config, world: &World) -> Result<Arc<dyn Cloud>> {
    let cloud = &config.cloud;
    let known =
        (&cloud.installation_id, &cloud.installation_key, &cloud.identity_url, &cloud.api_url);
    let (Some(id), Some(key), Some(identity), Some(api)) = known else {
        return Ok(Arc::new(NoCloud));
    };
    let address = CloudAddress {
        identity: identity.clone(),
        api: api.clone(),
        installation: Id::new(*id),
        key: key.reveal().to_owned(),
    };
    let client = CloudClient::new(HttpTransport::new()?, address, world.clock.clone());
    Ok(Arc::new(client))
}
