//! How a person stands towards an organization.

use crate::flags::flags;

flags! {
    /// The rights a custom role holds.
    Permissions of
    /// A right a custom role can be given, under the protocol's name for it.
    Permission {
        /// Read the event log.
        AccessEventLogs = 0, "accessEventLogs";
        /// Import and export.
        AccessImportExport = 1, "accessImportExport";
        /// Read reports.
        AccessReports = 2, "accessReports";
        /// Create collections.
        CreateNewCollections = 3, "createNewCollections";
        /// Edit any collection.
        EditAnyCollection = 4, "editAnyCollection";
        /// Delete any collection.
        DeleteAnyCollection = 5, "deleteAnyCollection";
        /// Manage groups.
        ManageGroups = 6, "manageGroups";
        /// Manage policies.
        ManagePolicies = 7, "managePolicies";
        /// Manage single sign-on.
        ManageSso = 8, "manageSso";
        /// Manage members.
        ManageUsers = 9, "manageUsers";
        /// Recover members' accounts.
        ManageResetPassword = 10, "manageResetPassword";
        /// Manage provisioning.
        ManageScim = 11, "manageScim";
    }
}

/// How a person stands towards one organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Holds the owner role.
    Owner,
    /// Holds the admin role.
    Admin,
    /// Holds a custom role.
    Custom(Permissions),
    /// Holds the plain member role.
    User,
    /// Manages the organization through its provider.
    Provider,
    /// Runs the server.
    Operator,
}

/// One entry of an action's list of admitted standings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Owners.
    Owner,
    /// Admins.
    Admin,
    /// Custom roles that hold this permission; all of them when there is none to hold.
    Custom(Option<Permission>),
    /// Plain members.
    User,
    /// The organization's provider.
    Provider,
    /// Whoever runs the server.
    Operator,
}

impl Who {
    /// Whether this entry admits `standing`.
    pub fn admits(self, standing: Standing) -> bool {
        match (self, standing) {
            (Self::Owner, Standing::Owner)
            | (Self::Admin, Standing::Admin)
            | (Self::User, Standing::User)
            | (Self::Provider, Standing::Provider)
            | (Self::Operator, Standing::Operator) => true,
            (Self::Custom(needed), Standing::Custom(held)) => needed.is_none_or(|p| held.has(p)),
            _ => false,
        }
    }
}
