//! Why members are suspended.

use crate::{events::EventKind, policies::PolicyKind};

/// Why a member is suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Revocation {
    /// An administrator did it.
    ByAdministrator,
    /// Two-step login is required and missing.
    TwoStepMissing,
    /// No other organization is allowed, and the member is in one.
    MemberElsewhere,
}

impl Revocation {
    /// The protocol's number.
    pub const fn number(self) -> i64 {
        match self {
            Self::ByAdministrator => 1,
            Self::TwoStepMissing => 2,
            Self::MemberElsewhere => 4,
        }
    }

    /// What the log calls it.
    pub const fn event(self) -> EventKind {
        match self {
            Self::ByAdministrator => EventKind::MemberRevoked,
            Self::TwoStepMissing => EventKind::MemberRevokedForTwoStep,
            Self::MemberElsewhere => EventKind::MemberRevokedForOthers,
        }
    }

    /// What a policy suspends members for who do not meet it.
    pub const fn by(policy: PolicyKind) -> Option<Self> {
        match policy {
            PolicyKind::TwoStepLogin => Some(Self::TwoStepMissing),
            PolicyKind::SingleOrganization => Some(Self::MemberElsewhere),
            _ => None,
        }
    }
}
