//! Operators: how they sign in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sent;

/// Who asks for a link.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignInRequest {
    /// The mail address.
    pub email: String,
}

/// What a link says.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmSignInRequest {
    /// Its token.
    pub token: String,
    /// The code of the authenticator, or a recovery code, of operators who have one.
    pub code: Option<String>,
}

/// A new authenticator.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BeginSecondStepRequest {
    /// Its key, in base32.
    pub key: String,
    /// The code it shows.
    pub code: String,
}

/// A code of the authenticator, or a recovery code.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CodeRequest {
    /// The code.
    pub code: String,
}

sent! {
    /// A session of the portal.
    OperatorSessionResponse {
        /// The mail address.
        email: String,
        /// What the portal's pages send with every change, in the header `X-Antiforgery`.
        antiforgery: String,
        /// Whether signing in takes a second step.
        second_step: bool,
    }

    /// An operator's second step.
    SecondStepResponse {
        /// Whether there is an authenticator.
        enabled: bool,
        /// Since when.
        since: Option<DateTime<Utc>>,
        /// How many recovery codes are left.
        recovery_codes_left: i64,
    }

    /// The key of a new authenticator.
    NewAuthenticatorResponse {
        /// The key, in base32.
        key: String,
        /// The same as apps read it from a QR code.
        address: String,
    }

    /// Codes that are shown only now.
    RecoveryCodesResponse {
        /// Each works once.
        codes: Vec<String>,
    }
}
