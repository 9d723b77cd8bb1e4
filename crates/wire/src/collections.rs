//! Collections, and who was given them.

mod groups;

pub use groups::{GroupDetailsResponse, GroupIdsRequest, GroupRequest, GroupResponse};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    object::{CollectionAccessDetailsObject, CollectionObject},
    organizations::members::CollectionAccess,
    vault::{Check, Misshapen, NAME},
};

/// How long what other systems call a collection may be.
const EXTERNAL_ID: usize = 300;

/// A collection, as clients send it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CollectionRequest {
    /// Its name, encrypted.
    #[serde(default)]
    pub name: Option<String>,
    /// What other systems call it.
    #[serde(default)]
    pub external_id: Option<String>,
    /// What groups are given in it; null leaves what they have.
    #[serde(default)]
    pub groups: Option<Vec<CollectionAccess>>,
    /// What members are given in it; null leaves what they have.
    #[serde(default)]
    pub users: Option<Vec<CollectionAccess>>,
}

impl CollectionRequest {
    /// The name.
    ///
    /// # Errors
    ///
    /// When there is none or it is not encrypted, or what other systems call it is too long.
    pub fn checked_name(&self) -> Result<String, Misshapen> {
        let mut check = Check::default();
        check.required("name", self.name.as_deref(), NAME);
        check.at_most("external_id", self.external_id.as_deref(), EXTERNAL_ID);
        check.end()?;
        Ok(self.name.clone().unwrap_or_default())
    }
}

/// Collections, as clients name them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CollectionIdsRequest {
    /// Which.
    #[serde(default)]
    pub ids: Vec<Uuid>,
}

/// Collections that are given to the same members and groups.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CollectionBulkAccessRequest {
    /// Which.
    #[serde(default)]
    pub collection_ids: Vec<Uuid>,
    /// What groups are given in them.
    #[serde(default)]
    pub groups: Option<Vec<CollectionAccess>>,
    /// What members are given in them.
    #[serde(default)]
    pub users: Option<Vec<CollectionAccess>>,
}

/// A collection.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CollectionResponse {
    /// Always `collection`.
    pub object: CollectionObject,
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
    /// 0: shared.
    #[serde(rename = "type")]
    pub kind: i64,
    /// Always null.
    pub default_user_collection_email: Option<String>,
}

/// A collection, with who was given it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the names of the protocol")]
pub struct CollectionAccessDetailsResponse {
    /// Always `collectionAccessDetails`.
    pub object: CollectionAccessDetailsObject,
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
    /// 0: shared.
    #[serde(rename = "type")]
    pub kind: i64,
    /// Always null.
    pub default_user_collection_email: Option<String>,
    /// What groups were given in it.
    pub groups: Vec<CollectionAccess>,
    /// What members were given in it.
    pub users: Vec<CollectionAccess>,
    /// Whether the caller was given it.
    pub assigned: bool,
    /// Whether the caller may only look.
    pub read_only: bool,
    /// Whether passwords are hidden from the caller.
    pub hide_passwords: bool,
    /// Whether the caller manages it.
    pub manage: bool,
    /// Whether nobody manages it.
    pub unmanaged: bool,
}
