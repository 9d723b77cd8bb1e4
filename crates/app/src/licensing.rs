//! Installations and licences.

pub mod authority;
pub mod create_installation;
pub mod document;
pub mod find_installation;
pub mod installation_key;
pub mod installation_token;
pub mod list_installations;
pub mod rotate_installation_key;
pub mod switch_installation;
pub mod trust;

pub use installation_key::InstallationKey;
