//! Answers that leave late, because guessing should be slow, and all at the same time after their
//! request, because the work behind them should tell nothing. Nothing is held meanwhile but the
//! connection.

use std::time::Duration;

use app::App;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use tokio::time::Instant;

use crate::error::HeldBack;

const FOR: Duration = Duration::from_secs(2);

/// Holds answers back that ask for it until a time after their request began, while limits are on.
pub async fn held_back(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let response = next.run(request).await;
    if app.settings.limits && response.extensions().get::<HeldBack>().is_some() {
        tokio::time::sleep_until(began + FOR).await;
    }
    response
}
