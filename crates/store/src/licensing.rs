//! Installations, the organizations they serve, and the licences applied.

pub mod installations;
pub mod trust;

pub use installations::InstallationRecord;
pub use trust::TrustedKeyRow;
