//! Accounts, below `/api/accounts`.

mod email;
mod keys;
mod new_device;
mod password;
pub mod profile;

use crate::Routes;

/// Below `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(profile::routes())
        .merge(keys::routes())
        .merge(password::routes())
        .merge(email::routes())
        .merge(new_device::routes())
}
