//! What operators did.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;

sent! {
    /// Something an operator did.
    ActionResponse {
        /// Which.
        id: Uuid,
        /// Who, by the mail address they had; null when it was a command typed on the server's
        /// machine.
        operator: Option<String>,
        /// What, in a word: `organization.delete`.
        action: String,
        /// To what.
        subject_id: Option<Uuid>,
        /// What that was called.
        subject: Option<String>,
        /// What was before.
        old_value: Option<String>,
        /// What is since.
        new_value: Option<String>,
        /// From which address of the network.
        ip_address: Option<String>,
        /// When.
        date: DateTime<Utc>,
    }
}
