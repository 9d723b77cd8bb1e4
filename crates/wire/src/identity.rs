//! Sign-in: the token endpoint keeps its own mixed case, and is the only one that may.

mod form;

pub use form::TokenForm;

use std::collections::BTreeMap;

use domain::{accounts::kdf::Kdf, policies::password_demand::PasswordDemand};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    accounts::{AccountKeysResponse, MasterPasswordPolicyResponse},
    object::{ErrorObject, MasterPasswordPolicyObject, UserDecryptionOptionsObject},
};

/// Whose derivation is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PreloginRequest {
    /// The mail address.
    pub email: String,
}

/// How a client derives from the master password.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PreloginResponse {
    /// For older clients: the kind.
    pub kdf: i64,
    /// For older clients: rounds or passes.
    pub kdf_iterations: i64,
    /// For older clients: mebibytes.
    pub kdf_memory: Option<i64>,
    /// For older clients: lanes.
    pub kdf_parallelism: Option<i64>,
    /// The same, where current clients look for it.
    pub kdf_settings: KdfSettings,
    /// The salt.
    pub salt: Option<String>,
}

impl PreloginResponse {
    /// That derivation with that salt.
    pub fn new(kdf: Kdf, salt: String) -> Self {
        let (kind, iterations, memory, parallelism) = kdf.numbers();
        Self {
            kdf: kind,
            kdf_iterations: iterations,
            kdf_memory: memory,
            kdf_parallelism: parallelism,
            kdf_settings: kdf.into(),
            salt: Some(salt),
        }
    }
}

/// A derivation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KdfSettings {
    /// 0 PBKDF2, 1 Argon2id.
    pub kdf_type: i64,
    /// Rounds or passes.
    pub iterations: i64,
    /// Mebibytes.
    #[serde(default)]
    pub memory: Option<i64>,
    /// Lanes.
    #[serde(default)]
    pub parallelism: Option<i64>,
}

impl From<Kdf> for KdfSettings {
    fn from(kdf: Kdf) -> Self {
        let (kdf_type, iterations, memory, parallelism) = kdf.numbers();
        Self { kdf_type, iterations, memory, parallelism }
    }
}

/// What a person gets who has signed in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenResponse {
    /// The access token.
    #[serde(rename = "access_token")]
    pub access_token: String,
    /// For how many seconds it is good.
    #[serde(rename = "expires_in")]
    pub expires_in: i64,
    /// Always `Bearer`.
    #[serde(rename = "token_type")]
    pub token_type: &'static str,
    /// What the next one is asked for with.
    #[serde(rename = "refresh_token", skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// What it may be used for.
    #[serde(rename = "scope")]
    pub scope: &'static str,
    /// What the device brings for the second step from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub two_factor_token: Option<String>,
    /// What only the first answer of a session has.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub account: Option<TokenAccount>,
}

/// What a client needs to unlock the vault.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenAccount {
    /// The user key, wrapped by the master key.
    pub key: Option<String>,
    /// The private key, wrapped by the user key.
    pub private_key: Option<String>,
    /// The key pairs.
    pub account_keys: Option<AccountKeysResponse>,
    /// The kind of derivation.
    pub kdf: i64,
    /// Its rounds or passes.
    pub kdf_iterations: i64,
    /// Its mebibytes.
    pub kdf_memory: Option<i64>,
    /// Its lanes.
    pub kdf_parallelism: Option<i64>,
    /// Whether the password must be changed.
    pub force_password_reset: bool,
    /// Always false; some phones look for it.
    pub reset_master_password: bool,
    /// What passwords must be like.
    pub master_password_policy: TokenPasswordPolicy,
    /// How the vault is unlocked.
    pub user_decryption_options: TokenDecryption,
}

/// What passwords must be like; what is not demanded is absent.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenPasswordPolicy {
    /// Always `masterPasswordPolicy`.
    pub object: MasterPasswordPolicyObject,
    /// How hard to guess, from 0 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_complexity: Option<i64>,
    /// How long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<i64>,
    /// With small letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_lower: Option<bool>,
    /// With capitals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_upper: Option<bool>,
    /// With digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_numbers: Option<bool>,
    /// With other signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_special: Option<bool>,
    /// Whether it is checked at every login.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enforce_on_login: Option<bool>,
}

