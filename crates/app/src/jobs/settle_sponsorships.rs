//! Looks after sponsorships whose time has come.

use super::{JobError, Work};
use crate::App;

/// Reminds, renews, ends and forgets.
pub(super) async fn settle_sponsorships(app: &App, _: Work<'_>) -> Result<(), JobError> {
    Ok(app.settle_sponsorships().await?)
}
