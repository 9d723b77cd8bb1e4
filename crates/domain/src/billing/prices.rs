//! What each plan offers, and for how much. Later plans are written as differences to others.

use super::{
    Cents,
    plans::{PlanType, Tier},
};
use crate::organizations::{Feature, Features};

/// What a plan offers, and for how much. Prices are for the plan's own period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Which plan.
    pub kind: PlanType,
    /// Its name, for people.
    pub name: &'static str,
    /// Its name, for programs that bill.
    pub lookup_key: &'static str,
    /// What kind of customer it is for.
    pub tier: Tier,
    /// By the year, not by the month.
    pub annual: bool,
    /// The year it belongs to, of plans no longer offered.
    pub legacy_year: Option<i64>,
    /// Plans are changed towards higher numbers.
    pub sort_order: i64,
    /// How long it may be tried.
    pub trial_days: i64,
    /// Seats that are in the base price.
    pub base_seats: i64,
    /// The most seats; none is no limit.
    pub max_seats: Option<i64>,
    /// Whether seats can be added.
    pub extra_seats: bool,
    /// The most collections; none is no limit.
    pub max_collections: Option<i64>,
    /// Storage, if it has any.
    pub storage: Option<StorageOffer>,
    /// The price before any seat is added.
    pub base_price: Cents,
    /// The price of each added seat.
    pub seat_price: Cents,
    /// The price of a seat that a provider sells.
    pub provider_seat_price: Cents,
    /// What premium access costs for everyone, where it is not included.
    pub premium_access_price: Option<Cents>,
    /// What its organizations may use.
    pub features: Features,
    /// Secrets Manager, where it can be added.
    pub secrets_manager: Option<SecretsManagerOffer>,
}

/// The most seats any organization is given.
const MOST_SEATS: i64 = 100_000;

impl Plan {
    /// The fewest and the most seats that can be bought; none where it has so many and no more.
    pub fn seats_sold(&self) -> Option<(i64, i64)> {
        let range = (self.base_seats.max(1), self.max_seats.unwrap_or(MOST_SEATS));
        self.extra_seats.then_some(range)
    }
}

/// Storage of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageOffer {
    /// Included, in GB.
    pub base_gb: i64,
    /// The price of each GB more.
    pub gb_price: Cents,
}

/// Secrets Manager with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretsManagerOffer {
    /// Seats included.
    pub base_seats: i64,
    /// The most seats; none is no limit.
    pub max_seats: Option<i64>,
    /// The price of each seat.
    pub seat_price: Cents,
    /// Machine accounts included.
    pub base_accounts: i64,
    /// The most machine accounts; none is no limit.
    pub max_accounts: Option<i64>,
    /// The price of each machine account more.
    pub account_price: Cents,
    /// The most projects; none is no limit.
    pub max_projects: Option<i64>,
}

const FAMILIES_FEATURES: Features = Features::of(&[
    Feature::PasswordManager,
    Feature::MembersGetPremium,
    Feature::Totp,
    Feature::SelfHost,
]);

const STARTER_FEATURES: Features = Features::of(&[
    Feature::PasswordManager,
    Feature::MembersGetPremium,
    Feature::Totp,
    Feature::Groups,
    Feature::Directory,
    Feature::Events,
    Feature::TwoFactor,
    Feature::Api,
]);

const TEAMS_FEATURES: Features = STARTER_FEATURES.with(Feature::Scim, true);

const ENTERPRISE_FEATURES: Features = TEAMS_FEATURES
    .with(Feature::SelfHost, true)
    .with(Feature::Policies, true)
    .with(Feature::Sso, true)
    .with(Feature::ResetPassword, true)
    .with(Feature::CustomPermissions, true)
    .with(Feature::OrganizationDomains, true)
    .with(Feature::MyItems, true)
    .with(Feature::InviteLinks, true)
    .with(Feature::RiskInsights, true);

const ENTERPRISE_LEGACY_FEATURES: Features = ENTERPRISE_FEATURES.with(Feature::RiskInsights, false);

#[expect(clippy::unnecessary_wraps, reason = "an entry of a table in which others have none")]
const fn storage(gb_price: i64) -> Option<StorageOffer> {
    Some(StorageOffer { base_gb: 1, gb_price: Cents(gb_price) })
}

#[expect(clippy::unnecessary_wraps, reason = "an entry of a table in which others have none")]
const fn secrets(seat: i64, accounts: i64, account: i64) -> Option<SecretsManagerOffer> {
    Some(SecretsManagerOffer {
        base_seats: 0,
        max_seats: None,
        seat_price: Cents(seat),
        base_accounts: accounts,
        max_accounts: None,
        account_price: Cents(account),
        max_projects: None,
    })
}

