//! Two-step login: what is asked for beside the password, and how it is set up.

mod authenticator;
mod email;
mod error;
mod recovery;
mod second_step;
mod settings;

pub use authenticator::AuthenticatorView;
pub use email::{EmailView, LogInCodeError, LogInProof};
pub use error::TwoStepError;
pub use second_step::{Challenge, Hint, SecondStep, Way};
pub use settings::SettingsProof;

pub(crate) use second_step::Passed;
