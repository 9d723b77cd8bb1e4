//! Records in the protocol's words.

use app::organizations::{GrantRow, MemberRow, OrganizationRecord};
use domain::authz::Permissions;
use wire::{
    billing::PlanResponse,
    organizations::{
        OrganizationFields, PermissionSwitches,
        members::{CollectionAccess, MemberFields},
    },
};

/// An organization, without its kind.
pub fn fields(record: OrganizationRecord) -> OrganizationFields {
    let given = record.entitlements;
    OrganizationFields {
        id: record.id.uuid(),
        has_public_and_private_keys: record.has_keys(),
        name: record.name,
        business_name: record.business_name,
        business_address1: None,
        business_address2: None,
        business_address3: None,
        business_country: None,
        business_tax_number: None,
        billing_email: record.billing_email,
        plan: PlanResponse::from(given.plan),
        secrets_manager_plan: None,
        plan_type: given.plan.number(),
        seats: given.seats,
        max_autoscale_seats: record.max_autoscale_seats,
        max_collections: given.max_collections,
        max_storage_gb: given.max_storage_gb,
        sm_seats: None,
        sm_service_accounts: None,
        max_autoscale_sm_seats: None,
        max_autoscale_sm_service_accounts: None,
        status: record.status.number(),
        enabled: record.enabled,
        features: given.features.into(),
        collections: record.collection_rules.into(),
    }
}

/// A member, with those of `grants` that are theirs.
pub fn member(row: MemberRow, grants: &[GrantRow]) -> MemberFields {
    let of_these = grants.iter().filter(|grant| grant.membership_id == row.id);
    let collections = of_these
        .map(|grant| CollectionAccess {
            id: grant.collection_id,
            read_only: grant.read_only,
            hide_passwords: grant.hide_passwords,
            manage: grant.manage,
        })
        .collect();
    MemberFields {
        id: row.id,
        user_id: row.user_id,
        role: row.role,
        status: row.status,
        name: row.name,
        email: row.email,
        avatar_color: row.avatar_color,
        external_id: row.external_id,
        sso_external_id: None,
        two_factor_enabled: row.two_step,
        sso_bound: false,
        claimed_by_organization: false,
        managed_by_organization: false,
        uses_key_connector: false,
        has_master_password: row.has_password,
        reset_password_enrolled: row.reset_password_key.is_some(),
        permissions: PermissionSwitches::from(Permissions::from_bits(row.permissions)),
        access_secrets_manager: false,
        access_pam: false,
        revocation_reason: row.revoked_because,
        creation_date: row.created_at,
        status_date: row.status_at,
        last_activity_date: row.last_active_at,
        collections,
        groups: Vec::new(),
    }
}
