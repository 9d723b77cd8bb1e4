//! The cloud: decides, signs, bills, and answers self-hosted servers.

use std::sync::Arc;

use anyhow::Result;
use app::{
    Ports,
    licensing::authority::RingAuthority,
    ports::{Clock as _, DecidingDesk, Invoiced, NoCloud},
};
use outside::license_files::LicenseFolder;

use super::{Ground, Traits, machine, mail};

pub(super) const TRAITS: Traits = Traits {
    name: "cloud",
    port: 8080,
    needs_installation: false,
    routes: api::roles::cloud,
    ports: |ground| Box::pin(ports(ground)),
};

async fn ports(ground: Ground<'_>) -> Result<Ports> {
    let Ground { config, db, keys, world } = ground;
    let authority = RingAuthority::open(keys, db, world.clock.now()).await?;
    Ok(Ports {
        clock: world.clock.clone(),
        random: world.random.clone(),
        mail: mail(config)?,
        cloud: Arc::new(NoCloud),
        license_authority: Arc::new(authority),
        license_files: Arc::new(LicenseFolder::below(&config.data)),
        machine: machine(config)?,
        sponsorship_desk: Arc::new(DecidingDesk),
        payments: Arc::new(Invoiced),
    })
}
