//! Licences.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;

sent! {
    /// A licence an organization has, looked at anew.
    HeldLicenseLine {
        /// The organization here.
        organization_id: Uuid,
        /// Its name.
        organization_name: String,
        /// The organization the licence was issued for.
        cloud_organization_id: Uuid,
        /// The version of the document.
        version: i64,
        /// The key that signed it.
        key_id: Option<String>,
        /// When it was issued.
        issued: DateTime<Utc>,
        /// When a newer one should be fetched.
        refresh: Option<DateTime<Utc>>,
        /// When it runs out.
        expires: Option<DateTime<Utc>>,
        /// When the organization should have been paid for again.
        expires_without_grace: Option<DateTime<Utc>>,
        /// When it was applied.
        applied: DateTime<Utc>,
        /// Whether it passes every rule.
        valid: bool,
        /// Every rule it fails.
        problems: Vec<LicenseProblemPart>,
    }

    /// A rule a licence fails.
    LicenseProblemPart {
        /// A word for it, for programs.
        code: &'static str,
        /// In words.
        message: String,
    }

    /// A licence that went out: for which organization, to which server.
    IssuedLicenseLine {
        /// The organization.
        organization_id: Uuid,
        /// Its name.
        organization_name: String,
        /// The server.
        installation_id: Uuid,
        /// Who reads mail about the server.
        installation_email: String,
        /// Whether an owner approved the server.
        approved: bool,
        /// Whether an owner removed it.
        refused: bool,
        /// Since when the server is known.
        creation_date: DateTime<Utc>,
        /// When it last fetched or synced something of the organization's.
        last_sync_date: Option<DateTime<Utc>>,
    }
}
