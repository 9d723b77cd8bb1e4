//! What handlers ask of a request.

mod allowed;
mod body;
mod caller;
mod client;
mod operator;
mod path;

pub use allowed::Allowed;
pub use body::Body;
pub use caller::{Caller, InstallationCaller};
pub use client::Client;
pub use operator::{ANTIFORGERY_HEADER, OperatorCaller, SESSION_COOKIE};
pub use path::PathIds;
