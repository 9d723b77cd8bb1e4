//! Plans and subscriptions.
#![expect(missing_docs, reason = "the fields are the protocol's own")]

use chrono::{DateTime, Utc};
use domain::{
    billing::{Cents, Plan, PlanType, Status, Subscription, Tier},
    organizations::Feature,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    object::{PlanObject, SubscriptionObject},
    organizations::OrganizationFields,
};

/// Dollars, as the protocol writes money.
#[expect(clippy::cast_precision_loss, reason = "no price comes near 2^53 cents")]
pub fn dollars(cents: Cents) -> f64 {
    cents.0 as f64 / 100.0
}

/// A plan.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has one for each feature")]
pub struct PlanResponse {
    pub object: PlanObject,
    #[serde(rename = "type")]
    pub kind: i64,
    pub product_tier: i64,
    pub name: &'static str,
    pub is_annual: bool,
    pub name_localization_key: &'static str,
    pub description_localization_key: &'static str,
    pub can_be_used_by_business: bool,
    pub trial_period_days: i64,
    pub has_self_host: bool,
    pub has_policies: bool,
    pub has_groups: bool,
    pub has_directory: bool,
    pub has_events: bool,
    pub has_totp: bool,
    pub has2fa: bool,
    pub has_api: bool,
    pub has_sso: bool,
    pub has_scim: bool,
    pub has_organization_domains: bool,
    pub has_reset_password: bool,
    pub has_custom_permissions: bool,
    pub has_my_items: bool,
    pub has_invite_links: bool,
    pub users_get_premium: bool,
    pub upgrade_sort_order: i64,
    pub display_sort_order: i64,
    pub legacy_year: Option<i64>,
    pub disabled: bool,
    pub password_manager: PasswordManagerPlan,
    pub secrets_manager: Option<SecretsManagerPlan>,
}

/// Password Manager with a plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has them")]
pub struct PasswordManagerPlan {
    pub stripe_plan_id: Option<&'static str>,
    pub stripe_seat_plan_id: Option<&'static str>,
    pub stripe_provider_portal_seat_plan_id: Option<&'static str>,
    pub stripe_storage_plan_id: Option<&'static str>,
    pub stripe_premium_access_plan_id: Option<&'static str>,
    pub base_price: f64,
    pub seat_price: f64,
    pub provider_portal_seat_price: f64,
    pub allow_seat_autoscale: bool,
    pub has_additional_seats_option: bool,
    pub max_additional_seats: Option<i64>,
    pub base_seats: i64,
    pub max_seats: Option<i64>,
    pub has_premium_access_option: bool,
    pub premium_access_option_price: f64,
    pub base_storage_gb: Option<i64>,
    pub has_additional_storage_option: bool,
    pub additional_storage_price_per_gb: f64,
    pub max_collections: Option<i64>,
}

/// Secrets Manager with a plan.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has them")]
pub struct SecretsManagerPlan {
    pub stripe_seat_plan_id: Option<&'static str>,
    pub stripe_service_account_plan_id: Option<&'static str>,
    pub max_service_accounts: Option<i64>,
    pub allow_service_accounts_autoscale: bool,
    pub additional_price_per_service_account: f64,
    pub base_service_account: i64,
    pub max_additional_service_account: Option<i64>,
    pub has_additional_service_account_option: bool,
    pub has_additional_seats_option: bool,
    pub base_price: f64,
    pub seat_price: f64,
    pub base_seats: i64,
    pub max_seats: Option<i64>,
    pub max_additional_seats: Option<i64>,
    pub allow_seat_autoscale: bool,
    pub max_projects: Option<i64>,
}

