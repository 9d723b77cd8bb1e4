//! Installations, the organizations they serve, and the licences applied.

pub mod installations;
pub mod licenses;
pub mod links;
pub mod personal;
pub mod trust;

pub use installations::{FoundInstallation, InstallationFilter, InstallationRecord};
pub use licenses::{CopiedLicense, DueNotice, LicenseRecord, Licensed, OwnerAddress};
pub use links::{IssuedLicense, LinkedInstallation};
pub use personal::{PersonalNotice, PersonalRecord};
pub use trust::TrustedKeyRow;
