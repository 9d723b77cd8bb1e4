//! Sign-in and sign-up, below `/identity`.

mod discovery;
mod prelogin;
mod registration;
mod token;

use crate::Routes;

/// Below `/identity`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(prelogin::routes())
        .merge(registration::routes())
        .merge(token::routes())
        .merge(discovery::routes())
}

/// What very old clients look for below `/api`.
pub fn routes_below_api() -> Routes {
    prelogin::routes_below_api()
}
