//! The event log.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::EventObject;

/// A line of the event log.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EventResponse {
    /// Always `event`.
    pub object: EventObject,
    /// What happened, by number.
    pub r#type: i64,
    /// Whom it is about.
    pub user_id: Option<Uuid>,
    /// In which organization.
    pub organization_id: Option<Uuid>,
    /// In which provider.
    pub provider_id: Option<Uuid>,
    /// The item it is about.
    pub cipher_id: Option<Uuid>,
    /// The collection it is about.
    pub collection_id: Option<Uuid>,
    /// The group it is about.
    pub group_id: Option<Uuid>,
    /// The policy it is about.
    pub policy_id: Option<Uuid>,
    /// The member it is about.
    pub organization_user_id: Option<Uuid>,
    /// The member of a provider it is about.
    pub provider_user_id: Option<Uuid>,
    /// The client of a provider it is about.
    pub provider_organization_id: Option<Uuid>,
    /// Who did it.
    pub acting_user_id: Option<Uuid>,
    /// The self-hosted server that did it.
    pub installation_id: Option<Uuid>,
    /// When.
    pub date: DateTime<Utc>,
    /// The kind of device, by number.
    pub device_type: Option<i64>,
    /// Where it was done from.
    pub ip_address: Option<String>,
    /// What did it, when nobody did.
    pub system_user: Option<i64>,
    /// The domain it is about.
    pub domain_name: Option<String>,
    /// The secret it is about.
    pub secret_id: Option<Uuid>,
    /// The project it is about.
    pub project_id: Option<Uuid>,
    /// The machine account it is about.
    pub service_account_id: Option<Uuid>,
    /// The machine account something was granted to.
    pub granted_service_account_id: Option<Uuid>,
    /// The Send it is about.
    pub send_id: Option<Uuid>,
}

impl EventResponse {
    /// Puts what an event is about where the protocol has it for that kind; our own kinds have no
    /// place for it.
    #[must_use]
    pub fn about(mut self, subject: Option<Uuid>) -> Self {
        match self.r#type {
            1100..=1199 => self.cipher_id = subject,
            1300..=1399 => self.collection_id = subject,
            1400..=1499 => self.group_id = subject,
            1700..=1799 => self.policy_id = subject,
            1900..=1999 => self.provider_organization_id = subject,
            2100..=2199 => self.secret_id = subject,
            2200..=2299 => self.project_id = subject,
            2300..=2399 => self.service_account_id = subject,
            2500..=2599 => self.send_id = subject,
            _ => (),
        }
        self
    }
}

/// What a client says happened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EventRequest {
    /// What, by number.
    pub r#type: i64,
    /// To which item.
    #[serde(default)]
    pub cipher_id: Option<Uuid>,
    /// In which organization.
    #[serde(default)]
    pub organization_id: Option<Uuid>,
    /// When.
    pub date: DateTime<Utc>,
}
