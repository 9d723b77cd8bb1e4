//! Devices, sessions, what is asked for beside the password, and how often someone tried.

mod codes;
mod devices;
mod sessions;
mod throttles;
mod two_step;

pub use codes::NewCode;
pub use devices::DeviceRow;
pub use sessions::{NewSession, OpenSession};
pub use two_step::{SetUp, TwoStepRow};

#[cfg(test)]
pub(crate) use codes::ALL as CODES;
#[cfg(test)]
pub(crate) use devices::ALL as DEVICES;
#[cfg(test)]
pub(crate) use sessions::ALL as SESSIONS;
#[cfg(test)]
pub(crate) use throttles::ALL as THROTTLES;
#[cfg(test)]
pub(crate) use two_step::ALL as TWO_STEP;
