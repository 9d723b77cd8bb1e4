//! A new user key, with everything that hangs on it.

use domain::accounts::kdf::Kdf;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{AccountKeysRequest, PasswordFields, Unfit};
use crate::vault::{CipherRequest, FolderRequest};

/// A new user key, with everything that hangs on it.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotateKeysRequest {
    /// The proof of the master password.
    #[serde(default)]
    pub old_master_key_authentication_hash: String,
    /// What the key is unlocked with.
    pub account_unlock_data: RotatedUnlock,
    /// The key pairs.
    pub account_keys: AccountKeysRequest,
    /// What is encrypted with the key.
    pub account_data: RotatedData,
    /// What the client calls the new key.
    #[serde(default)]
    pub new_user_key_id: Option<String>,
}

/// What the new key is unlocked with.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotatedUnlock {
    /// The master password.
    #[serde(rename = "masterPasswordUnlockData")]
    pub master_password: RotatedPassword,
    /// Emergency contacts: none can be named yet.
    #[serde(default, rename = "emergencyAccessUnlockData")]
    #[schema(value_type = Vec<Object>)]
    pub emergency_access: Vec<serde_json::Value>,
    /// Organizations that can recover the account.
    #[serde(default, rename = "organizationAccountRecoveryUnlockData")]
    pub recovery: Vec<RotatedRecovery>,
    /// Passkeys that unlock: there are none yet.
    #[serde(default, rename = "passkeyUnlockData")]
    #[schema(value_type = Vec<Object>)]
    pub passkeys: Vec<serde_json::Value>,
    /// Trusted devices.
    #[serde(default, rename = "deviceKeyUnlockData")]
    pub devices: Vec<RotatedDevice>,
}

/// The same master password, with the new key.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotatedPassword {
    /// 0 PBKDF2, 1 Argon2id.
    pub kdf_type: i64,
    /// Rounds or passes.
    pub kdf_iterations: i64,
    /// Mebibytes.
    #[serde(default)]
    pub kdf_memory: Option<i64>,
    /// Lanes.
    #[serde(default)]
    pub kdf_parallelism: Option<i64>,
    /// The mail address.
    pub email: String,
    /// The salt, if it was named.
    #[serde(default)]
    pub master_password_salt: Option<String>,
    /// The proof.
    pub master_key_authentication_hash: String,
    /// The new key, wrapped.
    pub master_key_encrypted_user_key: String,
    /// The hint.
    #[serde(default)]
    pub master_password_hint: Option<String>,
    /// What the client calls the new key.
    #[serde(default)]
    pub contained_key_id: Option<String>,
}

impl RotatedPassword {
    /// The password, as other requests have it.
    ///
    /// # Errors
    ///
    /// When the derivation is incomplete.
    pub fn fields(&self) -> Result<PasswordFields, Unfit> {
        let kdf =
            Kdf::read(self.kdf_type, self.kdf_iterations, self.kdf_memory, self.kdf_parallelism)?;
        Ok(PasswordFields {
            hash: self.master_key_authentication_hash.clone(),
            kdf,
            salt: self.master_password_salt.clone(),
            user_key: self.master_key_encrypted_user_key.clone(),
            user_key_id: self.contained_key_id.clone(),
        })
    }
}

/// The new key, for an organization that can recover the account.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotatedRecovery {
    /// Which.
    pub organization_id: Uuid,
    /// The key, wrapped for it.
    #[serde(default)]
    pub reset_password_key: String,
}

/// The new key, for a trusted device.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotatedDevice {
    /// Which.
    pub device_id: Uuid,
    /// The key, for the device's own key pair.
    pub encrypted_user_key: String,
    /// The device's public key, wrapped.
    pub encrypted_public_key: String,
}

/// What is encrypted with the new key.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotatedData {
    /// The person's own items, each with its id.
    #[serde(default)]
    pub ciphers: Vec<CipherRequest>,
    /// The folders.
    #[serde(default)]
    pub folders: Vec<RotatedFolder>,
    /// Sends: there are none yet.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    pub sends: Vec<serde_json::Value>,
}

/// A folder.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RotatedFolder {
    /// Which; clients also send one without an id, for items in no folder.
    #[serde(default)]
    pub id: Option<Uuid>,
    /// Its name, encrypted.
    #[serde(flatten)]
    pub folder: FolderRequest,
}
