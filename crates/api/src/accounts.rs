//! Accounts, below `/api/accounts`.

mod delete;
mod email;
mod keys;
mod new_device;
mod password;
pub mod profile;
mod rotation;

use crate::Routes;

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(profile::routes())
        .merge(keys::routes())
        .merge(password::routes())
        .merge(email::routes())
        .merge(rotation::routes())
        .merge(delete::routes())
        .merge(new_device::routes())
}