impl From<PasswordDemand> for TokenPasswordPolicy {
    fn from(demand: PasswordDemand) -> Self {
        let MasterPasswordPolicyResponse {
            object,
            min_complexity,
            min_length,
            require_lower,
            require_upper,
            require_numbers,
            require_special,
            enforce_on_login,
        } = demand.into();
        Self {
            object,
            min_complexity,
            min_length,
            require_lower,
            require_upper,
            require_numbers,
            require_special,
            enforce_on_login,
        }
    }
}

/// How the vault is unlocked.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenDecryption {
    /// Always `userDecryptionOptions`.
    pub object: UserDecryptionOptionsObject,
    /// Whether the account has a master password.
    pub has_master_password: bool,
    /// How it unlocks.
    pub master_password_unlock: Option<TokenUnlock>,
}

/// How the master password unlocks.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenUnlock {
    /// The derivation.
    pub kdf: TokenKdf,
    /// The user key, wrapped by the master key.
    pub master_key_encrypted_user_key: String,
    /// The same, where phones look for it.
    pub master_key_wrapped_user_key: String,
    /// The salt.
    pub salt: String,
}

/// A derivation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenKdf {
    /// 0 PBKDF2, 1 Argon2id.
    pub kdf_type: i64,
    /// Rounds or passes.
    pub iterations: i64,
    /// Mebibytes.
    pub memory: Option<i64>,
    /// Lanes.
    pub parallelism: Option<i64>,
}

impl From<Kdf> for TokenKdf {
    fn from(kdf: Kdf) -> Self {
        let (kdf_type, iterations, memory, parallelism) = kdf.numbers();
        Self { kdf_type, iterations, memory, parallelism }
    }
}

/// What a program or a server gets that has signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgramTokenResponse {
    /// The access token.
    pub access_token: String,
    /// For how many seconds it is good.
    pub expires_in: i64,
    /// Always `Bearer`.
    pub token_type: &'static str,
    /// What it may be used for.
    pub scope: String,
}

/// Why nobody was signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenErrorResponse {
    /// A word of OAuth.
    pub error: &'static str,
    /// A word for programs.
    pub error_description: String,
    /// A sentence for people.
    #[serde(rename = "ErrorModel", skip_serializing_if = "Option::is_none")]
    pub error_model: Option<TokenErrorModel>,
    /// What is asked for beside the password.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub two_step: Option<TokenTwoStep>,
}

/// What is asked for beside the password.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenTwoStep {
    /// The numbers of the methods to choose of, as text.
    pub two_factor_providers: Vec<String>,
    /// What is known of each, if anything.
    #[serde(rename = "TwoFactorProviders2")]
    #[schema(value_type = BTreeMap<String, TokenTwoStepHint>)]
    pub two_factor_providers_2: BTreeMap<String, Option<TokenTwoStepHint>>,
    /// What a code by mail can be asked for with.
    #[serde(rename = "SsoEmail2faSessionToken", skip_serializing_if = "Option::is_none")]
    pub code_session: Option<String>,
    /// The person's own address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What passwords must be like.
    pub master_password_policy: TokenPasswordPolicy,
}

/// What is known of a method.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenTwoStepHint {
    /// Where the code is mailed, most of it hidden.
    pub email: String,
}

/// A sentence for people.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct TokenErrorModel {
    /// The sentence.
    pub message: String,
    /// Always null.
    pub validation_errors: Option<String>,
    /// Always `error`.
    pub object: ErrorObject,
}

/// What programs of others ask for first.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiscoveryResponse {
    /// Who makes the tokens.
    pub issuer: String,
    /// Where the keys are that verify them.
    pub jwks_uri: String,
    /// Where one gets them.
    pub token_endpoint: String,
    /// How.
    pub grant_types_supported: Vec<&'static str>,
    /// What for.
    pub scopes_supported: Vec<&'static str>,
    /// How they are signed.
    pub id_token_signing_alg_values_supported: Vec<&'static str>,
    /// Who a subject is, seen by different clients.
    pub subject_types_supported: Vec<&'static str>,
    /// Always `token`.
    pub response_types_supported: Vec<&'static str>,
}

/// The keys that verify access tokens.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeySetResponse {
    /// The keys, the newest first.
    pub keys: Vec<KeyResponse>,
}

/// A key that verifies access tokens.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeyResponse {
    /// Always `OKP`.
    pub kty: &'static str,
    /// Always `Ed25519`.
    pub crv: &'static str,
    /// Always `EdDSA`.
    pub alg: &'static str,
    /// Always `sig`.
    #[serde(rename = "use")]
    pub usage: &'static str,
    /// The key id.
    pub kid: String,
    /// The key, base64url.
    pub x: String,
}
