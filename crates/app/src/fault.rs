//! Kinds of failure, in no protocol's terms.

use std::time::Duration;

use domain::authz::Denied;
pub use store::StoreError;

/// What sort of failure it is, from the caller's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be carried out as it stands.
    Invalid,
    /// Nobody is signed in, or the sign-in has ended.
    Unauthenticated,
    /// The caller may not do this; official clients never meet it, because it logs them out.
    Forbidden,
    /// There is no such thing, or none the caller may know of.
    NotFound,
    /// Someone else was faster.
    Conflict,
    /// Too many tries.
    TooMany {
        /// How long until one is let through again.
        wait: Duration,
    },
    /// The server is busy; the same request may succeed when it is repeated.
    Busy,
    /// The server is at fault.
    Internal,
}

/// An error a use case can end in.
pub trait Fault: std::error::Error + Send + Sync + 'static {
    /// Its kind.
    fn kind(&self) -> Kind;

    /// A stable word for programs and translations, if the failure has one.
    fn code(&self) -> Option<&'static str> {
        None
    }

    /// The fields at fault under the protocol's names, each with what is wrong with it.
    fn fields(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Whether the answer is held back for a while, because guessing should be slow.
    fn slow(&self) -> bool {
        false
    }

    /// The right that is missing, as the web app knows it.
    fn missing_right(&self) -> Option<&'static str> {
        None
    }
}

impl Fault for Denied {
    fn kind(&self) -> Kind {
        Kind::NotFound
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Unknown => None,
            Self::Missing(_) => Some("missing_right"),
        }
    }

    fn missing_right(&self) -> Option<&'static str> {
        match self {
            Self::Unknown => None,
            Self::Missing(right) => Some(right),
        }
    }
}

impl Fault for StoreError {
    fn kind(&self) -> Kind {
        match self {
            Self::Lost(_) | Self::Duplicate => Kind::Conflict,
            Self::Busy => Kind::Busy,
            Self::Engine(_) | Self::Migration(_) | Self::Inconsistent { .. } => Kind::Internal,
        }
    }
}
