//! What the owners of an organization think of a server that asks for it.

/// What the owners of an organization think of a server that asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServerStanding {
    /// It was seen, and nobody decided.
    Noted,
    /// An owner approved it.
    Approved,
    /// An owner removed it. It is not served before one approves it again.
    Refused,
}

impl ServerStanding {
    /// The number it is kept under.
    pub const fn number(self) -> i64 {
        match self {
            Self::Noted => 0,
            Self::Approved => 1,
            Self::Refused => 2,
        }
    }

    /// The standing of that number; one nobody knows is refused.
    pub const fn from_number(number: i64) -> Self {
        match number {
            0 => Self::Noted,
            1 => Self::Approved,
            _ => Self::Refused,
        }
    }
}
