//! Everything a person's clients keep.

mod cipher;
mod content;
mod folders;
pub mod rendered;
mod shape;

pub use cipher::{
    CipherBulkCollectionsRequest, CipherCollectionsRequest, CipherDetailsHead,
    CipherDetailsResponse, CipherIdsRequest, CipherInCollectionsRequest, CipherMiniDetailsHead,
    CipherMiniDetailsResponse, CipherMoveRequest, CipherPartialRequest, CipherPermissions,
    CipherRequest, CiphersInCollectionsRequest, OptionalCipherResponse,
};
pub use content::{
    CipherBankAccount, CipherCard, CipherContent, CipherDriversLicense, CipherFido2Credential,
    CipherField, CipherIdentity, CipherLogin, CipherLoginUri, CipherPassport,
    CipherPasswordHistory, CipherSecureNote, CipherSshKey, keeping_secrets,
};
pub(crate) use folders::NAME;
pub use folders::{FolderIdsRequest, FolderRequest, FolderResponse};
pub(crate) use shape::Check;
pub use shape::Misshapen;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    accounts::ProfileResponse,
    identity::KdfSettings,
    object::{CollectionDetailsObject, DomainsObject, PolicyObject, SyncObject},
};

/// Everything a person's clients keep.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncResponse {
    /// Always `sync`.
    pub object: SyncObject,
    /// The account and its organizations.
    pub profile: ProfileResponse,
    /// The person's folders.
    pub folders: Vec<FolderResponse>,
    /// The collections the person was given.
    pub collections: Vec<CollectionDetailsResponse>,
    /// Domains that belong together, unless they are not wanted.
    pub domains: Option<DomainsResponse>,
    /// The policies that bind the person.
    pub policies: Vec<SyncPolicyResponse>,
    /// Always empty.
    #[schema(value_type = Vec<String>)]
    pub sends: [(); 0],
    /// How the vault is unlocked. Left out altogether rather than half filled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_decryption: Option<UserDecryption>,
    /// The items. They come last, and are put in while the answer leaves; see [`rendered`].
    #[schema(value_type = Vec<CipherDetailsResponse>)]
    pub ciphers: [(); 0],
}

/// How the vault is unlocked.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserDecryption {
    /// By the master password.
    pub master_password_unlock: MasterPasswordUnlock,
    /// What clients call the user key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_key_id: Option<String>,
}

/// How the master password unlocks.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MasterPasswordUnlock {
    /// The derivation.
    pub kdf: KdfSettings,
    /// The user key, wrapped by the master key.
    pub master_key_encrypted_user_key: String,
    /// The same, where phones look for it.
    pub master_key_wrapped_user_key: String,
    /// The salt.
    pub salt: String,
    /// What clients call the user key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contained_key_id: Option<String>,
}

/// A policy that binds a person.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SyncPolicyResponse {
    /// Always `policy`.
    pub object: PolicyObject,
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its kind, by the protocol's number.
    #[serde(rename = "type")]
    pub kind: i64,
    /// What it demands.
    #[schema(value_type = Option<Object>)]
    pub data: Option<Value>,
    /// Whether it is on.
    pub enabled: bool,
    /// When it was changed.
    pub revision_date: DateTime<Utc>,
}

/// A collection, as one person has it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CollectionDetailsResponse {
    /// Always `collectionDetails`.
    pub object: CollectionDetailsObject,
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
    /// Whether the person may only look.
    pub read_only: bool,
    /// Whether passwords are hidden from the person.
    pub hide_passwords: bool,
    /// Whether the person manages it.
    pub manage: bool,
    /// 0: shared.
    #[serde(rename = "type")]
    pub kind: i64,
    /// Always null.
    pub default_user_collection_email: Option<String>,
}

/// Domains that belong together.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainsResponse {
    /// Always `domains`.
    pub object: DomainsObject,
    /// Those the person named.
    pub equivalent_domains: Vec<Vec<String>>,
    /// Those everyone has.
    #[schema(value_type = Vec<String>)]
    pub global_equivalent_domains: [(); 0],
}
