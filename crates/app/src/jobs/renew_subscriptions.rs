//! Paid subscriptions roll into their next period.

use super::{JobError, Work};
use crate::App;

/// Renews every paid subscription whose period is over.
pub(super) async fn renew_subscriptions(app: &App, _: Work<'_>) -> Result<(), JobError> {
    let renewed = app.renew_subscriptions().await?;
    if renewed > 0 {
        tracing::info!(renewed, "subscriptions were renewed");
    }
    Ok(())
}
