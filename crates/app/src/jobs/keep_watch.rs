//! Looks whether the server is well.

use super::{JobError, Work};
use crate::App;

/// Remembers since when what is wrong is wrong.
pub(super) async fn keep_watch(app: &App, _: Work<'_>) -> Result<(), JobError> {
    Ok(app.keep_watch().await?)
}
