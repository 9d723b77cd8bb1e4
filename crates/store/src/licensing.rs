//! Installations, the organizations they serve, and the licences applied.

pub mod installations;

pub use installations::InstallationRecord;
