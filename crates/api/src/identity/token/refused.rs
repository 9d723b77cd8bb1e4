//! Refusals of the token endpoint, in the words of OAuth.

use app::fault::StoreError;
use app::{
    fault::{Fault, Kind},
    identity::{log_in::LogInError, refresh::RefreshError},
    licensing::installation_token::InstallationTokenError,
};
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use wire::{
    identity::{TokenErrorModel, TokenErrorResponse},
    object::ErrorObject,
};

use crate::error::{ApiError, HeldBack};

/// Why there is no token.
pub enum TokenError {
    /// The request, or its proof, is no good.
    Refused {
        /// A word of OAuth.
        error: &'static str,
        /// A word for programs.
        description: String,
        /// A sentence for people.
        message: String,
        /// Whether the answer is held back.
        slow: bool,
    },
    /// Anything else.
    Other(ApiError),
}

impl TokenError {
    fn refused(error: &'static str, description: &str, message: &str) -> Self {
        Self::Refused {
            error,
            description: description.to_owned(),
            message: message.to_owned(),
            slow: false,
        }
    }

    pub(super) fn incorrect() -> Self {
        LogInError::Incorrect.into()
    }

    pub(super) fn ended() -> Self {
        Self::refused("invalid_grant", "invalid_grant", "The session has ended. Log in again.")
    }

    pub(super) fn unsupported() -> Self {
        Self::refused(
            "unsupported_grant_type",
            "unsupported_grant_type",
            "This way to sign in is not offered here.",
        )
    }

    pub(super) fn invalid_request(message: &str) -> Self {
        Self::refused("invalid_request", "invalid_request", message)
    }

    pub(super) fn invalid_client() -> Self {
        Self::refused("invalid_client", "invalid_client", "The client id or secret is not valid.")
    }

    /// A wrong API key is a wrong client, in the words clients wait for.
    pub(super) fn of_key(error: LogInError) -> Self {
        match error {
            LogInError::Incorrect => {
                let mut refused = Self::invalid_client();
                if let Self::Refused { slow, .. } = &mut refused {
                    *slow = true;
                }
                refused
            }
            other => other.into(),
        }
    }
}

impl From<LogInError> for TokenError {
    fn from(error: LogInError) -> Self {
        match (&error, error.kind()) {
            (LogInError::Incorrect, _) => Self::Refused {
                error: "invalid_grant",
                description: "invalid_username_or_password".to_owned(),
                message: error.to_string(),
                slow: true,
            },
            (_, Kind::Invalid) => Self::invalid_request(&error.to_string()),
            _ => Self::Other(error.into()),
        }
    }
}

impl From<RefreshError> for TokenError {
    fn from(error: RefreshError) -> Self {
        match error {
            RefreshError::Ended => Self::ended(),
            other => Self::Other(other.into()),
        }
    }
}

impl From<InstallationTokenError> for TokenError {
    fn from(error: InstallationTokenError) -> Self {
        match error {
            InstallationTokenError::InvalidClient => Self::invalid_client(),
            InstallationTokenError::InvalidScope => {
                Self::refused("invalid_scope", "invalid_scope", "The scope is not valid.")
            }
            other => Self::Other(other.into()),
        }
    }
}

impl From<StoreError> for TokenError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl IntoResponse for TokenError {
    fn into_response(self) -> Response {
        let (error, description, message, slow) = match self {
            Self::Refused { error, description, message, slow } => {
                (error, description, message, slow)
            }
            Self::Other(error) => return error.into_response(),
        };
        let body = TokenErrorResponse {
            error,
            error_description: description,
            error_model: Some(TokenErrorModel {
                message,
                validation_errors: None,
                object: ErrorObject::Tag,
            }),
        };
        let mut response = (StatusCode::BAD_REQUEST, Json(body)).into_response();
        if slow {
            response.extensions_mut().insert(HeldBack);
        }
        response
    }
}
