//! Organizations: what clients send and get.
#![expect(missing_docs, reason = "the fields are the protocol's own")]

pub mod connections;
pub mod keys;
pub mod members;

use domain::{
    authz::{Permission, Permissions},
    organizations::{CollectionRule, CollectionRules, Feature, Features},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    billing::PlanResponse,
    object::{
        AutoEnrollStatusObject, OrganizationKeysObject, OrganizationObject,
        OrganizationPublicKeyObject,
    },
};

macro_rules! switches {
    ($(#[$doc:meta])* $name:ident of $set:ident { $($field:ident = $flag:path),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "camelCase", default)]
        pub struct $name { $(pub $field: bool),+ }

        impl From<$set> for $name {
            fn from(set: $set) -> Self {
                Self { $($field: set.has($flag)),+ }
            }
        }

        impl From<&$name> for $set {
            fn from(switches: &$name) -> Self {
                let set = $set::NONE;
                $(let set = set.with($flag, switches.$field);)+
                set
            }
        }
    };
}

switches! {
    /// What an organization may use.
    FeatureSwitches of Features {
        use_policies = Feature::Policies,
        use_sso = Feature::Sso,
        use_key_connector = Feature::KeyConnector,
        use_scim = Feature::Scim,
        use_groups = Feature::Groups,
        use_directory = Feature::Directory,
        use_events = Feature::Events,
        use_totp = Feature::Totp,
        use2fa = Feature::TwoFactor,
        use_api = Feature::Api,
        use_reset_password = Feature::ResetPassword,
        use_secrets_manager = Feature::SecretsManager,
        use_password_manager = Feature::PasswordManager,
        self_host = Feature::SelfHost,
        users_get_premium = Feature::MembersGetPremium,
        use_custom_permissions = Feature::CustomPermissions,
        use_risk_insights = Feature::RiskInsights,
        use_organization_domains = Feature::OrganizationDomains,
        use_admin_sponsored_families = Feature::AdminSponsoredFamilies,
        use_automatic_user_confirmation = Feature::AutomaticUserConfirmation,
        use_disable_sm_ads_for_users = Feature::NoSecretsManagerAds,
        use_phishing_blocker = Feature::PhishingBlocker,
        use_my_items = Feature::MyItems,
        use_invite_links = Feature::InviteLinks,
        use_pam = Feature::Pam,
    }
}

switches! {
    /// How an organization handles collections.
    CollectionSwitches of CollectionRules {
        limit_collection_creation = CollectionRule::LimitCreation,
        limit_collection_deletion = CollectionRule::LimitDeletion,
        limit_item_deletion = CollectionRule::LimitItemDeletion,
        allow_admin_access_to_all_collection_items = CollectionRule::AdminAccess,
    }
}

switches! {
    /// The rights a custom role holds. Rights of older versions are read over.
    PermissionSwitches of Permissions {
        access_event_logs = Permission::AccessEventLogs,
        access_import_export = Permission::AccessImportExport,
        access_reports = Permission::AccessReports,
        create_new_collections = Permission::CreateNewCollections,
        edit_any_collection = Permission::EditAnyCollection,
        delete_any_collection = Permission::DeleteAnyCollection,
        manage_groups = Permission::ManageGroups,
        manage_policies = Permission::ManagePolicies,
        manage_sso = Permission::ManageSso,
        manage_users = Permission::ManageUsers,
        manage_reset_password = Permission::ManageResetPassword,
        manage_scim = Permission::ManageScim,
    }
}

/// An organization, without its kind.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationFields {
    pub id: Uuid,
    pub name: String,
    pub business_name: Option<String>,
    pub business_address1: Option<String>,
    pub business_address2: Option<String>,
    pub business_address3: Option<String>,
    pub business_country: Option<String>,
    pub business_tax_number: Option<String>,
    pub billing_email: String,
    pub plan: PlanResponse,
    pub secrets_manager_plan: Option<PlanResponse>,
    pub plan_type: i64,
    pub seats: Option<i64>,
    pub max_autoscale_seats: Option<i64>,
    pub max_collections: Option<i64>,
    pub max_storage_gb: Option<i64>,
    pub sm_seats: Option<i64>,
    pub sm_service_accounts: Option<i64>,
    pub max_autoscale_sm_seats: Option<i64>,
    pub max_autoscale_sm_service_accounts: Option<i64>,
    pub has_public_and_private_keys: bool,
    pub status: i64,
    pub enabled: bool,
    #[serde(flatten)]
    pub features: FeatureSwitches,
    #[serde(flatten)]
    pub collections: CollectionSwitches,
}

/// An organization.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganizationResponse {
    pub object: OrganizationObject,
    #[serde(flatten)]
    pub fields: OrganizationFields,
}

impl From<OrganizationFields> for OrganizationResponse {
    fn from(fields: OrganizationFields) -> Self {
        Self { object: OrganizationObject::Tag, fields }
    }
}

/// Whether an organization recovers the accounts of everyone who joins.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AutoEnrollStatusResponse {
    pub object: AutoEnrollStatusObject,
    pub id: Uuid,
    pub reset_password_enabled: bool,
}

/// The public key of an organization.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationPublicKeyResponse {
    pub object: OrganizationPublicKeyObject,
    pub public_key: Option<String>,
}

/// The keys of an organization.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationKeysResponse {
    pub object: OrganizationKeysObject,
    pub public_key: String,
    pub private_key: String,
}

/// The keys of an organization, as clients send them.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationKeysRequest {
    pub public_key: String,
    pub encrypted_private_key: String,
}

/// An organization to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateOrganizationRequest {
    pub name: String,
    pub business_name: Option<String>,
    pub billing_email: String,
    #[serde(default)]
    pub plan_type: i64,
    pub key: String,
    pub keys: Option<OrganizationKeysRequest>,
    pub collection_name: Option<String>,
    pub additional_seats: Option<i64>,
    pub additional_storage_gb: Option<i64>,
    pub max_autoscale_seats: Option<i64>,
    pub payment_method_type: Option<i64>,
    pub payment_token: Option<String>,
    #[serde(default)]
    pub skip_trial: bool,
}

/// Changes to an organization.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdateOrganizationRequest {
    pub name: Option<String>,
    pub billing_email: Option<String>,
    pub keys: Option<OrganizationKeysRequest>,
}

/// Proof of who is there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationSecretRequest {
    pub master_password_hash: Option<String>,
}
