//! What the people who run the server do.

mod audit;
mod by;
mod egress;
mod health;
mod operate_user;
mod operator;
mod operators;
mod organization_events;
mod organizations;
mod outbox;
mod overview;
mod queue;
mod second_step;
mod sign_in;
mod users;

pub use audit::{AuditError, AuditPage};
pub use by::By;
pub use egress::Reached;
pub use health::{Health, Watched};
pub use operate_user::OperateUserError;
pub use operator::OperatorSession;
pub use operators::{AddOperatorError, RemoveOperatorError, ResetSecondStepError};
pub use organization_events::NamedEvents;
pub use organizations::{FoundPage, OperateError, OrganizationView, Search};
pub use outbox::FindMailError;
pub use overview::Overview;
pub use queue::RetryJobError;
pub use second_step::{SecondStep, SecondStepError};
pub use sign_in::{ConfirmSignInError, NewOperatorSession, RequestSignInError};
pub use store::{
    jobs::{JobFilter, JobRow, JobState},
    mails::{MailFilter, MailRow, MailState, To},
    operators::{DeedFilter, DeedRow},
};
pub use users::{UserPage, UserView, ViewUserError};
