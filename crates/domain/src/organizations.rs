//! Organizations and the people in them.

pub mod features;

pub use features::{CollectionRule, CollectionRules, Feature, Features};

/// A group of people who share items.
#[derive(Debug, Clone, Copy)]
pub struct Organization;

/// A person's place in an organization, from the invitation on.
#[derive(Debug, Clone, Copy)]
pub struct Member;