impl From<&Plan> for PasswordManagerPlan {
    fn from(plan: &Plan) -> Self {
        Self {
            stripe_plan_id: (!plan.extra_seats).then_some(plan.lookup_key),
            stripe_seat_plan_id: plan.extra_seats.then_some(plan.lookup_key),
            stripe_provider_portal_seat_plan_id: None,
            stripe_storage_plan_id: None,
            stripe_premium_access_plan_id: None,
            base_price: dollars(plan.base_price),
            seat_price: dollars(plan.seat_price),
            provider_portal_seat_price: dollars(plan.provider_seat_price),
            allow_seat_autoscale: plan.extra_seats,
            has_additional_seats_option: plan.extra_seats,
            max_additional_seats: if plan.extra_seats { None } else { Some(0) },
            base_seats: plan.base_seats,
            max_seats: plan.max_seats,
            has_premium_access_option: plan.premium_access_price.is_some(),
            premium_access_option_price: dollars(plan.premium_access_price.unwrap_or_default()),
            base_storage_gb: plan.storage.map(|it| it.base_gb),
            has_additional_storage_option: plan.storage.is_some(),
            additional_storage_price_per_gb: plan.storage.map_or(0.0, |it| dollars(it.gb_price)),
            max_collections: plan.max_collections,
        }
    }
}

impl From<PlanType> for PlanResponse {
    fn from(kind: PlanType) -> Self {
        let plan = kind.plan();
        let has = |feature| plan.features.has(feature);
        let password_manager = PasswordManagerPlan::from(plan);
        Self {
            object: PlanObject::Tag,
            kind: kind.number(),
            product_tier: plan.tier.number(),
            name: plan.name,
            is_annual: plan.annual,
            name_localization_key: match plan.tier {
                Tier::Free => "planNameFree",
                Tier::Families => "planNameFamilies",
                Tier::Teams | Tier::TeamsStarter => "planNameTeams",
                Tier::Enterprise => "planNameEnterprise",
            },
            description_localization_key: match plan.tier {
                Tier::Free => "planDescFree",
                Tier::Families => "planDescFamilies",
                Tier::Teams | Tier::TeamsStarter => "planDescTeams",
                Tier::Enterprise => "planDescEnterprise",
            },
            can_be_used_by_business: !matches!(plan.tier, Tier::Free | Tier::Families),
            trial_period_days: plan.trial_days,
            has_self_host: has(Feature::SelfHost),
            has_policies: has(Feature::Policies),
            has_groups: has(Feature::Groups),
            has_directory: has(Feature::Directory),
            has_events: has(Feature::Events),
            has_totp: has(Feature::Totp),
            has2fa: has(Feature::TwoFactor),
            has_api: has(Feature::Api),
            has_sso: has(Feature::Sso),
            has_scim: has(Feature::Scim),
            has_organization_domains: has(Feature::OrganizationDomains),
            has_reset_password: has(Feature::ResetPassword),
            has_custom_permissions: has(Feature::CustomPermissions),
            has_my_items: has(Feature::MyItems),
            has_invite_links: has(Feature::InviteLinks),
            users_get_premium: has(Feature::MembersGetPremium),
            upgrade_sort_order: plan.sort_order,
            display_sort_order: plan.sort_order,
            legacy_year: plan.legacy_year,
            disabled: !kind.is_offered(),
            password_manager,
            secrets_manager: plan.secrets_manager.map(|it| SecretsManagerPlan {
                stripe_seat_plan_id: None,
                stripe_service_account_plan_id: None,
                max_service_accounts: it.max_accounts,
                allow_service_accounts_autoscale: it.max_accounts.is_none(),
                additional_price_per_service_account: dollars(it.account_price),
                base_service_account: it.base_accounts,
                max_additional_service_account: None,
                has_additional_service_account_option: it.max_accounts.is_none(),
                has_additional_seats_option: it.max_seats.is_none(),
                base_price: 0.0,
                seat_price: dollars(it.seat_price),
                base_seats: it.base_seats,
                max_seats: it.max_seats,
                max_additional_seats: None,
                allow_seat_autoscale: it.max_seats.is_none(),
                max_projects: it.max_projects,
            }),
        }
    }
}

