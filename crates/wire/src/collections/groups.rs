//! Groups: members who are given collections together.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    object::{GroupDetailsObject, GroupObject},
    organizations::members::CollectionAccess,
};

/// A group, as clients send it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupRequest {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What it is given.
    #[serde(default)]
    pub collections: Option<Vec<CollectionAccess>>,
    /// The members in it; null leaves them as they are.
    #[serde(default)]
    pub users: Option<Vec<Uuid>>,
}

/// Groups, as clients name them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupIdsRequest {
    /// Which.
    #[serde(default)]
    pub ids: Vec<Uuid>,
}

/// A group.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupResponse {
    /// Always `group`.
    pub object: GroupObject,
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
}

/// A group, with what it was given.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupDetailsResponse {
    /// Always `groupDetails`.
    pub object: GroupDetailsObject,
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
    /// What it was given.
    pub collections: Vec<CollectionAccess>,
}
