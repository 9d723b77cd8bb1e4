//! Who may do what in an organization. The table below is the whole of it; read it top to bottom.

pub mod collections;
mod matrix;
mod permit;
mod standing;

pub use matrix::{STANDINGS, matrix};
pub use permit::{Actor, Denied, Permit};
pub use standing::{Permission, Permissions, Standing, Who};

/// Something that can be done to an organization.
pub trait Action: Send + Sync + 'static {
    /// The name the web app knows the action by.
    const NAME: &'static str;
    /// What it is, for the person who lacks the right.
    const MEANING: &'static str;
    /// The standings that may do it.
    const WHO: &'static [Who];
}

macro_rules! actions {
    ($(#[doc = $meaning:literal] $action:ident = $name:literal, [$($who:expr),+ $(,)?];)+) => {
        $(#[doc = $meaning]
        #[derive(Debug, Clone, Copy)]
        pub struct $action;
        impl Action for $action {
            const NAME: &'static str = $name;
            const MEANING: &'static str = $meaning;
            const WHO: &'static [Who] = &[$($who),+];
        })+

        /// Every action with its name and the standings it admits, in the order of the table.
        pub const TABLE: &[(&str, &[Who])] = &[$(($action::NAME, $action::WHO)),+];

        /// Every action with what it is, in the order of the table.
        pub const MEANINGS: &[(&str, &str)] = &[$(($action::NAME, $action::MEANING)),+];
    };
}

use Permission as P;
use Who::{Admin, Custom, Operator, Owner, Provider, User};

actions! {
    /// See that the organization exists, and what it may use.
    SeeOrganization = "organization.see", [Owner, Admin, Custom(None), User, Provider, Operator];
    /// See the organization's details.
    ViewOrganization = "organization.view", [Owner, Provider, Operator];
    /// Rename the organization, change its billing address and its keys.
    EditOrganization = "organization.edit", [Owner];
    /// Decide how collections are handled.
    EditCollectionRules = "organization.collection-rules", [Owner];
    /// Leave the organization.
    LeaveOrganization = "organization.leave", [Owner, Admin, Custom(None), User];
    /// Delete the organization.
    DeleteOrganization = "organization.delete", [Owner, Operator];
    /// Stop and start the organization, and grant what no plan includes.
    OperateOrganization = "organization.operate", [Operator];
    /// See the organization's plan and what it costs.
    ViewSubscription = "billing.view", [Owner, Provider, Operator];
    /// Change the plan and the payment method.
    ManageBilling = "billing.manage", [Owner, Provider];

    /// See who is a member.
    ListMembers = "members.list", [Owner, Admin, Custom(None), User, Provider, Operator];
    /// Invite, confirm, edit and remove members.
    ManageMembers = "members.manage", [Owner, Admin, Custom(Some(P::ManageUsers)), Provider];

    /// Read and change policies.
    ManagePolicies = "policies.manage", [Owner, Admin, Custom(Some(P::ManagePolicies)), Provider];

    /// Make and rotate the keys the organization hands to programs.
    ManageApiKeys = "api-keys.manage", [Owner];
    /// Make and rotate the key for provisioning, and its connection.
    ManageScim = "scim.manage", [Owner, Admin, Custom(Some(P::ManageScim)), Provider];
    /// Set up what the organization is connected to.
    ManageConnections = "connections.manage", [Owner];

    /// Download the licence, apply one, and sync it.
    ManageLicense = "license.manage", [Owner, Operator];
    /// See the servers that hold the organization's licence, and approve or remove them.
    ManageInstallations = "installations.manage", [Owner, Operator];

    /// Keep items in the collections one was given.
    ShareItems = "items.share", [Owner, Admin, Custom(None), User];
    /// See and change collections, as far as the organization's rules let one.
    UseCollections = "collections.use", [Owner, Admin, Custom(None), User, Provider];
    /// Make groups, put members into them, and give them collections.
    ManageGroups = "groups.manage", [Owner, Admin, Custom(Some(P::ManageGroups)), Provider];
    /// Delete every item of the organization.
    PurgeItems = "items.purge", [Owner, Admin, Custom(Some(P::EditAnyCollection)), Provider];

    /// Give a Families organization of one's own.
    GiveSponsorship = "sponsorships.give", [Owner, Admin, Custom(None), User];
    /// See, resend and take back the sponsorships of the organization, and give some to others.
    ManageSponsorships = "sponsorships.manage", [Owner, Admin, Custom(Some(P::ManageUsers)), Provider];
    /// Remove the sponsorship from a Families organization, or redeem one onto it.
    ReceiveSponsorship = "sponsorships.receive", [Owner];
    /// See when the organization last synced, and how it went.
    ViewSync = "sync.view", [Owner, Operator];
    /// Sync the organization with its cloud organization now.
    SyncNow = "sync.now", [Owner, Operator];

    /// Read the event log.
    ViewEvents = "events.view", [Owner, Admin, Custom(Some(P::AccessEventLogs)), Provider];
}