/// What an organization pays for, or is licensed for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationSubscriptionResponse {
    pub object: SubscriptionObject,
    #[serde(flatten)]
    pub organization: OrganizationFields,
    pub storage_name: Option<String>,
    pub storage_gb: Option<f64>,
    pub customer_discount: Option<String>,
    pub subscription: Option<SubscriptionPart>,
    pub upcoming_invoice: Option<UpcomingInvoice>,
    pub expiration: Option<DateTime<Utc>>,
    pub expiration_without_grace_period: Option<DateTime<Utc>>,
    pub pending_annual_upgrade: Option<bool>,
    pub sm_service_accounts_grace: Option<i64>,
    pub exempt_from_billing_automation: bool,
    /// How many seats are taken, and how many of them by sponsorships.
    pub occupied_seats: i64,
    pub occupied_by_sponsorships: i64,
    /// Where people open the cloud that the licence comes from, if this server knows.
    pub cloud_vault: Option<String>,
}

/// A subscription.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionPart {
    pub trial_start_date: Option<DateTime<Utc>>,
    pub trial_end_date: Option<DateTime<Utc>>,
    pub period_start_date: DateTime<Utc>,
    pub period_end_date: DateTime<Utc>,
    pub cancelled_date: Option<DateTime<Utc>>,
    pub cancel_at_end_date: bool,
    pub status: &'static str,
    pub cancelled: bool,
    pub items: Vec<SubscriptionItem>,
    pub collection_method: &'static str,
    pub suspension_date: Option<DateTime<Utc>>,
    pub unpaid_period_end_date: Option<DateTime<Utc>>,
    pub grace_period: Option<i64>,
}

/// A line of a subscription.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionItem {
    pub product_id: &'static str,
    pub name: &'static str,
    pub amount: f64,
    pub quantity: i64,
    pub interval: &'static str,
    pub sponsored_subscription_item: bool,
    pub addon_subscription_item: bool,
}

/// What is charged next.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpcomingInvoice {
    pub amount: f64,
    pub date: DateTime<Utc>,
}

impl SubscriptionPart {
    /// `subscription` to `plan` with so many seats of its own price.
    pub fn new(subscription: &Subscription, plan: PlanType, seats: i64) -> Self {
        let offer = plan.plan();
        let interval = if subscription.annual { "year" } else { "month" };
        let item = |amount: Cents, quantity, addon| SubscriptionItem {
            product_id: offer.lookup_key,
            name: offer.name,
            amount: if subscription.sponsored { 0.0 } else { dollars(amount) },
            quantity,
            interval,
            sponsored_subscription_item: subscription.sponsored,
            addon_subscription_item: addon,
        };
        let mut items = Vec::new();
        if offer.base_price > Cents(0) {
            items.push(item(offer.base_price, 1, false));
        }
        let added = seats - offer.base_seats;
        if offer.extra_seats && added > 0 {
            items.push(item(offer.seat_price, added, offer.base_price > Cents(0)));
        }
        let over = subscription.status == Status::Canceled;
        Self {
            trial_start_date: subscription.trial_ends_at.map(|_| subscription.period_starts_at),
            trial_end_date: subscription.trial_ends_at,
            period_start_date: subscription.period_starts_at,
            period_end_date: subscription.period_ends_at,
            cancelled_date: over.then_some(subscription.period_ends_at),
            cancel_at_end_date: subscription.cancel_at_period_end,
            status: subscription.status.word(),
            cancelled: over,
            items,
            collection_method: "send_invoice",
            suspension_date: None,
            unpaid_period_end_date: None,
            grace_period: None,
        }
    }
}

/// What clients ask about bills in passing.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BillingMetadataResponse {
    pub is_on_secrets_manager_standalone: bool,
    pub organization_occupied_seats: i64,
}

/// What clients warn of.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BillingWarningsResponse {
    pub free_trial: Option<FreeTrial>,
    pub inactive_subscription: Option<InactiveSubscription>,
    pub reseller_renewal: Option<bool>,
    pub tax_id: Option<bool>,
    pub scheduled_price_increase: Option<bool>,
}

/// A trial that runs.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FreeTrial {
    pub remaining_trial_days: i64,
}

/// A subscription that is over.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InactiveSubscription {
    pub resolution: &'static str,
}
