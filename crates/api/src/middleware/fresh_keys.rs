//! Signing with the keys of today, whichever node made them.

use app::App;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

/// Lets the keys be read again before the request is answered, when it is time.
pub async fn fresh_keys(State(app): State<App>, request: Request, next: Next) -> Response {
    if let Err(error) = app.refresh_keys().await {
        tracing::warn!(%error, "the keys could not be read again");
    }
    next.run(request).await
}
