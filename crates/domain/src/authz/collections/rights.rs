//! Who may do what with collections themselves: their names, and who was given them.

use super::{Grant, manages_all};
use crate::{
    authz::{Permission, Standing},
    organizations::{CollectionRule, CollectionRules},
};

/// Someone who wants to do something with the collections of an organization.
#[derive(Debug, Clone, Copy)]
pub struct Keeper {
    /// How they stand towards it.
    pub standing: Standing,
    /// How it handles collections.
    pub rules: CollectionRules,
}

/// A collection, as a [`Keeper`] has it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Target {
    /// What they were given in it.
    pub given: Option<Grant>,
    /// Whether nobody manages it.
    pub orphaned: bool,
}

impl Target {
    fn managed(self) -> bool {
        self.given.is_some_and(|grant| grant.manage)
    }
}

impl Keeper {
    fn holds(self, any_of: &[Permission]) -> bool {
        match self.standing {
            Standing::Custom(held) => any_of.iter().any(|right| held.has(*right)),
            _ => false,
        }
    }

    fn administers(self) -> bool {
        matches!(self.standing, Standing::Owner | Standing::Admin)
    }

    fn provides(self) -> bool {
        matches!(self.standing, Standing::Provider)
    }

    fn has_admin_access(self) -> bool {
        self.rules.has(CollectionRule::AdminAccess)
    }

    /// Whether they may make a collection.
    pub fn creates(self) -> bool {
        let limited = self.rules.has(CollectionRule::LimitCreation);
        self.administers()
            || self.provides()
            || self.holds(&[Permission::CreateNewCollections])
            || (!limited && !matches!(self.standing, Standing::Operator))
    }

    /// Whether they see every collection.
    pub fn sees_all(self) -> bool {
        use Permission::{
            AccessImportExport, DeleteAnyCollection, EditAnyCollection, ManageGroups,
        };
        self.administers()
            || self.provides()
            || self.holds(&[
                EditAnyCollection,
                DeleteAnyCollection,
                AccessImportExport,
                ManageGroups,
            ])
    }

    /// Whether they see of every collection who was given it.
    pub fn sees_all_access(self) -> bool {
        use Permission::{DeleteAnyCollection, EditAnyCollection, ManageGroups, ManageUsers};
        self.administers()
            || self.provides()
            || self.holds(&[EditAnyCollection, DeleteAnyCollection, ManageUsers, ManageGroups])
    }

    /// Whether they see which groups there are, to give them something or to examine them.
    pub fn sees_groups(self) -> bool {
        self.sees_all_access()
            || self.holds(&[Permission::CreateNewCollections, Permission::AccessReports])
    }

    /// Whether they see a collection.
    pub fn sees(self, target: Target) -> bool {
        self.sees_all() || target.given.is_some()
    }

    /// Whether they see who was given a collection.
    pub fn sees_access(self, target: Target) -> bool {
        self.sees_all_access() || target.managed()
    }

    /// Whether they may rename a collection.
    pub fn updates(self, target: Target) -> bool {
        let adopts = self.administers() || self.holds(&[Permission::EditAnyCollection]);
        manages_all(self.standing, self.rules)
            || self.provides()
            || target.managed()
            || (target.orphaned && adopts)
    }

    /// Whether they may say which members are given a collection.
    pub fn gives_to_members(self, target: Target) -> bool {
        self.updates(target) || (self.has_admin_access() && self.holds(&[Permission::ManageUsers]))
    }

    /// Whether they may say which groups are given a collection.
    pub fn gives_to_groups(self, target: Target) -> bool {
        self.updates(target) || (self.has_admin_access() && self.holds(&[Permission::ManageGroups]))
    }

    /// Whether they may delete a collection.
    pub fn deletes(self, target: Target) -> bool {
        let limited = self.rules.has(CollectionRule::LimitDeletion);
        self.holds(&[Permission::DeleteAnyCollection])
            || (self.administers() && self.has_admin_access())
            || self.provides()
            || (target.managed() && (!limited || self.administers()))
    }

    /// Whether they read every item of the organization, to export or examine them.
    pub fn reads_all_items(self) -> bool {
        manages_all(self.standing, self.rules)
            || self.holds(&[Permission::AccessImportExport, Permission::AccessReports])
    }
}

#[cfg(test)]
mod tests;
