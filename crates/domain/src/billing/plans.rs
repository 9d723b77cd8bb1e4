//! Every plan there is or was, under the protocol's numbers.

use super::prices::{self, Plan};

/// What kind of customer a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Two people, free of charge.
    Free = 0,
    /// A family.
    Families = 1,
    /// A small company.
    Teams = 2,
    /// A company with policies and servers of its own.
    Enterprise = 3,
    /// Ten people of a company at a flat price.
    TeamsStarter = 4,
}

impl Tier {
    /// The protocol's ProductTierType.
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// Whether the plan may hand keys to programs for billing sync and provisioning.
    pub const fn connects_programs(self) -> bool {
        matches!(self, Self::Teams | Self::Enterprise)
    }
}

macro_rules! plans {
    ($($(#[$doc:meta])* $name:ident = $number:literal => $plan:ident;)+) => {
        /// A plan, under the protocol's number for it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PlanType { $($(#[$doc])* $name = $number),+ }

        impl PlanType {
            /// Every one, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The plan of that number.
            pub const fn from_number(number: i64) -> Option<Self> {
                match number { $($number => Some(Self::$name),)+ _ => None }
            }

            /// What it offers, and for how much.
            pub const fn plan(self) -> &'static Plan {
                match self { $(Self::$name => &prices::$plan),+ }
            }
        }
    };
}

plans! {
    /// Free.
    Free = 0 => FREE;
    /// Families of 2019, for five.
    FamiliesAnnually2019 = 1 => FAMILIES_2019;
    /// Teams of 2019, by the month.
    TeamsMonthly2019 = 2 => TEAMS_MONTHLY_2019;
    /// Teams of 2019, by the year.
    TeamsAnnually2019 = 3 => TEAMS_ANNUALLY_2019;
    /// Enterprise of 2019, by the month.
    EnterpriseMonthly2019 = 4 => ENTERPRISE_MONTHLY_2019;
    /// Enterprise of 2019, by the year.
    EnterpriseAnnually2019 = 5 => ENTERPRISE_ANNUALLY_2019;
    /// By agreement.
    Custom = 6 => CUSTOM;
    /// Families of 2025.
    FamiliesAnnually2025 = 7 => FAMILIES_2025;
    /// Teams of 2020, by the month.
    TeamsMonthly2020 = 8 => TEAMS_MONTHLY_2020;
    /// Teams of 2020, by the year.
    TeamsAnnually2020 = 9 => TEAMS_ANNUALLY_2020;
    /// Enterprise of 2020, by the month.
    EnterpriseMonthly2020 = 10 => ENTERPRISE_MONTHLY_2020;
    /// Enterprise of 2020, by the year.
    EnterpriseAnnually2020 = 11 => ENTERPRISE_ANNUALLY_2020;
    /// Teams of 2023, by the month.
    TeamsMonthly2023 = 12 => TEAMS_MONTHLY_2023;
    /// Teams of 2023, by the year.
    TeamsAnnually2023 = 13 => TEAMS_ANNUALLY_2023;
    /// Enterprise of 2023, by the month.
    EnterpriseMonthly2023 = 14 => ENTERPRISE_MONTHLY_2023;
    /// Enterprise of 2023, by the year.
    EnterpriseAnnually2023 = 15 => ENTERPRISE_ANNUALLY_2023;
    /// Teams Starter of 2023.
    TeamsStarter2023 = 16 => TEAMS_STARTER_2023;
    /// Teams, by the month.
    TeamsMonthly = 17 => TEAMS_MONTHLY;
    /// Teams, by the year.
    TeamsAnnually = 18 => TEAMS_ANNUALLY;
    /// Enterprise, by the month.
    EnterpriseMonthly = 19 => ENTERPRISE_MONTHLY;
    /// Enterprise, by the year.
    EnterpriseAnnually = 20 => ENTERPRISE_ANNUALLY;
    /// Teams Starter.
    TeamsStarter = 21 => TEAMS_STARTER;
    /// Families.
    FamiliesAnnually = 22 => FAMILIES;
}

impl PlanType {
    /// The protocol's number.
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// What kind of customer it is for.
    pub const fn tier(self) -> Tier {
        self.plan().tier
    }

    /// Whether an organization can be made with it today, without an agreement.
    pub const fn is_offered(self) -> bool {
        !matches!(self.tier(), Tier::TeamsStarter)
            && !matches!(self, Self::Custom)
            && self.plan().legacy_year.is_none()
    }
}

#[cfg(test)]
mod tests;
