//! What handlers ask of a request.

mod allowed;
mod body;
mod caller;
mod path;

pub use allowed::Allowed;
pub use body::Body;
pub use caller::{Caller, InstallationCaller};
pub use path::PathIds;
