//! The System Administrator Portal. Its sessions are its own: a person's token opens nothing here.

mod audit;
mod events;
mod health;
mod installations;
mod licenses;
mod login;
mod operate;
mod organizations;
mod overview;
mod page;
mod queue;
mod second_step;
mod tools;
mod users;

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
        .merge(users::routes())
        .merge(second_step::routes())
        .merge(health::routes())
        .merge(operate::routes())
        .merge(events::routes())
        .merge(licenses::routes())
        .merge(tools::routes())
}
