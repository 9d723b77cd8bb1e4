//! Sponsorships: who gives, who receives, and how servers tell each other.

mod given;
mod giving;
mod managed;
pub(crate) mod panel;
mod received;
mod syncs;

use crate::Routes;

const CLOUD: &str = "/organization/sponsorship";
const SELF_HOSTED: &str = "/organization/sponsorship/self-hosted";

/// What the cloud alone answers.
pub fn of_the_cloud() -> Routes {
    Routes::new().nest(
        CLOUD,
        given::routes()
            .merge(managed::routes())
            .merge(received::routes())
            .merge(syncs::of_programs())
            .merge(panel::of_the_cloud()),
    )
}

/// What self-hosted servers alone answer.
pub fn of_self_hosted() -> Routes {
    Routes::new()
        .nest(SELF_HOSTED, given::routes().merge(managed::routes()).merge(panel::of_self_hosted()))
}

/// What both answer, at the same address.
pub fn of_both() -> Routes {
    Routes::new().nest(CLOUD, panel::of_both())
}
