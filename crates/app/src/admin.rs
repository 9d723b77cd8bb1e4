//! What the people who run the server do.

mod audit;
mod by;
mod operate_user;
mod operator;
mod operators;
mod organizations;
mod outbox;
mod overview;
mod queue;
mod sign_in;
mod users;

pub use audit::{AuditError, AuditPage};
pub use by::By;
pub use operate_user::OperateUserError;
pub use operator::OperatorSession;
pub use operators::{AddOperatorError, RemoveOperatorError};
pub use organizations::{FoundPage, OperateError, OrganizationView, Search};
pub use outbox::FindMailError;
pub use overview::Overview;
pub use queue::RetryJobError;
pub use sign_in::{ConfirmSignInError, NewOperatorSession, RequestSignInError};
pub use store::{
    jobs::{JobFilter, JobRow, JobState},
    mails::{MailFilter, MailRow, MailState},
    operators::{DeedFilter, DeedRow},
};
pub use users::{UserPage, UserView, ViewUserError};
