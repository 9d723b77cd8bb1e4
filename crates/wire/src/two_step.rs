//! Two-step login in the settings. Answers hold what current clients look for and, beside it, what
//! older ones do; see `docs/protocol-quirks.md`.

use domain::identity::two_step::Method;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::object::{
    AuthenticatorObject, TwoStepEmailObject, TwoStepProviderObject, TwoStepRecoverObject,
};

/// A method, and whether it is on.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoStepProviderResponse {
    /// Always `twoFactorProvider`.
    pub object: TwoStepProviderObject,
    /// Whether it is on.
    pub enabled: bool,
    /// 0 authenticator, 1 mail.
    #[serde(rename = "type")]
    pub kind: i64,
}

impl TwoStepProviderResponse {
    /// That method, on or off.
    pub const fn new(method: Method, enabled: bool) -> Self {
        Self { object: TwoStepProviderObject::Tag, enabled, kind: method.number() }
    }
}

/// A proof that it is really the person: what was answered when the settings were opened, or the
/// master password.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoStepProof {
    /// What was answered when the settings were opened.
    #[serde(default)]
    pub user_verification_token: Option<String>,
    /// The proof of the master password, from older clients.
    #[serde(default)]
    pub master_password_hash: Option<String>,
}

/// An authenticator app.
#[derive(Clone, Serialize, ToSchema)]
pub struct AuthenticatorDetails {
    /// Whether it is set up.
    pub enabled: bool,
    /// Its key in base32; while it is not set up, one to begin with.
    pub key: String,
}

/// An authenticator app.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticatorResponse {
    /// Always `twoFactorAuthenticator`.
    pub object: AuthenticatorObject,
    /// The authenticator.
    pub authenticator: AuthenticatorDetails,
    /// The same, for older clients.
    #[serde(flatten)]
    pub older: AuthenticatorDetails,
    /// What a change is asked for with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_verification_token: Option<String>,
}

impl AuthenticatorResponse {
    /// An authenticator with that key.
    pub fn new(enabled: bool, key: String, user_verification_token: Option<String>) -> Self {
        let details = AuthenticatorDetails { enabled, key };
        Self {
            object: AuthenticatorObject::Tag,
            authenticator: details.clone(),
            older: details,
            user_verification_token,
        }
    }
}

/// An authenticator app to set up, or to switch off.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticatorRequest {
    /// Its key in base32.
    #[serde(default)]
    pub key: String,
    /// The code the app shows.
    #[serde(default)]
    pub token: String,
    /// The proof.
    #[serde(flatten)]
    pub proof: TwoStepProof,
}

/// Where codes are mailed.
#[derive(Clone, Serialize, ToSchema)]
pub struct TwoStepEmailDetails {
    /// Whether codes are mailed.
    pub enabled: bool,
    /// Where.
    pub email: Option<String>,
}

/// Where codes are mailed, in the manner of current clients or of older ones.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum TwoStepEmailField {
    /// Current.
    Details(TwoStepEmailDetails),
    /// Older.
    Address(Option<String>),
}

/// Two-step login by mail.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoStepEmailResponse {
    /// Always `twoFactorEmail`.
    pub object: TwoStepEmailObject,
    /// Whether codes are mailed, for older clients.
    pub enabled: bool,
    /// Where.
    pub email: TwoStepEmailField,
    /// What a change is asked for with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_verification_token: Option<String>,
}

impl TwoStepEmailResponse {
    /// Codes by mail to that address, if there is one.
    pub fn new(
        email: Option<String>,
        older: bool,
        user_verification_token: Option<String>,
    ) -> Self {
        let enabled = email.is_some();
        Self {
            object: TwoStepEmailObject::Tag,
            enabled,
            email: if older {
                TwoStepEmailField::Address(email)
            } else {
                TwoStepEmailField::Details(TwoStepEmailDetails { enabled, email })
            },
            user_verification_token,
        }
    }
}

/// An address to have codes mailed to.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoStepEmailRequest {
    /// The address.
    #[serde(default)]
    pub email: String,
    /// The code that was mailed.
    #[serde(default)]
    pub token: String,
    /// The proof.
    #[serde(flatten)]
    pub proof: TwoStepProof,
}

/// A code to sign in with is wanted by mail.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogInCodeRequest {
    /// The mail address of the account.
    #[serde(default)]
    pub email: String,
    /// The proof of the master password.
    #[serde(default)]
    pub master_password_hash: Option<String>,
    /// What was answered to the password.
    #[serde(default, rename = "ssoEmail2FaSessionToken", alias = "ssoEmail2faSessionToken")]
    pub code_session: Option<String>,
}

/// A method to switch off, from older clients.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DisableTwoStepRequest {
    /// 0 authenticator, 1 mail.
    #[serde(rename = "type")]
    pub kind: i64,
    /// The proof.
    #[serde(flatten)]
    pub proof: TwoStepProof,
}

/// The recovery code.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoStepRecoverResponse {
    /// Always `twoFactorRecover`.
    pub object: TwoStepRecoverObject,
    /// The code.
    pub code: String,
}
