//! What the people who run the server do.

mod operator;
mod operators;
mod outbox;
mod queue;
mod sign_in;

pub use operator::OperatorSession;
pub use operators::{AddOperatorError, RemoveOperatorError};
pub use outbox::FindMailError;
pub use queue::RetryJobError;
pub use sign_in::{ConfirmSignInError, NewOperatorSession, RequestSignInError};
