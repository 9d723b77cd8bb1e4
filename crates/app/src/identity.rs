//! Who is calling: sign-in in one step or two, sessions, access tokens and what they say.

pub mod access_token;
pub mod device;
pub mod devices;
pub mod end_device;
mod issue;
pub mod live;
pub mod log_in;
pub mod log_in_as_organization;
pub mod log_in_with_key;
pub(crate) mod mailed_codes;
pub mod new_device;
pub mod password_pool;
pub mod prelogin;
pub mod refresh;
pub mod secret;
pub mod throttle;
pub mod totp;
pub mod trust_device;
pub mod two_step;
pub mod verify_user;

pub use device::{DeviceDescription, SignedIn};
pub use secret::{ClientHash, Secret};