pub(super) const FREE: Plan = Plan {
    kind: PlanType::Free,
    name: "Free",
    lookup_key: "free",
    tier: Tier::Free,
    annual: false,
    legacy_year: None,
    sort_order: -1,
    trial_days: 0,
    base_seats: 2,
    max_seats: Some(2),
    extra_seats: false,
    max_collections: Some(2),
    storage: None,
    base_price: Cents(0),
    seat_price: Cents(0),
    provider_seat_price: Cents(0),
    premium_access_price: None,
    features: Features::of(&[Feature::PasswordManager]),
    secrets_manager: Some(SecretsManagerOffer {
        base_seats: 2,
        max_seats: Some(2),
        seat_price: Cents(0),
        base_accounts: 3,
        max_accounts: Some(3),
        account_price: Cents(0),
        max_projects: Some(3),
    }),
};

pub(super) const CUSTOM: Plan = Plan {
    kind: PlanType::Custom,
    name: "Custom",
    lookup_key: "custom",
    tier: Tier::Enterprise,
    sort_order: 5,
    base_seats: 0,
    max_seats: None,
    max_collections: None,
    secrets_manager: None,
    ..FREE
};

pub(super) const FAMILIES: Plan = Plan {
    kind: PlanType::FamiliesAnnually,
    name: "Families",
    lookup_key: "families",
    tier: Tier::Families,
    annual: true,
    sort_order: 1,
    trial_days: 7,
    base_seats: 6,
    max_seats: Some(6),
    max_collections: None,
    storage: storage(400),
    base_price: Cents(4000),
    features: FAMILIES_FEATURES,
    secrets_manager: None,
    ..FREE
};

pub(super) const FAMILIES_2025: Plan = Plan {
    kind: PlanType::FamiliesAnnually2025,
    name: "Families 2025",
    lookup_key: "families-2025",
    legacy_year: Some(2025),
    ..FAMILIES
};

pub(super) const FAMILIES_2019: Plan = Plan {
    kind: PlanType::FamiliesAnnually2019,
    name: "Families 2019",
    lookup_key: "families-2019",
    legacy_year: Some(2020),
    base_seats: 5,
    max_seats: Some(5),
    base_price: Cents(1200),
    premium_access_price: Some(Cents(4000)),
    features: FAMILIES_FEATURES.with(Feature::MembersGetPremium, false),
    ..FAMILIES
};

pub(super) const TEAMS_STARTER: Plan = Plan {
    kind: PlanType::TeamsStarter,
    name: "Teams (Starter)",
    lookup_key: "teams-starter",
    tier: Tier::TeamsStarter,
    annual: false,
    sort_order: 2,
    base_seats: 10,
    max_seats: Some(10),
    storage: storage(50),
    base_price: Cents(2000),
    features: STARTER_FEATURES,
    secrets_manager: secrets(700, 20, 100),
    ..FAMILIES
};

pub(super) const TEAMS_STARTER_2023: Plan = Plan {
    kind: PlanType::TeamsStarter2023,
    name: "Teams (Starter) 2023",
    lookup_key: "teams-starter-2023",
    legacy_year: Some(2024),
    secrets_manager: secrets(700, 50, 50),
    ..TEAMS_STARTER
};

pub(super) const TEAMS_MONTHLY: Plan = Plan {
    kind: PlanType::TeamsMonthly,
    name: "Teams (Monthly)",
    lookup_key: "teams-monthly",
    tier: Tier::Teams,
    sort_order: 3,
    base_seats: 0,
    max_seats: None,
    extra_seats: true,
    base_price: Cents(0),
    seat_price: Cents(500),
    provider_seat_price: Cents(400),
    features: TEAMS_FEATURES,
    ..TEAMS_STARTER
};

pub(super) const TEAMS_ANNUALLY: Plan = Plan {
    kind: PlanType::TeamsAnnually,
    name: "Teams (Annually)",
    lookup_key: "teams-annually",
    annual: true,
    storage: storage(400),
    seat_price: Cents(4800),
    provider_seat_price: Cents(4800),
    secrets_manager: secrets(7200, 50, 1200),
    ..TEAMS_MONTHLY
};

pub(super) const TEAMS_MONTHLY_2023: Plan = Plan {
    kind: PlanType::TeamsMonthly2023,
    name: "Teams (Monthly) 2023",
    lookup_key: "teams-monthly-2023",
    legacy_year: Some(2024),
    features: STARTER_FEATURES,
    secrets_manager: secrets(700, 50, 50),
    ..TEAMS_MONTHLY
};

pub(super) const TEAMS_ANNUALLY_2023: Plan = Plan {
    kind: PlanType::TeamsAnnually2023,
    name: "Teams (Annually) 2023",
    lookup_key: "teams-annually-2023",
    legacy_year: Some(2024),
    features: STARTER_FEATURES,
    secrets_manager: secrets(7200, 50, 600),
    ..TEAMS_ANNUALLY
};

