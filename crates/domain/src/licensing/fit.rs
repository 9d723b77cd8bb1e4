//! Whether an organization, as it is, fits into another licence.

use super::License;
use crate::organizations::Feature;

/// What an organization uses at present.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
pub struct Usage {
    /// Seats that are taken.
    pub seats: i64,
    /// Collections.
    pub collections: i64,
    /// Groups.
    pub groups: i64,
    /// Policies that are switched on.
    pub policies: i64,
    /// Whether single sign-on is switched on.
    pub single_sign_on: bool,
    /// Whether Key Connector holds members' keys.
    pub key_connector: bool,
    /// Whether provisioning is switched on.
    pub scim: bool,
    /// Members with a custom role.
    pub custom_members: i64,
    /// Whether the policy for account recovery is switched on.
    pub account_recovery: bool,
}

/// Something the organization uses that the licence does not give.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Too many members.
    #[error(
        "The organization has {taken} seats filled and the new license gives {given}. Remove \
         {} first.", counted(taken - given, "member", "members")
    )]
    Seats {
        /// How many are taken.
        taken: i64,
        /// How many it gives.
        given: i64,
    },
    /// Too many collections.
    #[error(
        "The organization has {present} collections and the new license allows {allowed}. Remove \
         {} first.", counted(present - allowed, "collection", "collections")
    )]
    Collections {
        /// How many there are.
        present: i64,
        /// How many it allows.
        allowed: i64,
    },
    /// Groups are not included.
    #[error("The new license has no groups. Remove the {0} groups first.")]
    Groups(i64),
    /// Policies are not included.
    #[error("The new license has no policies. Switch off {} first.", counted(*.0, "policy", "policies"))]
    Policies(i64),
    /// Single sign-on is not included.
    #[error("The new license has no single sign-on. Switch it off first.")]
    SingleSignOn,
    /// Key Connector is not included.
    #[error("The new license has no Key Connector. Switch it off first.")]
    KeyConnector,
    /// Provisioning is not included.
    #[error("The new license has no SCIM. Switch it off first.")]
    Scim,
    /// Custom roles are not included.
    #[error(
        "The new license has no custom roles. Give {} another role first.",
        counted(*.0, "member", "members")
    )]
    CustomRoles(i64),
    /// Account recovery is not included.
    #[error("The new license has no account recovery. Switch off its policy first.")]
    AccountRecovery,
}

impl Misfit {
    /// A word for it, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Seats { .. } => "seats",
            Self::Collections { .. } => "collections",
            Self::Groups(_) => "groups",
            Self::Policies(_) => "policies",
            Self::SingleSignOn => "single_sign_on",
            Self::KeyConnector => "key_connector",
            Self::Scim => "scim",
            Self::CustomRoles(_) => "custom_roles",
            Self::AccountRecovery => "account_recovery",
        }
    }
}

fn counted(count: i64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Everything in `usage` that `license` has no room for.
pub fn misfits(license: &License, usage: Usage) -> Vec<Misfit> {
    let lost = |feature| license.stated.has(feature) && !license.granted.has(feature);
    let mut found = Vec::new();
    if let Some(given) = license.seats.filter(|given| usage.seats > *given) {
        found.push(Misfit::Seats { taken: usage.seats, given });
    }
    if let Some(allowed) = license.max_collections.filter(|allowed| usage.collections > *allowed) {
        found.push(Misfit::Collections { present: usage.collections, allowed });
    }
    // One group may stay, as the protocol has it.
    if lost(Feature::Groups) && usage.groups > 1 {
        found.push(Misfit::Groups(usage.groups));
    }
    if lost(Feature::Policies) && usage.policies > 0 {
        found.push(Misfit::Policies(usage.policies));
    }
    let switches = [
        (Feature::Sso, usage.single_sign_on, Misfit::SingleSignOn),
        (Feature::KeyConnector, usage.key_connector, Misfit::KeyConnector),
        (Feature::Scim, usage.scim, Misfit::Scim),
        (
            Feature::CustomPermissions,
            usage.custom_members > 0,
            Misfit::CustomRoles(usage.custom_members),
        ),
        (Feature::ResetPassword, usage.account_recovery, Misfit::AccountRecovery),
    ];
    found.extend(
        switches
            .into_iter()
            .filter(|(feature, used, _)| lost(*feature) && *used)
            .map(|(_, _, misfit)| misfit),
    );
    found
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::{Misfit, Usage, misfits};
    use crate::{
        licensing::License,
        organizations::{Feature, Features},
    };

    fn license(seats: Option<i64>, collections: Option<i64>, lost: &[Feature]) -> License {
        License {
            license_key: String::new(),
            installation: None,
            subject: Uuid::nil(),
            name: String::new(),
            billing_email: String::new(),
            business_name: None,
            enabled: None,
            kind: None,
            version: 15,
            plan: None,
            seats,
            max_collections: collections,
            max_storage_gb: None,
            stated: Features::of(lost),
            granted: Features::NONE,
            limits_collections: None,
            admins_manage_collections: None,
            issued_at: DateTime::<Utc>::UNIX_EPOCH,
            refresh_at: None,
            expires_at: None,
            expires_without_grace_at: None,
            trial: false,
        }
    }

    #[test]
    fn what_is_used_must_fit() {
        let usage = Usage {
            seats: 5,
            collections: 3,
            groups: 2,
            policies: 1,
            single_sign_on: true,
            key_connector: true,
            scim: true,
            custom_members: 2,
            account_recovery: true,
        };
        let cases = [
            ("no limits, nothing lost", license(None, None, &[]), vec![]),
            ("just enough", license(Some(5), Some(3), &[]), vec![]),
            (
                "too few seats",
                license(Some(4), None, &[]),
                vec![Misfit::Seats { taken: 5, given: 4 }],
            ),
            (
                "too few collections",
                license(None, Some(1), &[]),
                vec![Misfit::Collections { present: 3, allowed: 1 }],
            ),
            ("no groups", license(None, None, &[Feature::Groups]), vec![Misfit::Groups(2)]),
            ("no policies", license(None, None, &[Feature::Policies]), vec![Misfit::Policies(1)]),
            ("no sign-on", license(None, None, &[Feature::Sso]), vec![Misfit::SingleSignOn]),
            (
                "no Key Connector",
                license(None, None, &[Feature::KeyConnector]),
                vec![Misfit::KeyConnector],
            ),
            ("no SCIM", license(None, None, &[Feature::Scim]), vec![Misfit::Scim]),
            (
                "no custom roles",
                license(None, None, &[Feature::CustomPermissions]),
                vec![Misfit::CustomRoles(2)],
            ),
            (
                "no recovery",
                license(None, None, &[Feature::ResetPassword]),
                vec![Misfit::AccountRecovery],
            ),
            (
                "several at once",
                license(Some(1), None, &[Feature::Scim, Feature::Events]),
                vec![Misfit::Seats { taken: 5, given: 1 }, Misfit::Scim],
            ),
        ];
        for (case, license, expected) in cases {
            assert_eq!(misfits(&license, usage), expected, "{case}");
        }
    }

    #[test]
    fn what_is_not_used_may_be_lost() {
        let everything = license(Some(1), Some(1), Feature::ALL);
        assert_eq!(misfits(&everything, Usage { groups: 1, ..Usage::default() }), []);
    }

    #[test]
    fn a_misfit_counts() {
        let text = Misfit::Seats { taken: 5, given: 4 }.to_string();
        assert!(
            text.contains("5 seats filled") && text.contains("Remove 1 member first"),
            "{text}"
        );
    }
}
