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

    /// The failure of another use case that this one hands on, if it does: what follows is said by
    /// that one, unless this one says it otherwise.
    fn handed_on(&self) -> Option<&dyn Fault> {
        None
    }

    /// A stable word for programs and translations, if the failure has one.
    fn code(&self) -> Option<&'static str> {
        self.handed_on()?.code()
    }

    /// The fields at fault under the protocol's names, each with what is wrong with it.
    fn fields(&self) -> Vec<(String, String)> {
        self.handed_on().map(Fault::fields).unwrap_or_default()
    }

    /// Whether the answer is held back for a while, because guessing should be slow.
    fn slow(&self) -> bool {
        self.handed_on().is_some_and(Fault::slow)
    }

    /// The right that is missing, as the web app knows it.
    fn missing_right(&self) -> Option<&'static str> {
        self.handed_on()?.missing_right()
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
