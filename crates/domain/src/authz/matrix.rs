//! The table of permissions, seen whole.

use std::fmt::Write as _;

use super::{Permission, Permissions, Standing, TABLE};

/// The standings the matrix shows, with the heading of each.
pub const STANDINGS: &[(&str, Standing)] = &[
    ("owner", Standing::Owner),
    ("admin", Standing::Admin),
    ("custom", Standing::Custom(Permissions::NONE)),
    ("+events", Standing::Custom(Permissions::of(&[Permission::AccessEventLogs]))),
    ("+policies", Standing::Custom(Permissions::of(&[Permission::ManagePolicies]))),
    ("+users", Standing::Custom(Permissions::of(&[Permission::ManageUsers]))),
    ("+groups", Standing::Custom(Permissions::of(&[Permission::ManageGroups]))),
    ("+edit", Standing::Custom(Permissions::of(&[Permission::EditAnyCollection]))),
    ("+scim", Standing::Custom(Permissions::of(&[Permission::ManageScim]))),
    ("user", Standing::User),
    ("provider", Standing::Provider),
    ("operator", Standing::Operator),
];

/// Every action against every standing, as `docs/authz-matrix.txt` shows it.
pub fn matrix() -> String {
    let mut text = format!("{:<32}", "action");
    for (heading, _) in STANDINGS {
        let _ = write!(text, "{heading:<11}");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    for (name, who) in TABLE {
        let mut line = format!("{name:<32}");
        for (_, standing) in STANDINGS {
            let mark = if who.iter().any(|entry| entry.admits(*standing)) { "yes" } else { "-" };
            let _ = write!(line, "{mark:<11}");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::{
        Actor, Denied, GiveSponsorship, ManageApiKeys, ManageMembers, Permission, Permissions,
        Permit, Standing,
    };
    use crate::id::Id;
    use uuid::Uuid;

    #[test]
    fn a_permit_is_given_to_those_the_table_names_and_to_nobody_else() {
        let actor = Actor::User(Id::new(Uuid::from_u128(1)));
        let organization = Id::new(Uuid::from_u128(2));
        let holding = Standing::Custom(Permissions::of(&[Permission::ManageUsers]));
        let cases = [
            ("a stranger", None, Some(Denied::Unknown)),
            ("a plain member", Some(Standing::User), Some(Denied::Missing("members.manage"))),
            (
                "a custom role without it",
                Some(Standing::Custom(Permissions::NONE)),
                Some(Denied::Missing("members.manage")),
            ),
            ("a custom role with it", Some(holding), None),
            ("an owner", Some(Standing::Owner), None),
            ("a provider", Some(Standing::Provider), None),
        ];
        for (case, standing, refusal) in cases {
            let outcome = Permit::<ManageMembers>::ask(actor, organization, standing);
            assert_eq!(outcome.err(), refusal, "{case}");
        }
    }

    #[test]
    fn every_member_gives_and_only_owners_hold_keys() {
        let actor = Actor::User(Id::new(Uuid::from_u128(1)));
        let organization = Id::new(Uuid::from_u128(2));
        assert!(Permit::<GiveSponsorship>::ask(actor, organization, Some(Standing::User)).is_ok());
        assert!(
            Permit::<GiveSponsorship>::ask(actor, organization, Some(Standing::Provider)).is_err()
        );
        assert!(Permit::<ManageApiKeys>::ask(actor, organization, Some(Standing::Admin)).is_err());
    }
}
