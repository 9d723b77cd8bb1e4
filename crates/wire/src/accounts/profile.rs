//! A person's account and organizations, as the person's clients show them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    authz::{Permission, Permissions},
    organizations::{CollectionRule, CollectionRules, Feature, Features},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::AccountKeysResponse;
use crate::object::{ProfileObject, ProfileOrganizationObject};

/// A person's account.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has one for each")]
pub struct ProfileResponse {
    /// Always `profile`.
    pub object: ProfileObject,
    /// Who.
    pub id: Uuid,
    /// The name.
    pub name: Option<String>,
    /// The mail address.
    pub email: String,
    /// Whether it was verified.
    pub email_verified: bool,
    /// Whether the person has premium features of their own.
    pub premium: bool,
    /// Whether an organization gives them.
    pub premium_from_organization: bool,
    /// Language and region.
    pub culture: String,
    /// Whether two-step login is on.
    pub two_factor_enabled: bool,
    /// The user key, wrapped by the master key.
    pub key: Option<String>,
    /// The private key, wrapped by the user key.
    pub private_key: Option<String>,
    /// The key pairs.
    pub account_keys: Option<AccountKeysResponse>,
    /// Changes when every session ends.
    pub security_stamp: String,
    /// Whether the password must be changed.
    pub force_password_reset: bool,
    /// Always false.
    pub uses_key_connector: bool,
    /// `#rrggbb`.
    pub avatar_color: Option<String>,
    /// When the account was made.
    pub creation_date: DateTime<Utc>,
    /// Whether unknown devices must be verified by mail.
    pub verify_devices: bool,
    /// The person's organizations.
    pub organizations: Vec<ProfileOrganizationResponse>,
    /// Always empty.
    #[schema(value_type = Vec<String>)]
    pub providers: [(); 0],
    /// Always empty.
    #[schema(value_type = Vec<String>)]
    pub provider_organizations: [(); 0],
}

/// An organization, as one of its members has it. What it may use and how it handles collections
/// stand beside the fields here, each under its own name.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProfileOrganizationResponse {
    /// Always `profileOrganization`.
    pub object: ProfileOrganizationObject,
    /// Which.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its word in addresses.
    pub identifier: Option<String>,
    /// Whether it may be used.
    pub enabled: bool,
    /// The kind of plan, by the protocol's number.
    pub product_tier_type: i64,
    /// How many members it may have.
    pub seats: Option<i64>,
    /// How many collections it may have.
    pub max_collections: Option<i64>,
    /// How much it may keep.
    pub max_storage_gb: Option<i64>,
    /// The organization key, for this person.
    pub key: Option<String>,
    /// Whether it has keys.
    pub has_public_and_private_keys: bool,
    /// The state of the membership, by the protocol's number.
    pub status: i64,
    /// The role, by the protocol's number.
    #[serde(rename = "type")]
    pub role: i64,
    /// What a custom role may do, each right under its name.
    #[schema(value_type = BTreeMap<String, bool>)]
    pub permissions: BTreeMap<&'static str, bool>,
    /// The person.
    pub user_id: Uuid,
    /// The person's place in it.
    pub organization_user_id: Uuid,
    /// Whether administrators can recover the account.
    pub reset_password_enrolled: bool,
    /// The sponsorship the member gives.
    #[serde(flatten)]
    pub sponsorship: SponsorshipFields,
    /// What the organization may use, and how it handles collections.
    #[serde(flatten)]
    #[schema(value_type = BTreeMap<String, bool>)]
    pub switches: BTreeMap<&'static str, bool>,
    /// Always null.
    pub provider_id: Option<Uuid>,
    /// Always null.
    pub provider_name: Option<String>,
    /// Always null.
    pub provider_type: Option<i64>,
    /// Always null.
    pub key_connector_url: Option<String>,
    /// Always null.
    pub sso_member_decryption_type: Option<i64>,
}

/// The Families organization a member gives.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SponsorshipFields {
    /// What the member calls it; null while none is given.
    pub family_sponsorship_friendly_name: Option<String>,
    /// Whether one can be given.
    pub family_sponsorship_available: bool,
    /// When it was last synced.
    pub family_sponsorship_last_sync_date: Option<DateTime<Utc>>,
    /// Until when it lasts.
    pub family_sponsorship_valid_until: Option<DateTime<Utc>>,
    /// Whether it is coming to its end.
    pub family_sponsorship_to_delete: Option<bool>,
    /// Always false: what administrators give is not the member's own.
    pub is_admin_initiated: bool,
}

/// Switches clients look for that nothing here turns on.
const OFF: &[&str] = &[
    "useActivateAutofillPolicy",
    "ssoBound",
    "ssoEnabled",
    "keyConnectorEnabled",
    "accessSecretsManager",
    "accessPam",
    "userIsClaimedByOrganization",
    "userIsManagedByOrganization",
];

impl ProfileOrganizationResponse {
    /// The switches of an organization.
    pub fn switches(features: Features, rules: CollectionRules) -> BTreeMap<&'static str, bool> {
        let features = Feature::ALL.iter().map(|feature| {
            // Clients of the protocol spell this one differently in a profile.
            let name = match feature {
                Feature::NoSecretsManagerAds => "useDisableSMAdsForUsers",
                other => other.name(),
            };
            (name, features.has(*feature))
        });
        let rules = CollectionRule::ALL.iter().map(|rule| (rule.name(), rules.has(*rule)));
        features.chain(rules).chain(OFF.iter().map(|name| (*name, false))).collect()
    }

    /// The rights of a custom role.
    pub fn permissions(held: Permissions) -> BTreeMap<&'static str, bool> {
        Permission::ALL.iter().map(|right| (right.name(), held.has(*right))).collect()
    }
}
