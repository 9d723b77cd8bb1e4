//! The roles members hold.

use crate::authz::{Permissions, Standing};

/// The role a member holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// May do everything, and there is always one.
    Owner,
    /// May do everything but what concerns the organization as a whole.
    Admin,
    /// A plain member.
    User,
    /// A plain member with some rights of an admin.
    Custom(Permissions),
}

impl Role {
    /// The protocol's number for it.
    pub const fn number(self) -> i64 {
        match self {
            Self::Owner => 0,
            Self::Admin => 1,
            Self::User => 2,
            Self::Custom(_) => 4,
        }
    }

    /// The role of that number, holding `permissions` where it can. 3 is the manager of old, now a
    /// plain member.
    pub const fn from_number(number: i64, permissions: Permissions) -> Option<Self> {
        Some(match number {
            0 => Self::Owner,
            1 => Self::Admin,
            2 | 3 => Self::User,
            4 => Self::Custom(permissions),
            _ => return None,
        })
    }

    /// The rights it names; roles that need not name any have none.
    pub const fn permissions(self) -> Permissions {
        match self {
            Self::Custom(permissions) => permissions,
            Self::Owner | Self::Admin | Self::User => Permissions::NONE,
        }
    }

    /// How someone who holds it stands towards the organization.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Owner => Standing::Owner,
            Self::Admin => Standing::Admin,
            Self::User => Standing::User,
            Self::Custom(permissions) => Standing::Custom(permissions),
        }
    }

    /// Whether it is one that administers: owners and admins.
    pub const fn administers(self) -> bool {
        matches!(self, Self::Owner | Self::Admin)
    }
}
