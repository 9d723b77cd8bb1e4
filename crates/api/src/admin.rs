//! The System Administrator Portal. Its sessions are its own: a person's token opens nothing here.

mod audit;
mod installations;
mod login;
mod organizations;
mod overview;
mod queue;
mod tools;

use crate::Routes;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(login::routes())
        .merge(overview::routes())
        .merge(organizations::routes())
        .merge(installations::routes())
        .merge(queue::routes())
        .merge(audit::routes())
        .merge(tools::routes())
}
