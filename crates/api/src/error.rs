//! One place where failures become answers.

use std::collections::BTreeMap;

use app::fault::{Fault, Kind};
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use wire::error::ErrorResponse;

use crate::words::said;

/// A failure on its way out.
#[derive(Debug)]
pub struct ApiError(Box<dyn Fault>);

impl<F: Fault> From<F> for ApiError {
    fn from(fault: F) -> Self {
        Self(Box::new(fault))
    }
}

/// Nobody is signed in.
#[derive(Debug, thiserror::Error)]
#[error("Unauthorized.")]
pub struct Nobody;

impl Fault for Nobody {
    fn kind(&self) -> Kind {
        Kind::Unauthenticated
    }
}

/// There is no such thing, or none the caller may know of.
#[derive(Debug, thiserror::Error)]
#[error("Resource not found.")]
pub struct NotFound;

impl Fault for NotFound {
    fn kind(&self) -> Kind {
        Kind::NotFound
    }
}

/// The request cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

impl Fault for Unreadable {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
}

/// Fields that must be encrypted are not, or are missing, or too long.
#[derive(Debug, thiserror::Error)]
#[error("This cannot be kept as it was sent.")]
pub struct Misshapen(pub wire::vault::Misshapen);

impl Fault for Misshapen {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn fields(&self) -> Vec<(String, String)> {
        self.0.0.iter().map(|(field, problem)| (field.clone(), problem.to_string())).collect()
    }
}

/// An answer could not be written.
#[derive(Debug, thiserror::Error)]
#[error("an answer could not be written: {0}")]
pub struct Unwritten(pub serde_json::Error);

impl Fault for Unwritten {
    fn kind(&self) -> Kind {
        Kind::Internal
    }
}

/// Nothing stands behind the address.
pub struct NoSuchRoute;

impl IntoResponse for NoSuchRoute {
    fn into_response(self) -> Response {
        ApiError::from(NotFound).into_response()
    }
}

/// Why a request does not hold together, as a failure.
pub(crate) fn unfit(unfit: wire::accounts::Unfit) -> ApiError {
    Unreadable(unfit.0.to_owned()).into()
}

/// Marks an answer that leaves late.
#[derive(Debug, Clone, Copy)]
pub struct HeldBack;

impl ApiError {
    fn status(&self) -> StatusCode {
        match self.0.kind() {
            Kind::Invalid => StatusCode::BAD_REQUEST,
            Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
            Kind::Forbidden => StatusCode::FORBIDDEN,
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Kind::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word for programs. Who tried too often is told so in one word, whatever they tried.
    fn code(&self) -> Option<&'static str> {
        let of_kind = matches!(self.0.kind(), Kind::TooMany { .. }).then_some("too_many_tries");
        self.0.code().or(of_kind)
    }

    /// After how many seconds the same request may succeed.
    fn retry_after(&self) -> Option<u64> {
        match self.0.kind() {
            // Rounded up: who comes a moment too early is refused once more.
            Kind::TooMany { wait } => {
                Some((wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1))
            }
            Kind::Busy => Some(1),
            Kind::Invalid
            | Kind::Unauthenticated
            | Kind::Forbidden
            | Kind::NotFound
            | Kind::Conflict
            | Kind::Internal => None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = self.status();
        let mut body = if self.0.kind() == Kind::Internal {
            tracing::error!(error = %self.0, detail = ?self.0, "a request failed");
            ErrorResponse::new(said("An unhandled server error has occurred.".to_owned()))
        } else {
            ErrorResponse::new(said(self.0.to_string()))
        };
        body.code = self.code();
        body.missing_right = self.0.missing_right();
        let fields = self.0.fields();
        if !fields.is_empty() {
            let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (field, problem) in fields {
                errors.entry(field).or_default().push(said(problem));
            }
            body.validation_errors = Some(errors);
        }
        let mut response = (status, Json(body)).into_response();
        if self.0.slow() {
            response.extensions_mut().insert(HeldBack);
        }
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
