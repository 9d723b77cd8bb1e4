//! Operators: how they sign in.

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
}

sent! {
    /// A session of the portal.
    OperatorSessionResponse {
        /// The mail address.
        email: String,
        /// What the portal's pages send with every change, in the header `X-Antiforgery`.
        antiforgery: String,
    }
}
