//! Installations and licences.

pub mod admit_installation;
pub mod apply_license;
pub mod apply_personal_license;
pub mod authority;
pub mod check_cloud;
pub mod connected_servers;
pub mod create_installation;
pub mod document;
pub mod download_license;
pub mod find_installation;
pub mod found_licensed_organization;
pub mod grant_premium;
pub mod hand_over_license;
pub mod inspect_licenses;
pub mod installation_key;
pub mod installation_token;
pub mod issue_license;
pub mod list_installations;
pub mod personal_license;
pub mod read_license;
pub mod read_only;
pub mod rotate_installation_key;
pub mod stop_copies;
pub mod switch_installation;
pub mod sync_license;
pub mod trust;
pub mod view_premium;

pub use installation_key::InstallationKey;
