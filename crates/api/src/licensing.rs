//! Installations and licences.

mod cloud_licenses;
mod connected_servers;
mod installations;
mod keys;
mod premium;
mod uploads;

use crate::Routes;

pub(crate) use connected_servers::line as server_line;
pub(crate) use uploads::LicenseForm;

/// What the cloud answers, below `/api`.
pub fn of_the_cloud() -> Routes {
    Routes::new()
        .merge(installations::routes())
        .merge(cloud_licenses::routes())
        .merge(connected_servers::routes())
        .merge(keys::routes())
        .merge(premium::of_the_cloud())
}

/// What self-hosted servers answer, below `/api`.
pub fn of_self_hosted() -> Routes {
    Routes::new().merge(uploads::routes()).merge(premium::of_self_hosted())
}
