//! Accounts: sign-up, profile, keys, password.

mod keys;
mod password;
mod profile;
mod rotation;

pub use keys::{
    AccountKeysRequest, AccountKeysResponse, KeysRequest, KeysResponse, UserKeyIdRequest,
};
pub use password::{
    ChangePasswordRequest, PasswordFields, RegisterRequest, RegisterResponse, RegistrationToken,
    Unfit,
};
pub use profile::{ProfileOrganizationResponse, ProfileResponse, SponsorshipFields};

pub use rotation::{RotateKeysRequest, RotatedDevice, RotatedRecovery};

use chrono::{DateTime, Utc};
use domain::policies::password_demand::PasswordDemand;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::object::{ApiKeyObject, MasterPasswordPolicyObject};

/// The first step of a sign-up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SendVerificationEmailRequest {
    /// The mail address.
    pub email: String,
    /// The person's name.
    #[serde(default)]
    pub name: Option<String>,
}

/// A link of a sign-up was opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VerificationEmailClickedRequest {
    /// The mail address.
    pub email: String,
    /// The link's token.
    pub email_verification_token: String,
}

/// A proof that it is really the person.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SecretRequest {
    /// The proof of the master password.
    #[serde(default)]
    pub master_password_hash: String,
}

/// An address to have a code mailed to, which shows that it is the person's.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailTokenRequest {
    /// The address.
    #[serde(default)]
    pub new_email: String,
    /// The proof of the master password.
    #[serde(default)]
    pub master_password_hash: String,
}

/// Another mail address.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailRequest {
    /// The address.
    #[serde(default)]
    pub new_email: String,
    /// The code that was mailed there.
    #[serde(default)]
    pub token: String,
    /// The old proof of the master password, and the new one with the wrapped user key.
    #[serde(flatten)]
    pub password: ChangePasswordRequest,
}

/// Whose account is to be deleted.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeleteRecoverRequest {
    /// The mail address.
    #[serde(default)]
    pub email: String,
}

/// The link that deletes an account was opened.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeleteRecoverTokenRequest {
    /// Who.
    pub user_id: Uuid,
    /// The link's token.
    pub token: String,
}

/// Whether people are asked for a code on new devices.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VerifyDevicesRequest {
    /// The proof of the master password.
    #[serde(default)]
    pub master_password_hash: String,
    /// Whether they are.
    pub verify_devices: bool,
}

/// The code for a new device is wanted once more.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ResendDeviceCodeRequest {
    /// The mail address.
    #[serde(default)]
    pub email: String,
    /// The proof of the master password.
    #[serde(default)]
    pub master_password_hash: String,
}

/// Whose hint is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PasswordHintRequest {
    /// The mail address.
    pub email: String,
}

/// A mail address, verified by its link.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VerifyEmailRequest {
    /// Who.
    pub user_id: Uuid,
    /// The link's token.
    pub token: String,
}

/// What changes of a profile.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProfileRequest {
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// Language and region.
    #[serde(default)]
    pub culture: Option<String>,
    /// The hint for the master password.
    #[serde(default)]
    pub master_password_hint: Option<String>,
}

/// The colour of the avatar.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AvatarRequest {
    /// `#rrggbb`, or null for none.
    #[serde(default)]
    pub avatar_color: Option<String>,
}

/// An API key.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiKeyResponse {
    /// Always `apiKey`.
    pub object: ApiKeyObject,
    /// The key.
    pub api_key: String,
    /// When it was made or changed.
    pub revision_date: DateTime<Utc>,
}

/// What passwords must be like; null where nothing is demanded.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MasterPasswordPolicyResponse {
    /// Always `masterPasswordPolicy`.
    pub object: MasterPasswordPolicyObject,
    /// How hard to guess, from 0 to 4.
    pub min_complexity: Option<i64>,
    /// How long.
    pub min_length: Option<i64>,
    /// With small letters.
    pub require_lower: Option<bool>,
    /// With capitals.
    pub require_upper: Option<bool>,
    /// With digits.
    pub require_numbers: Option<bool>,
    /// With other signs.
    pub require_special: Option<bool>,
    /// Whether it is checked at every login.
    pub enforce_on_login: Option<bool>,
}

impl From<PasswordDemand> for MasterPasswordPolicyResponse {
    fn from(demand: PasswordDemand) -> Self {
        let on = |switch: bool| switch.then_some(true);
        Self {
            object: MasterPasswordPolicyObject::Tag,
            min_complexity: demand.min_complexity,
            min_length: demand.min_length,
            require_lower: on(demand.require_lower),
            require_upper: on(demand.require_upper),
            require_numbers: on(demand.require_numbers),
            require_special: on(demand.require_special),
            enforce_on_login: on(demand.enforce_on_login),
        }
    }
}
