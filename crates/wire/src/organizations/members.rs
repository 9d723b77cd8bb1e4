//! Members.
#![expect(missing_docs, reason = "the fields are the protocol's own")]

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::PermissionSwitches;
use crate::object::{
    BulkObject, MemberDetailsObject, MemberMiniObject, MemberPublicKeyObject, MemberRowObject,
    UserKeyObject,
};

/// What a member may do with a collection.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CollectionAccess {
    pub id: Uuid,
    #[serde(default)]
    pub read_only: bool,
    #[serde(default)]
    pub hide_passwords: bool,
    #[serde(default)]
    pub manage: bool,
}

/// A member, without its kind.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has them")]
pub struct MemberFields {
    pub id: Uuid,
    pub user_id: Option<Uuid>,
    #[serde(rename = "type")]
    pub role: i64,
    pub status: i64,
    pub name: Option<String>,
    pub email: Option<String>,
    pub avatar_color: Option<String>,
    pub external_id: Option<String>,
    pub sso_external_id: Option<String>,
    pub two_factor_enabled: bool,
    pub sso_bound: bool,
    pub claimed_by_organization: bool,
    pub managed_by_organization: bool,
    pub uses_key_connector: bool,
    pub has_master_password: bool,
    pub reset_password_enrolled: bool,
    pub permissions: PermissionSwitches,
    pub access_secrets_manager: bool,
    pub access_pam: bool,
    pub revocation_reason: Option<i64>,
    pub creation_date: DateTime<Utc>,
    /// Since when the member has this status.
    pub status_date: DateTime<Utc>,
    /// When one of the person's devices was last heard of.
    pub last_activity_date: Option<DateTime<Utc>>,
    pub collections: Vec<CollectionAccess>,
    pub groups: Vec<Uuid>,
}

/// A member, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberRowResponse {
    pub object: MemberRowObject,
    #[serde(flatten)]
    pub fields: MemberFields,
}

/// A member.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberDetailsResponse {
    pub object: MemberDetailsObject,
    #[serde(flatten)]
    pub fields: MemberFields,
}

/// A member, for other members.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberMiniResponse {
    pub object: MemberMiniObject,
    pub id: Uuid,
    pub user_id: Option<Uuid>,
    #[serde(rename = "type")]
    pub role: i64,
    pub status: i64,
    pub name: Option<String>,
    pub email: Option<String>,
}

/// What came of one of several; an empty text is success.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BulkResponse {
    pub object: BulkObject,
    pub id: Uuid,
    pub error: String,
}

/// The public key of a member who waits.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberPublicKeyResponse {
    pub object: MemberPublicKeyObject,
    pub id: Uuid,
    pub user_id: Uuid,
    pub key: String,
}

/// The public key of a person.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserKeyResponse {
    pub object: UserKeyObject,
    pub user_id: Uuid,
    pub public_key: Option<String>,
}

/// People to be invited.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InviteRequest {
    pub emails: Vec<String>,
    #[serde(rename = "type")]
    pub role: Option<i64>,
    pub permissions: Option<PermissionSwitches>,
    #[serde(default)]
    pub collections: Vec<CollectionAccess>,
}

/// A member to be changed. Without collections, those they have stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditMemberRequest {
    #[serde(rename = "type")]
    pub role: i64,
    pub permissions: Option<PermissionSwitches>,
    pub collections: Option<Vec<CollectionAccess>>,
}

/// Several members.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IdsRequest {
    pub ids: Vec<Uuid>,
}

/// An answer to an invitation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AcceptRequest {
    #[serde(default)]
    pub token: String,
    /// The user key, wrapped for the organization, which lets administrators recover the account.
    #[serde(default)]
    pub reset_password_key: Option<String>,
}

/// Whether administrators can recover the account.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryEnrolmentRequest {
    /// The user key, wrapped for the organization; null when they cannot any more.
    #[serde(default)]
    pub reset_password_key: Option<String>,
    /// The proof of the master password.
    #[serde(default)]
    pub master_password_hash: String,
}

/// The organization key for a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmRequest {
    pub key: String,
}

/// The organization key for several members.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BulkConfirmRequest {
    pub keys: Vec<MemberKey>,
}

/// The organization key for one of several members.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberKey {
    pub id: Uuid,
    pub key: String,
}
