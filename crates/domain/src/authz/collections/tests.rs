use super::{Grant, Hold, administered};
use crate::{
    authz::{Permission, Permissions, Standing},
    organizations::{CollectionRule, CollectionRules},
};

const fn grant(read_only: bool, hide_passwords: bool, manage: bool) -> Grant {
    Grant { read_only, hide_passwords, manage }
}

const VIEW: Grant = grant(true, false, false);
const VIEW_HIDDEN: Grant = grant(true, true, false);
const EDIT: Grant = grant(false, false, false);
const EDIT_HIDDEN: Grant = grant(false, true, false);
const MANAGE: Grant = Grant::MANAGE;

#[test]
fn each_level_may_do_what_its_row_says() {
    let open = CollectionRules::NONE;
    let limited = CollectionRules::of(&[CollectionRule::LimitItemDeletion]);
    // (level, edits, sees passwords, moves, deletes, deletes where that is limited)
    let rows = [
        ("view", VIEW, [false, true, false, false, false]),
        ("view, hidden", VIEW_HIDDEN, [false, false, false, false, false]),
        ("edit", EDIT, [true, true, true, true, false]),
        ("edit, hidden", EDIT_HIDDEN, [true, false, false, true, false]),
        ("manage", MANAGE, [true, true, true, true, true]),
    ];
    for (level, grant, expected) in rows {
        let hold = Hold::Shared(grant, open);
        let found = [
            hold.edits(),
            hold.sees_passwords(),
            hold.moves(),
            hold.deletes(),
            Hold::Shared(grant, limited).deletes(),
        ];
        assert_eq!(found, expected, "{level}");
    }
    assert!(
        Hold::Own.edits() && Hold::Own.sees_passwords() && Hold::Own.moves() && Hold::Own.deletes()
    );
}

#[test]
fn an_own_grant_replaces_those_of_groups_which_add_up() {
    let cases = [
        ("nothing", None, vec![], None),
        ("a group alone", None, vec![VIEW_HIDDEN], Some(VIEW_HIDDEN)),
        ("two groups, flag by flag", None, vec![VIEW, EDIT_HIDDEN], Some(EDIT)),
        ("an own grant below the group's", Some(VIEW), vec![MANAGE], Some(VIEW)),
        ("an own grant above the group's", Some(MANAGE), vec![VIEW], Some(MANAGE)),
    ];
    for (case, own, groups, expected) in cases {
        assert_eq!(Grant::in_collection(own, groups), expected, "{case}");
    }
}

#[test]
fn over_several_collections_the_most_permissive_wins() {
    let cases = [
        ("in none", vec![], None),
        ("in one", vec![VIEW_HIDDEN], Some(VIEW_HIDDEN)),
        ("in two", vec![VIEW_HIDDEN, VIEW], Some(VIEW)),
        ("managed in one", vec![VIEW_HIDDEN, MANAGE], Some(MANAGE)),
    ];
    for (case, grants, expected) in cases {
        assert_eq!(Grant::in_item(grants), expected, "{case}");
    }
}

#[test]
fn administrators_reach_what_the_rules_let_them() {
    let closed = CollectionRules::NONE;
    let open = CollectionRules::of(&[CollectionRule::AdminAccess]);
    let editor = Standing::Custom(Permissions::of(&[Permission::EditAnyCollection]));
    let custom = Standing::Custom(Permissions::of(&[Permission::ManageUsers]));
    let cases = [
        ("an owner where admins have access", Standing::Owner, open, false, None, Some(MANAGE)),
        ("an admin where admins have access", Standing::Admin, open, false, None, Some(MANAGE)),
        ("an owner elsewhere", Standing::Owner, closed, false, None, None),
        ("an owner elsewhere, given it", Standing::Owner, closed, false, Some(VIEW), Some(VIEW)),
        (
            "an admin, of an item in no collection",
            Standing::Admin,
            closed,
            true,
            None,
            Some(MANAGE),
        ),
        ("who edits any collection", editor, closed, false, None, Some(MANAGE)),
        ("who edits any, of one in none", editor, closed, true, None, Some(MANAGE)),
        ("a custom role without it", custom, open, false, None, None),
        ("a custom role, of one in none", custom, open, true, None, None),
        ("a member where admins have access", Standing::User, open, false, None, None),
        ("a member, given it", Standing::User, open, false, Some(EDIT), Some(EDIT)),
        ("a member, of one in none", Standing::User, open, true, None, None),
        ("a provider", Standing::Provider, open, true, None, None),
    ];
    for (case, standing, rules, lost, given, expected) in cases {
        assert_eq!(administered(standing, rules, lost, given), expected, "{case}");
    }
}
