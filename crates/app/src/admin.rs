//! What the people who run the server do.

mod operator;
mod operators;
mod organizations;
mod outbox;
mod overview;
mod queue;
mod sign_in;

pub use operator::OperatorSession;
pub use operators::{AddOperatorError, RemoveOperatorError};
pub use organizations::{FoundPage, OperateError, OrganizationView, Search};
pub use outbox::FindMailError;
pub use overview::Overview;
pub use queue::RetryJobError;
pub use sign_in::{ConfirmSignInError, NewOperatorSession, RequestSignInError};
pub use store::{mails::MailRow, portal::RunRow};
