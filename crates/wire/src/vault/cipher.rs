//! Items, as clients send them and are answered.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::content::CipherContent;
use crate::object::{CipherDetailsObject, CipherMiniDetailsObject, OptionalCipherObject};

/// An item, as clients send it.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherRequest {
    /// Which, where several are sent at once.
    #[serde(default)]
    pub id: Option<Uuid>,
    /// The account it was encrypted for.
    #[serde(default)]
    pub encrypted_for: Option<Uuid>,
    /// The user key it was encrypted with.
    #[serde(default)]
    pub encrypted_by_key_id: Option<String>,
    /// Whose it is, when it is an organization's.
    #[serde(default)]
    pub organization_id: Option<Uuid>,
    /// The caller's folder it is in.
    #[serde(default)]
    pub folder_id: Option<Uuid>,
    /// Whether the caller favours it.
    #[serde(default)]
    pub favorite: bool,
    /// The revision it was changed from.
    #[serde(default)]
    pub last_known_revision_date: Option<DateTime<Utc>>,
    /// When the caller put it into the archive.
    #[serde(default)]
    pub archived_date: Option<DateTime<Utc>>,
    /// What it says.
    #[serde(flatten)]
    pub content: CipherContent,
}

/// What each person decides for themselves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherPartialRequest {
    /// The caller's folder it is in.
    #[serde(default)]
    pub folder_id: Option<Uuid>,
    /// Whether the caller favours it.
    #[serde(default)]
    pub favorite: bool,
}

/// An item on its way into collections.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherInCollectionsRequest {
    /// The item.
    pub cipher: CipherRequest,
    /// The collections.
    #[serde(default)]
    pub collection_ids: Vec<Uuid>,
}

/// Items on their way into collections.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CiphersInCollectionsRequest {
    /// The items, each with its id.
    #[serde(default)]
    pub ciphers: Vec<CipherRequest>,
    /// The collections.
    #[serde(default)]
    pub collection_ids: Vec<Uuid>,
}

/// The collections an item is in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherCollectionsRequest {
    /// Which.
    #[serde(default)]
    pub collection_ids: Vec<Uuid>,
}

/// Collections that several items are put into, or taken out of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherBulkCollectionsRequest {
    /// Whose they are.
    pub organization_id: Uuid,
    /// The items.
    #[serde(default)]
    pub cipher_ids: Vec<Uuid>,
    /// The collections.
    #[serde(default)]
    pub collection_ids: Vec<Uuid>,
    /// Whether they are taken out.
    #[serde(default)]
    pub remove_collections: bool,
}

/// Items, as clients name them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherIdsRequest {
    /// Which.
    #[serde(default)]
    pub ids: Vec<Uuid>,
    /// The organization they are of, if they are.
    #[serde(default)]
    pub organization_id: Option<Uuid>,
}

/// Items on their way into a folder.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherMoveRequest {
    /// Which.
    #[serde(default)]
    pub ids: Vec<Uuid>,
    /// The folder; null takes them out of theirs.
    #[serde(default)]
    pub folder_id: Option<Uuid>,
}

/// What a person may do with an item besides looking at it.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherPermissions {
    /// Delete it.
    pub delete: bool,
    /// Take it out of the trash.
    pub restore: bool,
}

/// What an item is to one person; what it says follows in the same object.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the names of the protocol")]
pub struct CipherDetailsHead {
    /// Always `cipherDetails`.
    pub object: CipherDetailsObject,
    /// Which.
    pub id: Uuid,
    /// Whose it is, when it is an organization's.
    pub organization_id: Option<Uuid>,
    /// The person's folder it is in.
    pub folder_id: Option<Uuid>,
    /// The collections it is in that the person sees.
    pub collection_ids: Vec<Uuid>,
    /// Whether the person favours it.
    pub favorite: bool,
    /// Whether the person may change it.
    pub edit: bool,
    /// Whether the person sees its passwords.
    pub view_password: bool,
    /// What else the person may do with it.
    pub permissions: CipherPermissions,
    /// Whether its organization pays for authenticator codes.
    pub organization_use_totp: bool,
    /// When it was made.
    pub creation_date: DateTime<Utc>,
    /// When it was changed.
    pub revision_date: DateTime<Utc>,
    /// When it was put into the trash.
    pub deleted_date: Option<DateTime<Utc>>,
    /// When the person put it into the archive.
    pub archived_date: Option<DateTime<Utc>>,
    /// Always null: nothing is attached.
    pub attachments: Option<Vec<String>>,
}

/// An item, as one person has it.
#[derive(Serialize, ToSchema)]
pub struct CipherDetailsResponse {
    /// What it is to the person.
    #[serde(flatten)]
    pub head: CipherDetailsHead,
    /// What it says.
    #[serde(flatten)]
    pub content: CipherContent,
}
/// What an item is to its organization; what it says follows in the same object.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherMiniDetailsHead {
    /// Always `cipherMiniDetails`.
    pub object: CipherMiniDetailsObject,
    /// Which.
    pub id: Uuid,
    /// Whose it is.
    pub organization_id: Option<Uuid>,
    /// The collections it is in.
    pub collection_ids: Vec<Uuid>,
    /// Whether the organization pays for authenticator codes.
    pub organization_use_totp: bool,
    /// When it was made.
    pub creation_date: DateTime<Utc>,
    /// When it was changed.
    pub revision_date: DateTime<Utc>,
    /// When it was put into the trash.
    pub deleted_date: Option<DateTime<Utc>>,
    /// Always null: nothing is attached.
    pub attachments: Option<Vec<String>>,
}

/// An item, as its organization has it.
#[derive(Serialize, ToSchema)]
pub struct CipherMiniDetailsResponse {
    /// What it is to the organization.
    #[serde(flatten)]
    pub head: CipherMiniDetailsHead,
    /// What it says.
    #[serde(flatten)]
    pub content: CipherContent,
}

/// An item, if the person still sees it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OptionalCipherResponse {
    /// Always `optionalCipherDetails`.
    pub object: OptionalCipherObject,
    /// Whether it is out of the person's sight now.
    pub unavailable: bool,
    /// The item, while it is not.
    pub cipher: Option<CipherDetailsResponse>,
}
