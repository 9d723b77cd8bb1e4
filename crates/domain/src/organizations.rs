//! Organizations and the people in them.

pub mod api_keys;
pub mod connections;
mod entitlements;
pub mod features;
mod founding;
pub mod membership;
mod revocation;
mod roles;
pub mod rules;

pub use entitlements::Entitlements;
pub use features::{CollectionRule, CollectionRules, Feature, Features};
pub use founding::{
    Founder, Founding, OrganizationStatus, Unnameable, checked_business_name, checked_name,
    is_plain,
};
pub use membership::Membership;
pub use revocation::Revocation;
pub use roles::Role;

/// A group of people who share items.
#[derive(Debug, Clone, Copy)]
pub struct Organization;

/// A person's place in an organization, from the invitation on.
#[derive(Debug, Clone, Copy)]
pub struct Member;

/// Members who are given collections together.
#[derive(Debug, Clone, Copy)]
pub struct Group;

/// A place for items that members share.
#[derive(Debug, Clone, Copy)]
pub struct Collection;
