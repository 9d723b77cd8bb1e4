//! `[admin]`: who operates the server.

use super::{mail::mail_address, reader::Reader, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[Setting::new(
    "admin.operators",
    "mail addresses, separated by commas",
    "none: nobody",
    "Who may sign in to the System Administrator Portal.",
)
.documented(&["adminSettings__admins"])];

/// What the section says.
#[derive(Debug, Clone)]
pub struct Admin {
    /// Who may sign in to the portal, in lower case.
    pub operators: Vec<String>,
}

/// Reads the section.
pub fn read(reader: &mut Reader<'_>) -> Admin {
    let operators = reader.list("admin.operators", mail_address);
    Admin { operators: operators.iter().map(|address| address.to_lowercase()).collect() }
}
