//! Answers that leave late, because guessing should be slow. Nothing is held meanwhile but the
//! connection.

use std::time::Duration;

use app::App;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use crate::error::HeldBack;

const FOR: Duration = Duration::from_secs(2);

/// Holds answers back that ask for it, while limits are on.
pub async fn held_back(State(app): State<App>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if app.settings.limits && response.extensions().get::<HeldBack>().is_some() {
        tokio::time::sleep(FOR).await;
    }
    response
}
