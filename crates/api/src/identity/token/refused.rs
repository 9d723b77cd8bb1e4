//! Refusals of the token endpoint, in the words of OAuth.

use app::fault::StoreError;
use app::{
    fault::{Fault, Kind},
    identity::{
        log_in::LogInError,
        refresh::RefreshError,
        two_step::{Challenge, Hint},
    },
    licensing::installation_token::InstallationTokenError,
};
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use wire::{
    identity::{TokenErrorModel, TokenErrorResponse, TokenTwoStep, TokenTwoStepHint},
    object::ErrorObject,
};

use crate::{
    error::{ApiError, HeldBack},
    words::said,
};

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
    /// Something is asked for beside the password.
    SecondStep(Box<Challenge>),
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
        let refused = |description: &str, message: String| Self::Refused {
            error: "invalid_grant",
            description: description.to_owned(),
            message,
            slow: true,
        };
        match (error.kind(), error) {
            (_, LogInError::SecondStep(challenge)) => Self::SecondStep(challenge),
            (_, error @ LogInError::Incorrect) => {
                refused("invalid_username_or_password", error.to_string())
            }
            (_, error @ LogInError::WrongSecondStep) => {
                refused("invalid_two_factor_token", error.to_string())
            }
            (_, error @ LogInError::Disabled) => {
                Self::refused("invalid_grant", "account_disabled", &error.to_string())
            }
            (_, error @ (LogInError::NewDevice | LogInError::WrongDeviceCode)) => Self::Refused {
                error: "device_error",
                description: error.to_string(),
                slow: error.slow(),
                message: error.to_string(),
            },
            (Kind::Invalid, error) => Self::invalid_request(&error.to_string()),
            (_, error) => Self::Other(error.into()),
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
            Self::SecondStep(challenge) => return asked(*challenge).into_response(),
            Self::Other(error) => return error.into_response(),
        };
        let body = TokenErrorResponse {
            error,
            error_description: description,
            error_model: Some(TokenErrorModel {
                message: said(message),
                validation_errors: None,
                object: ErrorObject::Tag,
            }),
            two_step: None,
        };
        let mut response = (StatusCode::BAD_REQUEST, Json(body)).into_response();
        if slow {
            response.extensions_mut().insert(HeldBack);
        }
        response
    }
}

/// Asks for what is missing. Clients know it by the methods it lists.
fn asked(challenge: Challenge) -> (StatusCode, Json<TokenErrorResponse>) {
    let number = |hint: &Hint| hint.method.number().to_string();
    let two_step = TokenTwoStep {
        two_factor_providers: challenge.hints.iter().map(number).collect(),
        email: challenge.code_session.is_some().then_some(challenge.email),
        code_session: challenge.code_session.map(|token| token.reveal().to_owned()),
        two_factor_providers_2: challenge
            .hints
            .iter()
            .map(|hint| {
                let email = hint.masked.clone();
                (number(hint), email.map(|email| TokenTwoStepHint { email }))
            })
            .collect(),
        master_password_policy: challenge.demand.into(),
    };
    let body = TokenErrorResponse {
        error: "invalid_grant",
        error_description: "Two factor required.".to_owned(),
        error_model: None,
        two_step: Some(two_step),
    };
    (StatusCode::BAD_REQUEST, Json(body))
}
