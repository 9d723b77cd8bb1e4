use super::{Keeper, Target};
use crate::{
    authz::{Permission, Permissions, Standing, collections::Grant},
    organizations::{CollectionRule, CollectionRules},
};

/// What somebody does to a collection.
type Deed = fn(Keeper, Target) -> bool;

/// Everyone there is, in the order of the rows below.
fn everyone() -> Vec<(&'static str, Standing)> {
    let custom = |rights: &[Permission]| Standing::Custom(Permissions::of(rights));
    vec![
        ("owner", Standing::Owner),
        ("admin", Standing::Admin),
        ("+create", custom(&[Permission::CreateNewCollections])),
        ("+edit", custom(&[Permission::EditAnyCollection])),
        ("+delete", custom(&[Permission::DeleteAnyCollection])),
        ("+groups", custom(&[Permission::ManageGroups])),
        ("+users", custom(&[Permission::ManageUsers])),
        ("+export", custom(&[Permission::AccessImportExport])),
        ("+reports", custom(&[Permission::AccessReports])),
        ("custom", custom(&[])),
        ("user", Standing::User),
        ("provider", Standing::Provider),
        ("operator", Standing::Operator),
    ]
}

/// Those who may, in one line.
fn who(rules: &[CollectionRule], may: impl Fn(Keeper) -> bool) -> String {
    let rules = CollectionRules::of(rules);
    let those =
        everyone().into_iter().filter(|(_, standing)| may(Keeper { standing: *standing, rules }));
    those.map(|(name, _)| name).collect::<Vec<_>>().join(" ")
}

const NOTHING: Target = Target { given: None, orphaned: false };
const ORPHANED: Target = Target { given: None, orphaned: true };

fn given(read_only: bool, manage: bool) -> Target {
    Target { given: Some(Grant { read_only, hide_passwords: false, manage }), orphaned: false }
}

#[test]
fn collections_are_made_by_whom_the_rules_let() {
    let most =
        "owner admin +create +edit +delete +groups +users +export +reports custom user provider";
    assert_eq!(who(&[], Keeper::creates), most);
    assert_eq!(
        who(&[CollectionRule::LimitCreation], Keeper::creates),
        "owner admin +create provider"
    );
}

#[test]
fn collections_are_seen_by_whom_they_concern() {
    assert_eq!(who(&[], Keeper::sees_all), "owner admin +edit +delete +groups +export provider");
    assert_eq!(
        who(&[], Keeper::sees_all_access),
        "owner admin +edit +delete +groups +users provider"
    );
    assert_eq!(
        who(&[], Keeper::sees_groups),
        "owner admin +create +edit +delete +groups +users +reports provider"
    );
    assert_eq!(who(&[], |keeper| keeper.sees(NOTHING)), who(&[], Keeper::sees_all));
    let everyone = who(&[], |_| true);
    assert_eq!(who(&[], |keeper| keeper.sees(given(true, false))), everyone);
    assert_eq!(
        who(&[], |keeper| keeper.sees_access(given(false, false))),
        who(&[], Keeper::sees_all_access)
    );
    assert_eq!(who(&[], |keeper| keeper.sees_access(given(false, true))), everyone);
}

#[test]
fn collections_are_changed_by_whom_the_rules_let() {
    let open = [CollectionRule::AdminAccess];
    let everyone = who(&[], |_| true);
    // (deed, rules, collection, those who may)
    let rows: [(&str, Deed, &[CollectionRule], Target, &str); 14] = [
        ("rename", Keeper::updates, &[], NOTHING, "+edit provider"),
        ("rename", Keeper::updates, &open, NOTHING, "owner admin +edit provider"),
        ("rename, given edit", Keeper::updates, &[], given(false, false), "+edit provider"),
        ("rename, given manage", Keeper::updates, &[], given(false, true), &everyone),
        ("rename an orphan", Keeper::updates, &[], ORPHANED, "owner admin +edit provider"),
        ("give to members", Keeper::gives_to_members, &[], NOTHING, "+edit provider"),
        (
            "give to members",
            Keeper::gives_to_members,
            &open,
            NOTHING,
            "owner admin +edit +users provider",
        ),
        ("give to groups", Keeper::gives_to_groups, &[], NOTHING, "+edit provider"),
        (
            "give to groups",
            Keeper::gives_to_groups,
            &open,
            NOTHING,
            "owner admin +edit +groups provider",
        ),
        ("delete", Keeper::deletes, &[], NOTHING, "+delete provider"),
        ("delete", Keeper::deletes, &open, NOTHING, "owner admin +delete provider"),
        ("delete, given edit", Keeper::deletes, &[], given(false, false), "+delete provider"),
        ("delete, given manage", Keeper::deletes, &[], given(false, true), &everyone),
        (
            "delete, given manage, limited",
            Keeper::deletes,
            &[CollectionRule::LimitDeletion],
            given(false, true),
            "owner admin +delete provider",
        ),
    ];
    for (deed, may, rules, target, expected) in rows {
        assert_eq!(who(rules, |keeper| may(keeper, target)), expected, "{deed} with {rules:?}");
    }
}

#[test]
fn every_item_is_read_by_whom_the_rules_let() {
    assert_eq!(who(&[], Keeper::reads_all_items), "+edit +export +reports");
    let open = [CollectionRule::AdminAccess];
    assert_eq!(who(&open, Keeper::reads_all_items), "owner admin +edit +export +reports");
}
