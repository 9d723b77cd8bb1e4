//! What the queue runs. One file per job below; here, the word each is known by.

use store::StoreError;

/// Why a job did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// It may succeed later: the queue tries again, at increasing distances.
    #[error("{0}")]
    Later(String),
    /// It never will: the queue gives it up and shows it to the operator.
    #[error("{0}")]
    Never(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
