//! Devices, sessions, and how often someone tried.

mod devices;
mod sessions;
mod throttles;

pub use devices::DeviceRow;
pub use sessions::{NewSession, OpenSession};

#[cfg(test)]
pub(crate) use devices::ALL as DEVICES;
#[cfg(test)]
pub(crate) use sessions::ALL as SESSIONS;
#[cfg(test)]
pub(crate) use throttles::ALL as THROTTLES;
