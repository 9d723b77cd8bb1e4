//! What a person may do with the items of an organization. It depends on the collections they are
//! in, and so is also asked in bulk: the statements of `store::vault` say the same, and a test holds
//! the two equal.

mod rights;

pub use rights::{Keeper, Target};

use super::{Permission, Standing};
use crate::organizations::{CollectionRule, CollectionRules};

/// What someone was given in one collection, or has in an item by all of its collections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// Cannot change anything.
    pub read_only: bool,
    /// Does not see passwords.
    pub hide_passwords: bool,
    /// Manages the collection.
    pub manage: bool,
}

impl Grant {
    /// Everything there is.
    pub const MANAGE: Self = Self { read_only: false, hide_passwords: false, manage: true };

    /// The most permissive of two.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            read_only: self.read_only && other.read_only,
            hide_passwords: self.hide_passwords && other.hide_passwords,
            manage: self.manage || other.manage,
        }
    }

    /// What a member has in one collection: their own grant replaces those of their groups, which
    /// add up.
    pub fn in_collection(
        own: Option<Self>,
        of_groups: impl IntoIterator<Item = Self>,
    ) -> Option<Self> {
        own.or_else(|| of_groups.into_iter().reduce(Self::or))
    }

    /// What a member has in an item, by what they have in each of its collections.
    pub fn in_item(of_collections: impl IntoIterator<Item = Self>) -> Option<Self> {
        of_collections.into_iter().reduce(Self::or)
    }

    /// Whether it contradicts itself: who manages a collection sees and changes what is in it.
    pub const fn contradicts_itself(self) -> bool {
        self.manage && (self.read_only || self.hide_passwords)
    }

    /// Whether items may be put into the collection and taken out of it.
    pub const fn moves(self) -> bool {
        self.manage || !(self.read_only || self.hide_passwords)
    }

    /// Whether items may be added to the collection.
    pub const fn adds(self) -> bool {
        self.manage || !self.read_only
    }
}

/// How a person holds an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It is their own.
    Own,
    /// It is an organization's, which handles collections by these rules.
    Shared(Grant, CollectionRules),
}

impl Hold {
    /// Whether they may change it.
    pub const fn edits(self) -> bool {
        match self {
            Self::Own => true,
            Self::Shared(grant, _) => grant.adds(),
        }
    }

    /// Whether they see its passwords and hidden fields, and may set them.
    pub const fn sees_passwords(self) -> bool {
        match self {
            Self::Own => true,
            Self::Shared(grant, _) => grant.manage || !grant.hide_passwords,
        }
    }

    /// Whether they may put it into other collections.
    pub const fn moves(self) -> bool {
        match self {
            Self::Own => true,
            Self::Shared(grant, _) => grant.moves(),
        }
    }

    /// Whether they may delete and restore it.
    pub const fn deletes(self) -> bool {
        match self {
            Self::Own => true,
            Self::Shared(grant, rules) if rules.has(CollectionRule::LimitItemDeletion) => {
                grant.manage
            }
            Self::Shared(grant, _) => grant.adds(),
        }
    }
}

/// Whether someone of that standing manages every collection, assigned or not.
pub fn manages_all(standing: Standing, rules: CollectionRules) -> bool {
    match standing {
        Standing::Owner | Standing::Admin => rules.has(CollectionRule::AdminAccess),
        Standing::Custom(held) => held.has(Permission::EditAnyCollection),
        Standing::User | Standing::Provider | Standing::Operator => false,
    }
}

/// Whether someone of that standing has the items that are in no collection.
pub fn finds_lost_items(standing: Standing) -> bool {
    match standing {
        Standing::Owner | Standing::Admin => true,
        Standing::Custom(held) => held.has(Permission::EditAnyCollection),
        Standing::User | Standing::Provider | Standing::Operator => false,
    }
}

/// What an administrator has in an item: everything where they manage all collections or where the
/// item is in none, and otherwise what they were given.
pub fn administered(
    standing: Standing,
    rules: CollectionRules,
    in_no_collection: bool,
    given: Option<Grant>,
) -> Option<Grant> {
    if manages_all(standing, rules) || (in_no_collection && finds_lost_items(standing)) {
        return Some(Grant::MANAGE);
    }
    given
}

#[cfg(test)]
mod tests;