pub(super) const TEAMS_MONTHLY_2020: Plan = Plan {
    kind: PlanType::TeamsMonthly2020,
    name: "Teams (Monthly) 2020",
    lookup_key: "teams-monthly-2020",
    legacy_year: Some(2023),
    seat_price: Cents(400),
    ..TEAMS_MONTHLY_2023
};

pub(super) const TEAMS_ANNUALLY_2020: Plan = Plan {
    kind: PlanType::TeamsAnnually2020,
    name: "Teams (Annually) 2020",
    lookup_key: "teams-annually-2020",
    legacy_year: Some(2023),
    seat_price: Cents(3600),
    ..TEAMS_ANNUALLY_2023
};

pub(super) const TEAMS_MONTHLY_2019: Plan = Plan {
    kind: PlanType::TeamsMonthly2019,
    name: "Teams (Monthly) 2019",
    lookup_key: "teams-monthly-2019",
    legacy_year: Some(2020),
    base_seats: 5,
    base_price: Cents(800),
    seat_price: Cents(250),
    ..TEAMS_MONTHLY_2020
};

pub(super) const TEAMS_ANNUALLY_2019: Plan = Plan {
    kind: PlanType::TeamsAnnually2019,
    name: "Teams (Annually) 2019",
    lookup_key: "teams-annually-2019",
    legacy_year: Some(2020),
    base_seats: 5,
    base_price: Cents(6000),
    seat_price: Cents(2400),
    ..TEAMS_ANNUALLY_2020
};

pub(super) const ENTERPRISE_MONTHLY: Plan = Plan {
    kind: PlanType::EnterpriseMonthly,
    name: "Enterprise (Monthly)",
    lookup_key: "enterprise-monthly",
    tier: Tier::Enterprise,
    sort_order: 4,
    seat_price: Cents(700),
    provider_seat_price: Cents(600),
    features: ENTERPRISE_FEATURES,
    secrets_manager: secrets(1300, 50, 100),
    ..TEAMS_MONTHLY
};

pub(super) const ENTERPRISE_ANNUALLY: Plan = Plan {
    kind: PlanType::EnterpriseAnnually,
    name: "Enterprise (Annually)",
    lookup_key: "enterprise-annually",
    annual: true,
    storage: storage(400),
    seat_price: Cents(7200),
    provider_seat_price: Cents(7200),
    secrets_manager: secrets(14400, 50, 1200),
    ..ENTERPRISE_MONTHLY
};

pub(super) const ENTERPRISE_MONTHLY_2023: Plan = Plan {
    kind: PlanType::EnterpriseMonthly2023,
    name: "Enterprise (Monthly) 2023",
    lookup_key: "enterprise-monthly-2023",
    legacy_year: Some(2024),
    features: ENTERPRISE_LEGACY_FEATURES,
    secrets_manager: secrets(1300, 200, 50),
    ..ENTERPRISE_MONTHLY
};

pub(super) const ENTERPRISE_ANNUALLY_2023: Plan = Plan {
    kind: PlanType::EnterpriseAnnually2023,
    name: "Enterprise (Annually) 2023",
    lookup_key: "enterprise-annually-2023",
    legacy_year: Some(2024),
    features: ENTERPRISE_LEGACY_FEATURES,
    secrets_manager: secrets(14400, 200, 600),
    ..ENTERPRISE_ANNUALLY
};

pub(super) const ENTERPRISE_MONTHLY_2020: Plan = Plan {
    kind: PlanType::EnterpriseMonthly2020,
    name: "Enterprise (Monthly) 2020",
    lookup_key: "enterprise-monthly-2020",
    legacy_year: Some(2023),
    seat_price: Cents(600),
    ..ENTERPRISE_MONTHLY_2023
};

pub(super) const ENTERPRISE_ANNUALLY_2020: Plan = Plan {
    kind: PlanType::EnterpriseAnnually2020,
    name: "Enterprise (Annually) 2020",
    lookup_key: "enterprise-annually-2020",
    legacy_year: Some(2023),
    seat_price: Cents(6000),
    ..ENTERPRISE_ANNUALLY_2023
};

pub(super) const ENTERPRISE_MONTHLY_2019: Plan = Plan {
    kind: PlanType::EnterpriseMonthly2019,
    name: "Enterprise (Monthly) 2019",
    lookup_key: "enterprise-monthly-2019",
    legacy_year: Some(2020),
    seat_price: Cents(400),
    ..ENTERPRISE_MONTHLY_2020
};

pub(super) const ENTERPRISE_ANNUALLY_2019: Plan = Plan {
    kind: PlanType::EnterpriseAnnually2019,
    name: "Enterprise (Annually) 2019",
    lookup_key: "enterprise-annually-2019",
    legacy_year: Some(2020),
    seat_price: Cents(3600),
    ..ENTERPRISE_ANNUALLY_2020
};
