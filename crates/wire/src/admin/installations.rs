//! Self-hosted servers and what is made for them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;

/// For whom an installation is made.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewInstallationRequest {
    /// Who reads mail about it.
    pub email: String,
    /// The region it is wanted in, which must be this cloud's: `US`, `EU` or `Gov`.
    pub region: Option<String>,
}

/// For what a licence is made.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GenerateLicenseRequest {
    /// The organization.
    pub organization_id: Uuid,
    /// The installation that may use it.
    pub installation_id: Uuid,
}

sent! {
    /// A self-hosted server.
    InstallationLine {
        /// Which.
        id: Uuid,
        /// Who reads mail about it.
        email: String,
        /// Whether it may sign in.
        enabled: bool,
        /// How many organizations it serves.
        organizations: i64,
        /// When it was made.
        creation_date: DateTime<Utc>,
        /// When it last signed in.
        last_activity: Option<DateTime<Utc>>,
        /// Until when the key before still works, if it was rotated.
        previous_until: Option<DateTime<Utc>>,
    }

    /// A key that is shown only now.
    NewKeyResponse {
        /// Which installation.
        id: Uuid,
        /// Its key.
        key: String,
        /// Until when the key before still works.
        previous_until: Option<DateTime<Utc>>,
    }

    /// The key licences are signed with.
    SigningKeyResponse {
        /// Its id.
        key_id: String,
    }
}
