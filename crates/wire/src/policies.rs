//! Policies.
#![expect(missing_docs, reason = "the fields are the protocol's own")]

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::Organization,
    policies::{Policy, PolicyKind},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::{AffectedObject, PolicyObject};

/// A policy; without an id it was never set.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PolicyResponse {
    pub object: PolicyObject,
    pub id: Option<Uuid>,
    pub organization_id: Uuid,
    #[serde(rename = "type")]
    pub kind: i64,
    pub data: Option<Value>,
    pub enabled: bool,
    pub can_toggle_state: bool,
    pub revision_date: Option<DateTime<Utc>>,
}

impl From<&Policy> for PolicyResponse {
    fn from(policy: &Policy) -> Self {
        Self {
            object: PolicyObject::Tag,
            id: Some(policy.id.uuid()),
            organization_id: policy.organization.uuid(),
            kind: policy.kind.number(),
            data: policy.data.as_deref().and_then(|text| serde_json::from_str(text).ok()),
            enabled: policy.enabled,
            can_toggle_state: true,
            revision_date: Some(policy.revised_at),
        }
    }
}

impl PolicyResponse {
    /// A policy that was never set.
    pub fn unset(organization: Id<Organization>, kind: PolicyKind) -> Self {
        Self {
            object: PolicyObject::Tag,
            id: None,
            organization_id: organization.uuid(),
            kind: kind.number(),
            data: None,
            enabled: false,
            can_toggle_state: true,
            revision_date: None,
        }
    }
}

/// A policy to be switched, in either of the two shapes clients send.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PolicyRequest {
    pub policy: Option<PolicyPart>,
    pub enabled: Option<bool>,
    pub data: Option<Value>,
}

/// The policy itself, in the newer shape.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PolicyPart {
    pub enabled: bool,
    pub data: Option<Value>,
}

impl PolicyRequest {
    /// Whether it is to be on, and what it demands in detail.
    pub fn wanted(self) -> PolicyPart {
        self.policy
            .unwrap_or(PolicyPart { enabled: self.enabled.unwrap_or(false), data: self.data })
    }
}

/// A sponsored organization whose owners would hear of a policy.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AffectedResponse {
    pub object: AffectedObject,
    pub organization_id: Uuid,
    pub name: String,
    pub valid_until: Option<DateTime<Utc>>,
    pub owners: Vec<String>,
}
